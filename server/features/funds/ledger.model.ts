import mongoose from 'mongoose';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { touchProject } from '../../platform/touched-projects.ts';

/** The money of one project's wage account: kept sums beside the postings they come from. */
export interface LedgerRecord {
  _id: mongoose.Types.ObjectId;
  projectId: string;
  areaCode: string;
  branchCode: string;
  balanceFen: Fen;
  /** How many postings there are; each has its own number. */
  postings: number;
  lastInflowOn?: PlainDate;
  lastOutflowOn?: PlainDate;
  /** Issued or taken, not answered in full. */
  payFilesWaiting: number;
  /** The account is closed: nothing moves on it any more. */
  closedOn?: PlainDate;
}

const text = { type: String, required: true } as const;
const whole = { type: Number, required: true, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema(
  {
    projectId: text,
    areaCode: text,
    branchCode: text,
    balanceFen: whole,
    postings: whole,
    lastInflowOn: String,
    lastOutflowOn: String,
    payFilesWaiting: whole,
    closedOn: String,
  },
  { collection: 'wageLedgers', strict: 'throw', versionKey: false },
);
schema.index({ projectId: 1 }, { unique: true });
schema.index({ branchCode: 1, _id: 1 });
schema.index({ areaCode: 1, _id: 1 });

export const Ledgers = mongoose.model('wageLedgers', schema);

/** Lean documents are what the schema wrote, so they are LedgerRecords. */
const asLedger = (doc: unknown): LedgerRecord | null => doc as LedgerRecord | null;

/** The ledger of a project when it lies within these limits. */
export async function findLedger(
  projectId: string,
  limits: Record<string, unknown> = {},
): Promise<LedgerRecord | null> {
  return asLedger(await Ledgers.findOne({ $and: [{ projectId }, limits] }).lean());
}

export const hasLedger = async (limits: Record<string, unknown>): Promise<boolean> =>
  (await Ledgers.exists(limits)) !== null;

/** Begins the ledger of an account, or moves it to the branch where the account is kept now. */
export async function keepLedger(
  account: Pick<LedgerRecord, 'projectId' | 'areaCode' | 'branchCode'> & { isOpen?: boolean },
): Promise<void> {
  const { projectId, areaCode, branchCode, isOpen = true } = account;
  const empty = { balanceFen: 0, postings: 0, payFilesWaiting: 0 };
  await Ledgers.updateOne(
    { projectId },
    {
      $set: { areaCode, branchCode },
      ...(isOpen ? { $unset: { closedOn: 1 } } : {}),
      $setOnInsert: empty,
    },
    { upsert: true, runValidators: true },
  )
    .exec()
    .catch(retryWhenTaken);
  await touchProject(projectId);
}

/**
 * Adds to the kept sums in one write and answers them as they are after it. Two postings at once meet here: the second
 * transaction runs again on top of the first.
 */
export async function addToLedger(
  projectId: string,
  inc: Partial<Record<'balanceFen' | 'postings' | 'payFilesWaiting', number>>,
  latest: Partial<Record<'lastInflowOn' | 'lastOutflowOn', PlainDate>> = {},
): Promise<LedgerRecord | null> {
  const update = { $inc: inc, ...(Object.keys(latest).length === 0 ? {} : { $max: latest }) };
  const added = Ledgers.findOneAndUpdate({ projectId }, update, { returnDocument: 'after' });
  const after = asLedger(await added.lean());
  await touchProject(projectId);
  return after;
}

/** Nothing moves on the account from now on. */
export async function markLedgerClosed(projectId: string, closedOn: PlainDate): Promise<void> {
  await Ledgers.updateOne({ projectId }, { $set: { closedOn } }, { runValidators: true });
  await touchProject(projectId);
}

/** What was kept for one project is kept for the other from now on; sums of both are added up. */
export async function mergeLedgers(fromId: string, intoId: string): Promise<void> {
  const from = await findLedger(fromId);
  if (from === null) return;
  await touchProject(intoId);
  const into = await findLedger(intoId);
  if (into === null) {
    await Ledgers.updateOne({ projectId: fromId }, { $set: { projectId: intoId } });
    return;
  }
  const { balanceFen, postings, payFilesWaiting, lastInflowOn, lastOutflowOn } = from;
  await addToLedger(
    intoId,
    { balanceFen, postings, payFilesWaiting },
    {
      ...(lastInflowOn === undefined ? {} : { lastInflowOn }),
      ...(lastOutflowOn === undefined ? {} : { lastOutflowOn }),
    },
  );
  await Ledgers.deleteOne({ projectId: fromId });
}
