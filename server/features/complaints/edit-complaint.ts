import type { EditComplaint } from '../../core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { Ctx } from '../../platform/context.ts';
import { checkContent, problem, refuseFields } from './check-content.ts';
import type { ComplaintContentRecord, ComplaintRecord } from './complaint.record.ts';
import { partiesOf } from './complaint-parties.ts';
import { officeOf } from './complaint-reach.ts';
import { present } from './complaint-row.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { requireArea } from './office.ts';

const PARTIES = ['projectId', 'projectName', 'employerId', 'employerName'] as const;
const PLAIN = ['site', 'areaCode', 'headcount', 'owedFen'] as const;

/**
 * Corrects what the desk knows better before the complaint is answered. What was there before stands in the history;
 * the complainant's own words are not touched, and another office's area is a transfer.
 */
export async function editComplaint(
  target: DeskTarget,
  input: EditComplaint,
  ctx: Ctx,
): Promise<ComplaintView> {
  const edited = await moveComplaint(target, 'edit', {}, ctx, async (complaint) => {
    checkContent(input, ctx.today);
    if (input.areaCode !== undefined) await requireOwnOffice(input.areaCode, complaint, ctx);
    return { set: await changed(complaint, input), facts: before(complaint, input) };
  });
  return complaintView(edited, ctx);
}

async function changed(
  complaint: ComplaintRecord,
  input: EditComplaint,
): Promise<Partial<ComplaintContentRecord>> {
  const { payMonths, headcount } = input;
  const touchesParties = PARTIES.some((key) => input[key] !== undefined);
  return {
    ...present(input, PLAIN),
    ...(headcount === undefined ? {} : { isGroup: headcount > 1 }),
    ...(payMonths === undefined ? {} : { payMonths: [...payMonths].sort() }),
    ...(touchesParties
      ? await partiesOf({ ...present(complaint, PARTIES), ...present(input, PARTIES) })
      : {}),
  };
}

/** What stood there: the figures and names that were replaced. */
function before(complaint: ComplaintRecord, input: EditComplaint): Record<string, string | number> {
  const replaced = [...PARTIES, ...PLAIN].filter(
    (key) => input[key] !== undefined && input[key] !== complaint[key],
  );
  const months = input.payMonths === undefined ? {} : { payMonths: complaint.payMonths.join(',') };
  return { ...Object.fromEntries(replaced.map((key) => [key, complaint[key] ?? ''])), ...months };
}

async function requireOwnOffice(areaCode: string, { officeCode }: ComplaintRecord, ctx: Ctx): Promise<void> {
  await requireArea(areaCode, ctx);
  if (officeOf(areaCode) === officeCode) return;
  refuseFields([
    problem(
      'areaCode',
      'area.office',
      '属于其他机构，请用“移送”',
      'Another office is in charge there: transfer it',
    ),
  ]);
}
