import mongoose from 'mongoose';
import type { LeadChannel } from '../../core/contract/complaints.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { nextDeadline, currentDue } from '../../core/law/deadline.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { NOT_YET_COUNTED } from '../../platform/counted-later.ts';
import { insertChecked, insertLastChecked } from '../../platform/insert-checked.ts';
import { searchFields } from '../../platform/search/index.ts';
import { touchProjects } from '../../platform/touched-projects.ts';
import { Complaints, complaintSecrets, only } from './complaint.model.ts';
import type { ComplaintContentRecord, ComplaintRecord, HistoryRecord } from './complaint.record.ts';

export type ComplaintFilter = Record<string, unknown>;

/** Lean documents are what the schema wrote, so they are ComplaintRecords. */
const asRecord = (doc: unknown): ComplaintRecord | null => doc as ComplaintRecord | null;

/** What is due next of these periods, as it is kept for the queue. */
export function nextDueOn(deadlines: readonly Deadline[]): PlainDate {
  const next = nextDeadline(deadlines);
  return next === undefined ? NEVER_DUE : currentDue(next);
}

type Names = Pick<ComplaintRecord, 'projectName' | 'employerName'> & { complainantName?: string | undefined };

/** What a complaint is found by; who made a report is found by nobody. */
export const searchedBy = ({ complainantName, projectName, employerName }: Names) =>
  searchFields({ names: [projectName, employerName], sealedPersons: [complainantName] });

/** The name it is found by; of a report none. */
const openName = (complaint: Pick<ComplaintRecord, '_id' | 'complainantName'>): string | undefined =>
  complaintSecrets.openFields(only(complaint, 'complainantName')).complainantName;

/** The same for one that is kept. */
export const findableBy = (complaint: Omit<Names, 'complainantName'> & Parameters<typeof openName>[0]) =>
  searchedBy({ ...complaint, complainantName: openName(complaint) });

type Secrets = Parameters<typeof complaintSecrets.sealFields>[1];
type SecretName = keyof Secrets | 'complainantNameIndex' | 'phoneIndex' | 'citizenIdIndex';
export type NewComplaint = Omit<ComplaintRecord, '_id' | 'version' | 'nextDueOn' | SecretName>;

/** `isLast`: the transaction around it does not ask for it again, so that it goes in with all that is inserted last. */
export async function insertComplaint(
  content: NewComplaint,
  secrets: Secrets,
  isLast: boolean,
): Promise<ComplaintRecord> {
  const _id = new mongoose.Types.ObjectId();
  const sealed = complaintSecrets.sealFields(_id, secrets);
  const kept = { ...content, version: 1, nextDueOn: nextDueOn(content.deadlines) };
  const { complainantName } = secrets;
  const found = searchedBy({ ...content, complainantName });
  const record = { _id, ...kept, ...sealed, ...found, ...NOT_YET_COUNTED };
  if (isLast) await insertLastChecked(Complaints, [record]);
  else await insertChecked(Complaints, [record]).catch(retryWhenTaken);
  await touchProjects(content.projectId === undefined ? [] : [content.projectId]);
  return { _id, ...kept, ...sealed }; // what has just been written
}

/** The complaint, when it lies within what this reader may see. */
export async function findComplaint(id: string, limits: ComplaintFilter): Promise<ComplaintRecord | null> {
  return asRecord(await Complaints.findOne({ $and: [{ _id: id }, limits] }).lean());
}

export async function findByReceipt(
  receiptNumber: string,
  limits: ComplaintFilter = {},
): Promise<ComplaintRecord | null> {
  return asRecord(await Complaints.findOne({ $and: [{ receiptNumber }, limits] }).lean());
}

/** What came under this number of a channel (index channel+externalNumber). */
export async function findByExternalNumber(
  channel: LeadChannel,
  externalNumber: string,
): Promise<ComplaintRecord | null> {
  return asRecord(await Complaints.findOne({ channel, externalNumber }).lean());
}

/** The lead that a payroll line's answer opened (index payLineId). */
export async function findLeadOf(payLineId: string): Promise<ComplaintRecord | null> {
  return asRecord(await Complaints.findOne({ payLineId }).lean());
}

/**
 * An index named outright. The queue's own order makes its index look good for every question, but where few records
 * match, reading those few and sorting them is far less than walking the queue until a page is full.
 */
export type IndexHint = Record<string, 1>;

export async function findComplaints(
  filter: ComplaintFilter,
  limit: number,
  { people, hint }: { people?: boolean; hint?: IndexHint } = {},
): Promise<ComplaintRecord[]> {
  const asked = Complaints.find(filter, people === true ? {} : WITHOUT_PEOPLE, hint && { hint });
  const found = await asked.sort({ _id: -1 }).limit(limit).lean();
  return found as unknown as ComplaintRecord[]; // as above
}

export async function hasComplaint(filter: ComplaintFilter): Promise<boolean> {
  return (await Complaints.findOne(filter, { _id: 1 }).lean()) !== null;
}

export async function countComplaints(filter: ComplaintFilter, hint?: IndexHint): Promise<number> {
  return Complaints.countDocuments(filter, hint && { hint });
}

/** Long and sealed, and no row of a list shows it. */
const WITHOUT_PEOPLE = { people: 0 } as const;

const NOT_IN_ROWS = { ...WITHOUT_PEOPLE, history: 0, story: 0, grams: 0, searchText: 0 } as const;

/** The model as a list reads it: without what no row shows. `counted`: how many match, where that is known. */
export const listedComplaints = (hint?: IndexHint, counted?: number) => ({
  schema: Complaints.schema,
  find: (filter: object) => Complaints.find(filter, NOT_IN_ROWS, hint && { hint }),
  countDocuments: async (filter: object) =>
    counted ?? (await Complaints.countDocuments(filter, hint && { hint })),
});
export const LISTED_COMPLAINTS = listedComplaints();

export interface ComplaintChange {
  set: Partial<
    ComplaintContentRecord & Pick<ComplaintRecord, 'state' | 'open' | 'deadlines' | 'nextDueOn' | 'pending'>
  >;
  unset: readonly (keyof ComplaintRecord)[];
  history: HistoryRecord;
}

/** One conditional write on id, old state and version: null when somebody was faster. */
export async function saveMove(
  before: ComplaintRecord,
  { set, unset, history }: ComplaintChange,
): Promise<ComplaintRecord | null> {
  const isRenamed = 'projectName' in set || 'employerName' in set;
  const searched = isRenamed ? findableBy({ ...before, ...set }) : {};
  const update = {
    $set: { ...set, ...searched },
    ...(unset.length === 0 ? {} : { $unset: Object.fromEntries(unset.map((key) => [key, 1])) }),
    $push: { history },
    $inc: { version: 1 },
  };
  const unchanged = { _id: before._id, version: before.version, state: before.state };
  const saved = Complaints.findOneAndUpdate(unchanged, update, { returnDocument: 'after' });
  const after = asRecord(await saved.lean());
  if (after !== null) await touchProjects([before.projectId, after.projectId].flatMap((one) => one ?? []));
  return after;
}

/** Reading is no change of the complaint, so its version stays. */
export async function markUnread(id: unknown, unread: boolean): Promise<void> {
  await Complaints.updateOne({ _id: id, unread: !unread }, { $set: { unread } });
}

/** The question he still has to answer never reached him; false where it was answered or the office told him itself. */
export async function markSupplementUntold(id: string): Promise<boolean> {
  const open = { 'supplement.answeredOn': { $exists: false }, 'supplement.toldHow': { $exists: false } };
  const which = { _id: id, state: 'supplementing' as const, ...open };
  return (await Complaints.updateOne(which, { $set: { 'supplement.untold': true } })).modifiedCount === 1;
}

/** How many stand in a group; their coming and going is no move of the complaint, so its version stays. */
export async function setJoinedMembers(id: string, joinedMembers: number): Promise<void> {
  await Complaints.updateOne({ _id: id }, { $set: { joinedMembers } });
}

/** Files that came with a message lie with the complaint too. */
export async function setFiles(id: unknown, fileIds: readonly string[]): Promise<void> {
  await Complaints.updateOne({ _id: id }, { $set: { fileIds: [...fileIds] } });
}

/** A company or a project stands for another one now: complaints follow. */
export async function repoint(
  field: 'projectId' | 'employerId',
  from: string,
  into: { id: string; name: string },
): Promise<number> {
  const names = field === 'projectId' ? { projectName: into.name } : { employerName: into.name };
  const keys = field === 'employerId' ? { employerKey: `id:${into.id}` } : {};
  const three = { complainantName: 1, projectName: 1, employerName: 1 };
  const found: unknown = await Complaints.find({ [field]: from }, three).lean();
  const moved = found as ComplaintRecord[]; // lean documents with the three names asked for
  for (const doc of moved) {
    const searched = findableBy({ ...doc, ...names });
    await Complaints.updateOne(
      { _id: doc._id },
      { $set: { [field]: into.id, ...names, ...keys, ...searched } },
    );
  }
  if (field === 'projectId') await touchProjects([into.id]);
  return moved.length;
}
