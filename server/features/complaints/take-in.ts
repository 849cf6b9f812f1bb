import type { ComplaintContent, ComplaintFiled, NamedPerson } from '../../core/contract/complaint-intake.ts';
import type { LeadChannel } from '../../core/contract/complaints.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { currentDue, startDeadline } from '../../core/law/deadline.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { HolderRef } from '../files/index.ts';
import { attachFiles } from './attach-files.ts';
import { checkContent } from './check-content.ts';
import { tellListeners } from './complaint-listeners.ts';
import { partiesOf } from './complaint-parties.ts';
import { petitionNotice } from './petition-periods.ts';
import { insertComplaint } from './complaint-queries.model.ts';
import type { NewComplaint } from './complaint-queries.model.ts';
import type { ComplaintRecord, HistoryRecord } from './complaint.record.ts';
import { officeOf } from './complaint-reach.ts';
import { unnamed } from './identity.ts';
import { whoActs } from './move-complaint.ts';
import { officeName, requireArea } from './office.ts';
import { newReceiptNumber, receiptPath } from './receipt.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';
import { tellComplainant } from './tell-complainant.ts';

/** What came in, by whichever door. */
export interface Intake {
  content: ComplaintContent & { projectId?: string; employerId?: string };
  channel: LeadChannel;
  receivedOn: PlainDate;
  complainant: { name?: string; phone?: string; citizenId?: string; contact?: string };
  people?: readonly NamedPerson[];
  externalNumber?: string;
  payLineId?: string;
  /** The warning it was made of, and whose files go with it. */
  alertId?: string;
  filesFrom?: readonly HolderRef[];
  /** The office writes it down for the complainant, by this member of staff where it is not the system. */
  byOffice?: true;
  registeredBy?: string;
  trackingMark?: string;
  /** The transaction takes it in and does nothing else with it. */
  isAll?: boolean;
}

/**
 * Puts a complaint or report on record: its number, its office, the acceptance period from the day it was received,
 * its event and the message to the complainant, in the caller's transaction.
 * @law IMP-18-1
 */
export async function takeIn(intake: Intake, submission: object, ctx: Ctx): Promise<ComplaintRecord> {
  const { content, channel, receivedOn, complainant, people = [] } = intake;
  checkContent({ ...content, receivedOn, ...complainant, people }, ctx.today);
  await requireArea(content.areaCode, ctx);
  const parties = await partiesOf(content);
  const officeCode = officeOf(content.areaCode);
  const calendar = await loadCalendar(content.areaCode);
  const acceptance = startDeadline('acceptance', receivedOn, calendar);
  const isNamed = content.intakeKind === 'COMPLAINT';
  const anonymous = complainant.name === undefined && complainant.phone === undefined;
  const isComplainant = intake.byOffice !== true;
  const entry: HistoryRecord = {
    action: isComplainant ? 'file' : 'register',
    to: 'received',
    at: ctx.now,
    on: ctx.today,
    by: whoActs(ctx, isComplainant),
    facts: { dueOn: acceptance.dueOn },
    ...(content.fileIds.length === 0 ? {} : { fileIds: content.fileIds }),
  };
  const record: NewComplaint = {
    receiptNumber: await newReceiptNumber(officeCode, submission, ctx),
    intakeKind: content.intakeKind,
    channel,
    ...(intake.externalNumber === undefined ? {} : { externalNumber: intake.externalNumber }),
    ...(intake.payLineId === undefined ? {} : { payLineId: intake.payLineId }),
    ...(intake.alertId === undefined ? {} : { alertId: intake.alertId }),
    state: 'received',
    open: true,
    areaCode: content.areaCode,
    officeCode,
    receivedOn,
    receivedAt: ctx.now,
    anonymous,
    ...(intake.trackingMark === undefined ? {} : { trackingMark: intake.trackingMark }),
    ...(intake.registeredBy === undefined ? {} : { registeredBy: intake.registeredBy }),
    ...parties,
    ...(content.site === undefined ? {} : { site: content.site }),
    headcount: content.headcount,
    isGroup: content.headcount > 1,
    payMonths: [...content.payMonths].sort(),
    owedFen: content.owedFen,
    story: content.story,
    fileIds: content.fileIds,
    deadlines: [acceptance, ...petitionNotice({ channel, anonymous, receivedOn }, calendar)],
    unread: isComplainant,
    history: [entry],
  };
  const secrets = {
    complainantName: isNamed ? complainant.name : undefined,
    reporterName: isNamed ? undefined : complainant.name,
    phone: complainant.phone,
    citizenId: complainant.citizenId,
    contact: complainant.contact,
    people: people.length === 0 ? undefined : JSON.stringify(people),
  };
  const made = await insertComplaint(record, secrets, intake.isAll === true);
  const eventCtx = unnamed(made, ctx, isComplainant);
  await attachFiles({ ...made, fileIds: [] }, content.fileIds, ctx, isComplainant, intake.filesFrom);
  await recordComplaintEvent(made, entry.action, receivedFacts(made, acceptance.dueOn), eventCtx, {
    isNewSubject: true,
  });
  const { receiptNumber } = made;
  await tellComplainant(made, 'complaintReceived', { receiptNumber, dueOn: acceptance.dueOn }, ctx);
  await tellListeners(made, ctx);
  tellOffices(made);
  return made;
}

const receivedFacts = (made: ComplaintRecord, dueOn: PlainDate): Record<string, unknown> => ({
  receiptNumber: made.receiptNumber,
  intakeKind: made.intakeKind,
  channel: made.channel,
  areaCode: made.areaCode,
  receivedOn: made.receivedOn,
  headcount: made.headcount,
  owedFen: made.owedFen,
  dueOn,
});

/** What the complainant takes home. */
export async function filedAnswer(made: ComplaintRecord, ctx: Ctx): Promise<ComplaintFiled> {
  const [acceptance] = made.deadlines;
  if (acceptance === undefined) throw new Error('A complaint was received without its acceptance period');
  return {
    receiptNumber: made.receiptNumber,
    receivedOn: made.receivedOn,
    officeName: await officeName(made.officeCode, ctx),
    acceptanceDueOn: currentDue(acceptance),
    receiptPath: receiptPath(made.receiptNumber),
  };
}
