import { sumFen, fen } from '../../core/kit/money.ts';
import { parsePayMonth, payMonthOf } from '../../core/kit/plain-date.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { BlockerRecord, ReleaseBlocker } from '../../core/releases/release-blockers.ts';
import { casesOfProject } from '../cases/index.ts';
import { openComplaintsOf } from '../complaints/index.ts';
import { ledgerOf } from '../funds/index.ts';
import { sheetsOf, unpaidSheetsOf } from '../payroll/index.ts';
import { findTeamMonths } from '../roster/index.ts';
import { payOnOf } from '../safeguards/index.ts';
import type { ReleaseRecord } from './release.model.ts';
import { findOfProject } from './release.model.ts';

type About = Pick<ReleaseRecord, 'kind' | 'projectId' | 'objections' | 'closesEarly'>;

const SHOWN = 10;
const FIRST_MONTH = parsePayMonth('2019-01') as PayMonth; // the first month of the calendars

const blocker = (
  kind: ReleaseBlocker['kind'],
  records: readonly BlockerRecord[],
  more: Partial<ReleaseBlocker> = {},
): ReleaseBlocker[] =>
  records.length === 0 ? [] : [{ kind, count: records.length, records: records.slice(0, SHOWN), ...more }];

/**
 * Everything that stands in the way today, counted anew each time it is asked: what is owed by the payrolls and the bank,
 * months worked without a payroll, matters of the office, objections that nobody has answered.
 */
export async function findBlockers(
  { kind, projectId, objections, closesEarly = false }: About,
  { worksFinished, today }: { worksFinished: boolean; today: PlainDate },
): Promise<ReleaseBlocker[]> {
  const { open, unpaid } = await casesOfProject(projectId);
  // How a closed case ended was noted once, for whichever of the two it was asked.
  const settledCases = (await findOfProject(projectId)).flatMap((one) => one.settledCases);
  const left = unpaid.filter(({ id }) => !settledCases.includes(id));
  const complaints = await openComplaintsOf(projectId);
  // While works go on there is always a month whose pay day is still to come: it is paid from the account that follows.
  const isOwed = ({ payOn }: { payOn?: PlainDate }): boolean =>
    !closesEarly || payOn === undefined || payOn < today;
  const sheets = (await unpaidSheetsOf(projectId)).filter(isOwed);
  const ledger = await ledgerOf(projectId);
  const site: BlockerRecord = { kind: 'project', id: projectId, label: '' };
  const caseRecord = ({ id, caseNumber }: { id: string; caseNumber: string }): BlockerRecord => ({
    ...{ kind: 'case', id, label: caseNumber },
  });
  const waiting = ledger?.payFilesWaiting ?? 0;
  const unanswered = objections.filter(({ answeredOn }) => answeredOn === undefined);
  return [
    ...(worksFinished ? [] : blocker('worksNotFinished', [site])),
    ...blocker('openCase', open.map(caseRecord)),
    ...blocker('unpaidCase', left.map(caseRecord), {
      fen: sumFen(left.map(({ leftFen }) => fen(leftFen))),
    }),
    ...blocker(
      'openComplaint',
      complaints.map(({ id, receiptNumber }) => ({ kind: 'complaint', id, label: receiptNumber })),
    ),
    ...(unanswered.length === 0
      ? []
      : [{ kind: 'objection' as const, count: unanswered.length, records: [] }]),
    ...blocker(
      'unpaidWages',
      sheets.map(({ id, teamName, payMonth }) => ({
        ...{ kind: 'payrollSheet', id, label: `${payMonth} ${teamName}` },
      })),
      { fen: sumFen(sheets.map(({ shortFen }) => shortFen)) },
    ),
    ...(await withoutPayroll(projectId, today, isOwed)),
    ...(kind === 'accountClosure' && waiting > 0
      ? blocker('payFilesWaiting', [site], { count: waiting })
      : []),
  ];
}

/** Months in which a team worked and of which no payroll is on record: nobody knows whether they were paid. */
async function withoutPayroll(
  projectId: string,
  today: PlainDate,
  isOwed: (month: { payOn?: PlainDate }) => boolean,
): Promise<ReleaseBlocker[]> {
  const until = payMonthOf(today);
  const worked = (await findTeamMonths([projectId], FIRST_MONTH, until)).filter(({ people }) => people > 0);
  if (worked.length === 0) return [];
  const filed = await sheetsOf(projectId, FIRST_MONTH, until);
  const known = new Set(filed.map(({ teamId, payMonth }) => `${teamId}:${payMonth}`));
  const unfiled = worked.filter(({ teamId, month }) => !known.has(`${String(teamId)}:${month}`));
  const payDays = new Map<PayMonth, { payOn?: PlainDate }>();
  for (const month of new Set(unfiled.map((one) => one.month)))
    payDays.set(month, (await payOnOf(projectId, month)) ?? {});
  const lacking = unfiled.filter(({ month }) => isOwed(payDays.get(month) ?? {}));
  if (lacking.length === 0) return [];
  const records = [{ kind: 'project', id: projectId, label: '' }] as const;
  return [{ kind: 'noPayroll', count: lacking.length, records }];
}
