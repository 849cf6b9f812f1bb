import { Types } from 'mongoose';
import type { RetentionKind } from '../../core/contract/retention.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { lastDayOf, payMonthOf, previousPayMonth } from '../../core/kit/plain-date.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { dueDay } from '../../core/law/due-day.ts';
import type { PeriodId } from '../../core/law/periods.ts';
import { period } from '../../core/law/periods.ts';
import type { OverdueFile } from '../archive/index.ts';
import { filesOver } from '../archive/index.ts';
import { clientsOfProjects } from '../machine-clients/index.ts';
import { keptPayrolls } from '../payroll/index.ts';
import type { KeptMonth } from '../payroll/index.ts';
import type { FinishedProject } from '../projects/index.ts';
import { finishedProjects, projectsOfArea } from '../projects/index.ts';
import { countPunchBatches, keptLabour } from '../roster/index.ts';
import type { RetentionItem } from './retention-item.model.ts';
import { isSettled, openMatters } from './what-keeps.ts';

/** Which period of law each kind of record is kept for. */
/** How long a case file is kept is the area's own to say. */
export const OWN_PERIOD = 'caseFileYears';
export type KeptFor = PeriodId | typeof OWN_PERIOD;
export const RULE_OF_OWN = 'DOC-6';

/** Which rule a period stands on. */
export const ruleOf = (id: KeptFor): string => (id === OWN_PERIOD ? RULE_OF_OWN : period(id).cite);

export const PERIOD_OF = {
  payrollSheet: 'ledgerRetention',
  attendance: 'labourLedgerRetention',
  enrolment: 'labourLedgerRetention',
  punchBatch: 'labourLedgerRetention',
  caseFile: OWN_PERIOD,
} as const satisfies Record<RetentionKind, KeptFor>;
type ByLaw = Exclude<RetentionKind, 'caseFile'>;

/** Projects whose payrolls are read at once. */
const AT_ONCE = 50;

export type DueRecord = Omit<RetentionItem, '_id' | 'listId' | 'state' | 'deleted'>;

/**
 * What of an area has been kept as long as the law asks: payrolls three years after their month, or after the last wage of
 * it arrived; attendance, roster and punches three years after the works were finished and all wages settled. Nothing
 * about which a complaint or a case is open, nothing with wages unpaid.
 * @law REG-15-1 REG-28-3
 */
export async function findDueRecords(
  areaCode: string,
  calendar: Calendar,
  today: PlainDate,
): Promise<DueRecord[]> {
  const isOver = (kind: ByLaw, since: PlainDate): boolean => {
    const due = dueDay(PERIOD_OF[kind], since, calendar);
    return due !== null && due.dueOn < today;
  };
  const due: DueRecord[] = (await filesOver(areaCode, { today })).map(fileRecord);
  let newest = payMonthOf(today);
  while (!isOver('payrollSheet', lastDayOf(newest))) newest = previousPayMonth(newest);
  const sites = (await projectsOfArea(areaCode)).map(({ id }) => id);
  for (let at = 0; at < sites.length; at += AT_ONCE) {
    const months = await keptPayrolls(sites.slice(at, at + AT_ONCE), newest);
    const over = months.filter(({ settled, until }) => settled && isOver('payrollSheet', until));
    const records = over.map(payrollRecord);
    const isOpen = await openMatters(records);
    due.push(...records.filter((record) => !isOpen(record)));
  }
  const clients = await clientsOfProjects(areaCode);
  for (const project of await finishedProjects(areaCode)) {
    const until = await settledOn(project, today);
    if (until === null || !isOver('attendance', until)) continue;
    const about = { projectId: project.id, companyIds: project.companyIds, until };
    if (!(await openMatters([about]))(about))
      due.push(...(await labourRecords(about, clients.get(project.id) ?? [])));
  }
  return due;
}

/** A case file stands in place of a project, and no firm keeps it. */
const fileRecord = ({ id, caseId, keptUntil }: OverdueFile): DueRecord => ({
  ...{ kind: 'caseFile', projectId: caseId, companyIds: [], caseFileId: id, records: 1, until: keptUntil },
});

const payrollRecord = ({ projectId, employerIds, teamId, payMonth, lines, until }: KeptMonth): DueRecord => ({
  ...{ kind: 'payrollSheet', projectId, companyIds: employerIds, teamId, payMonth, records: lines, until },
});

/** Since when the works are finished and everybody has been paid; null while somebody has not. */
async function settledOn({ id, finishedOn }: FinishedProject, today: PlainDate): Promise<PlainDate | null> {
  const month = payMonthOf(today);
  if (!(await isSettled(id, month))) return null;
  const months = await keptPayrolls([id], month);
  return [finishedOn, ...months.map(({ until }) => until)].reduce((a, b) => (a > b ? a : b));
}

async function labourRecords(
  about: Pick<DueRecord, 'projectId' | 'companyIds' | 'until'>,
  clientIds: string[],
): Promise<DueRecord[]> {
  const { attendance, enrolments } = await keptLabour(about.projectId);
  const batches = clientIds.length === 0 ? 0 : await countPunchBatches(clientIds);
  const kinds: DueRecord[] = [
    { ...about, kind: 'attendance', records: attendance },
    { ...about, kind: 'enrolment', records: enrolments },
    { ...about, kind: 'punchBatch', records: batches, clientIds },
  ];
  return kinds.filter(({ records }) => records > 0);
}

/** A thing of a list, as it is stored. */
export const itemOf = (record: DueRecord, listId: string): RetentionItem => ({
  ...{ _id: new Types.ObjectId(), listId, ...record, state: 'listed', deleted: 0 },
});
