import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { NamedPerson } from '../../core/contract/complaint-intake.ts';
import type { ComplaintAction, ComplaintView } from '../../core/contract/complaints.ts';
import type { DeadlineView, HistoryEntry } from '../../core/contract/deadlines.ts';
import { sumFen } from '../../core/kit/money.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { startDeadline } from '../../core/law/deadline.ts';
import { deadlineView } from '../../core/law/deadline-view.ts';
import type { Ctx } from '../../platform/context.ts';
import { maskField } from '../../platform/crypto/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { fileViews } from '../files/index.ts';
import { complaintSecrets, only } from './complaint.model.ts';
import { findComplaint } from './complaint-queries.model.ts';
import type { LimitStop } from '../../core/law/limitation.ts';
import { latestPayDay, limitationOfWages } from '../../core/law/limitation.ts';
import type { ComplaintRecord, HistoryRecord } from './complaint.record.ts';
import { rolesFor } from './complaint-reach.ts';
import { complaintRow, present } from './complaint-row.ts';
import { mayKnowComplainant } from './identity.ts';
import { openComplaintActions } from './move-complaint.ts';

/** Happens to a complaint when its case is closed or taken up again, and by no door of its own. */
const WITH_CASE: readonly ComplaintAction[] = ['answer', 'reopen'];

/** The people of a group as they were written down; opened for those who may know them alone. */
export function namedPeople(complaint: ComplaintRecord): NamedPerson[] {
  if (complaint.people === undefined) return [];
  const { people } = complaintSecrets.openFields(only(complaint, 'people'));
  return JSON.parse(people ?? '[]') as NamedPerson[]; // sealed by takeIn from checked input
}

const masked = ({ name, phone, citizenId, months }: NamedPerson): ComplaintView['people'][number] => ({
  name,
  ...(phone === undefined ? {} : { phoneMasked: maskField('phone', phone) }),
  ...(citizenId === undefined ? {} : { citizenIdMasked: maskField('citizenId', citizenId) }),
  months,
  owedFen: sumFen(months.map((one) => one.owedFen)),
});

/** A complaint as this reader may see it, with the actions open to him and every clock explained. */
export async function complaintView(complaint: ComplaintRecord, ctx: Ctx): Promise<ComplaintView> {
  const calendar = await loadCalendar(complaint.areaCode);
  const known = await mayKnowComplainant(complaint, ctx);
  const roles = rolesFor(complaint, ctx).filter(
    (role) => role !== 'complainant' || ctx.actor.kind === 'system',
  );
  const files = await fileViews(complaint.fileIds);
  const into = await mergedInto(complaint);
  return {
    ...(await complaintRow(complaint, calendar, ctx)),
    ...present(complaint, [
      'site',
      'externalNumber',
      'payLineId',
      'alertId',
      'supplement',
      'refusal',
      'transfer',
      'withdrawal',
      'rating',
    ]),
    payMonths: complaint.payMonths,
    story: complaint.story,
    ...(known ? secretsMasked(complaint) : {}),
    contactGiven: complaint.phone !== undefined || complaint.contact !== undefined,
    // Who put a file there says who reported.
    files: known ? files : files.map((file) => ({ ...file, uploadedBy: '' })),
    people: known ? namedPeople(complaint).map(masked) : [],
    deadlines: deadlineViews(complaint, calendar, ctx),
    ...limitationOf(complaint, calendar, ctx),
    history: complaint.history.map(historyEntry),
    ...(into === undefined ? {} : { mergedInto: into }),
    actions: openComplaintActions(complaint, roles, ctx).filter((action) => !WITH_CASE.includes(action)),
  };
}

function secretsMasked(complaint: ComplaintRecord): { phoneMasked?: string; citizenIdMasked?: string } {
  return {
    ...complaintSecrets.maskFields(only(complaint, 'phone')),
    ...complaintSecrets.maskFields(only(complaint, 'citizenId')),
  };
}

/** Whether it came within two years, whoever brought it. */
function limitationOf(
  complaint: ComplaintRecord,
  calendar: Calendar,
  { today }: Pick<Ctx, 'today'>,
): Pick<ComplaintView, 'limitation'> {
  const found = limitationOfWages(complaint.payMonths, limitStopOf(complaint), today, calendar);
  return found === null ? {} : { limitation: found };
}

/** What stops the two years: the office's own finding, a report, or the complaint. */
export const limitStopOf = ({
  alertId,
  intakeKind,
  receivedOn,
}: Pick<ComplaintRecord, 'alertId' | 'intakeKind' | 'receivedOn'>): { by: LimitStop; on: PlainDate } => ({
  by: alertId === undefined ? (intakeKind === 'REPORT' ? 'report' : 'complaint') : 'discovery',
  on: receivedOn,
});

/**
 * The periods that run or ran, and for information the two years within which wages can be claimed here: they run from
 * the last day on which the last of them could be due, and the complaint itself stops them.
 * @law INS-20-1
 */
function deadlineViews(complaint: ComplaintRecord, calendar: Calendar, ctx: Ctx): DeadlineView[] {
  const last = [...complaint.payMonths].sort().at(-1);
  const limit =
    last === undefined
      ? []
      : [{ ...startDeadline('inspectionLimit', latestPayDay(last), calendar), metOn: complaint.receivedOn }];
  return [...complaint.deadlines, ...limit].map((one) => deadlineView(one, ctx.today, calendar));
}

/** What happened, without the account of whoever did it. */
export function historyEntry({ at, by, cite, ...entry }: HistoryRecord): HistoryEntry {
  return {
    ...entry,
    at: at.toISOString(),
    by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    ...(cite === undefined || !isCitable(cite)
      ? {}
      : { cite: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } }),
  };
}

async function mergedInto({ mergedIntoId }: ComplaintRecord): Promise<ComplaintView['mergedInto']> {
  if (mergedIntoId === undefined) return undefined;
  const into = await findComplaint(mergedIntoId, {});
  return into === null ? undefined : { id: mergedIntoId, receiptNumber: into.receiptNumber };
}
