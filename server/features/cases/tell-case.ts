import type { TemplateData, TemplateName } from '../../platform/outbox/index.ts';
import { enqueue, render } from '../../platform/outbox/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { withSubstitutes } from '../absences/index.ts';
import { keepNotice } from '../complaints/index.ts';
import type { CaseRecord } from './case.record.ts';
import { findJoined } from './joined-complaints.ts';
import type { JoinedComplaint } from './joined-complaints.ts';
import { findOfficeStaff } from './office-staff.ts';

type Told = Pick<
  CaseRecord,
  '_id' | 'version' | 'officeCode' | 'complaintIds' | 'caseNumber' | 'inspectorIds'
>;

/** What complainants are told of by text message; each gets the number of his own receipt. */
type ToComplainants =
  | 'caseFiled'
  | 'caseExtended'
  | 'caseSuspended'
  | 'caseResumed'
  | 'caseDecided'
  | 'caseDecisionServed'
  | 'caseTakenUpAgain'
  | 'caseOrdered'
  | 'caseClosed'
  | 'caseOtherInspector'
  | 'caseSameInspector';
/** What staff find under the bell. */
type ToStaff = Extract<
  TemplateName,
  | 'caseAssigned'
  | 'caseHandedOver'
  | 'caseExtensionAsked'
  | 'caseExtensionApproved'
  | 'caseExtensionDeclined'
  | 'caseClosureAsked'
  | 'caseClosureApproved'
  | 'caseClosureDeclined'
  | 'caseProceedingWaits'
  | 'caseProceedingAnswered'
  | 'caseReopened'
  | 'caseRecusalAsked'
  | 'caseRecusalDeclined'
  | 'casePaymentDisputed'
  | 'casePaymentUnasked'
>;
type OwnData<Name extends ToComplainants> = Omit<TemplateData<Name>, 'receiptNumber'>;

/** A text message to everybody whose complaint stands in the case, and to everybody who joined it. */
export async function tellComplainants<Name extends ToComplainants>(
  record: Told,
  template: Name,
  data: OwnData<Name>,
  ctx: Ctx,
): Promise<void> {
  for (const complaint of await findJoined(record.complaintIds)) {
    if (complaint.state !== 'withdrawn' && complaint.state !== 'merged')
      await tellOneComplainant(record, complaint, template, data, ctx);
  }
}

/** The members of a group who stand, each phone once and not the complainant's again, by the group's receipt. */
const membersToTell = ({ members, phone, receiptNumber }: ToTell): Receiver[] => {
  const seen = new Set([phone]);
  return members.flatMap((member) => {
    const isOut = member.state === 'left' || member.doubt === 'sameCitizenId';
    if (isOut || member.phone === undefined || seen.has(member.phone)) return [];
    seen.add(member.phone);
    return [{ id: `member:${member.id}`, phone: member.phone, receiptNumber }];
  });
};
type ToTell = Pick<JoinedComplaint, 'id' | 'phone' | 'receiptNumber' | 'members'>;
interface Receiver {
  id: string;
  phone?: string;
  receiptNumber: string;
}

/** In his thread with the office, where it can be read again, and by text message if he left a phone. */
export async function tellOneComplainant<Name extends ToComplainants>(
  record: Told,
  complaint: ToTell,
  template: Name,
  data: OwnData<Name>,
  ctx: Ctx,
): Promise<void> {
  const words = render(template, 'zh-CN', withReceipt(data, complaint.receiptNumber));
  await keepNotice(complaint.id, words.text, ctx);
  await tellReceiver(record, complaint, template, data, ctx);
  for (const member of membersToTell(complaint)) await tellReceiver(record, member, template, data, ctx);
}

/** The template's own data and the receipt number are what it needs. */
const withReceipt = <Name extends ToComplainants>(data: OwnData<Name>, receiptNumber: string) =>
  ({ ...data, receiptNumber }) as TemplateData<Name>;

async function tellReceiver<Name extends ToComplainants>(
  { _id, version, officeCode }: Told,
  { id, phone, receiptNumber }: Receiver,
  template: Name,
  data: OwnData<Name>,
  ctx: Ctx,
): Promise<void> {
  if (phone === undefined) return;
  const all = withReceipt(data, receiptNumber);
  const key = `case:${String(_id)}:${template}:${id}:v${version}`;
  await enqueue<Name>({ template, channel: 'sms', to: { phone }, data: all, areaCode: officeCode, key }, ctx);
}

/** The heads of the office, for what waits for their word. */
export async function tellHeads(record: Told, template: ToStaff, ctx: Ctx): Promise<void> {
  const heads = await findOfficeStaff(record.officeCode, 'bureauHead', ctx);
  await tellStaff(
    record,
    heads.map(({ id }) => id),
    template,
    ctx,
  );
}

/** The two inspectors, but not who did it himself, nor those who know already. */
export async function tellInspectors(
  record: Told,
  template: ToStaff,
  ctx: Ctx,
  known: readonly string[] = [],
): Promise<void> {
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  const others = record.inspectorIds.filter((id) => id !== self && !known.includes(id));
  await tellStaff(record, others, template, ctx);
}

/** These people of the office, and whoever stands in for one of them. */
export async function tellStaff(
  { _id, version, officeCode, caseNumber }: Told,
  userIds: readonly string[],
  template: ToStaff,
  ctx: Ctx,
): Promise<void> {
  for (const userId of await withSubstitutes(userIds, ctx.today)) {
    const key = `case:${String(_id)}:${template}:${userId}:v${version}`;
    const link = `/cases/${String(_id)}`;
    await enqueue(
      { template, channel: 'inApp', to: { userId }, data: { caseNumber }, areaCode: officeCode, link, key },
      ctx,
    );
  }
}
