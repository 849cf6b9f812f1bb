import type { ComplaintRow } from '../../core/contract/complaints.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { nextDueView } from '../../core/law/deadline-view.ts';
import type { Ctx } from '../../platform/context.ts';
import { complaintSecrets, only } from './complaint.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { mayKnowComplainant } from './identity.ts';

type Named = Pick<ComplaintRecord, '_id' | 'complainantName' | 'reporterName'>;

/** Names of records that cannot become others: those of a page that several read at once are opened once. */
const opened = new WeakMap<Named, { complainantName?: string }>();

/** Who stands behind it, for readers who may know: the name of a complaint, or the sealed one of a report. */
export function complaintName(complaint: Named): { complainantName?: string } {
  const known = opened.get(complaint);
  if (known !== undefined) return known;
  const name = openName(complaint);
  if (Object.isFrozen(complaint)) opened.set(complaint, name);
  return name;
}

function openName(complaint: Named): { complainantName?: string } {
  if (complaint.complainantName !== undefined)
    return complaintSecrets.openFields(only(complaint, 'complainantName'));
  if (complaint.reporterName === undefined) return {};
  const { reporterName } = complaintSecrets.openFields(only(complaint, 'reporterName'));
  return reporterName === undefined ? {} : { complainantName: reporterName };
}

/** Fields that a row shows as they are kept, left out where they are not. */
const SHOWN = [
  'projectId',
  'projectName',
  'employerId',
  'employerName',
  'ownerName',
  'caseId',
  'caseNumber',
  'pending',
] as const;

/** The fields of these names that the record has. */
export function present<Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): { [K in Key]?: Exclude<Source[K], undefined> } {
  const pairs = keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]]);
  return Object.fromEntries(pairs) as { [K in Key]?: Exclude<Source[K], undefined> }; // built from those very keys
}

/** The colleague for whose sake it stands on this reader's list. */
function forWhom({ ownerId }: ComplaintRecord, { actor }: Ctx): { standsInFor?: string } {
  const absent =
    actor.kind === 'user' ? actor.standsInFor?.find(({ userId }) => userId === ownerId) : undefined;
  return absent === undefined ? {} : { standsInFor: absent.name };
}

export async function complaintRow(
  complaint: ComplaintRecord,
  calendar: Calendar,
  ctx: Ctx,
): Promise<ComplaintRow> {
  const known = await mayKnowComplainant(complaint, ctx);
  const nextDue = nextDueView(complaint.deadlines, ctx.today, calendar);
  return {
    id: String(complaint._id),
    version: complaint.version,
    receiptNumber: complaint.receiptNumber,
    intakeKind: complaint.intakeKind,
    channel: complaint.channel,
    state: complaint.state,
    areaCode: complaint.areaCode,
    officeCode: complaint.officeCode,
    receivedOn: complaint.receivedOn,
    receivedAt: complaint.receivedAt.toISOString(),
    ...(known ? complaintName(complaint) : {}),
    identityHidden: !known && !complaint.anonymous,
    anonymous: complaint.anonymous,
    ...present(complaint, SHOWN),
    headcount: complaint.headcount,
    isGroup: complaint.isGroup,
    owedFen: complaint.owedFen,
    ...(nextDue === undefined ? {} : { nextDue }),
    ...forWhom(complaint, ctx),
    unread: complaint.unread,
  };
}
