import type { Coverage } from '../../core/contract/dashboard.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { AssessmentReadings } from '../../core/reports/assessment-figures.ts';
import type { Ctx } from '../../platform/context.ts';
import { listReplies } from '../coordination/index.ts';
import { getDashboard } from '../dashboard/index.ts';
import { incidentCounts } from '../incidents/index.ts';
import { getPeriodReport } from '../reports/index.ts';

/** Everything the sheet is computed from, each from the feature that reports it. */
export async function readYear(
  { areaCode, from, to }: { areaCode: string; from: PlainDate; to: PlainDate },
  ctx: Ctx,
): Promise<AssessmentReadings> {
  const report = await getPeriodReport({ areaCode, from, to }, ctx);
  const { open, truth } = await getDashboard({ areaCode, day: to }, ctx);
  const { items } = await listReplies({ areaCode, from, to }, ctx);
  const { reported, extreme, sizes } = await incidentCounts({ areaCode, from, to }, ctx);
  const coverage: readonly Coverage[] | undefined = open?.sites.coverage;
  // A sample is drawn of a county; of several nothing is made up.
  const [sample, another] = truth;
  const sampledPaid = another === undefined ? sample?.paidBasisPoints : undefined;
  const isOfYear = sample?.month.startsWith(to.slice(0, 4)) === true;
  return {
    report,
    ...(coverage === undefined ? {} : { coverage }),
    ...(sampledPaid === undefined || !isOfYear ? {} : { sampledPaid }),
    replies: {
      sent: items.reduce((all, { sent }) => all + sent, 0),
      inTime: items.reduce((all, { answered, answeredLate }) => all + answered - answeredLate, 0),
    },
    incidents: { reported, extreme, ...(sizes === undefined ? {} : { sizes }) },
  };
}
