import mongoose from 'mongoose';
import type { RetentionKind, RetentionRecordState } from '../../core/contract/retention.ts';
import { RETENTION_KINDS, RETENTION_RECORD_STATES } from '../../core/contract/retention.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';

/**
 * One thing that is deleted or kept as a whole: a team's month of payrolls, or what is kept of one project. What was
 * deleted stays here without a word about anybody: the labour ledger may go once every month is known to be settled.
 */
export interface RetentionItem {
  _id: mongoose.Types.ObjectId;
  listId: string;
  kind: RetentionKind;
  projectId: string;
  companyIds: string[];
  teamId?: string;
  payMonth?: PayMonth;
  clientIds?: string[];
  /** Of a case file; the case then stands in place of a project. */
  caseFileId?: string;
  records: number;
  until: PlainDate;
  state: RetentionRecordState;
  deleted: number;
}

const text = { type: String, required: true } as const;
const count = { type: Number, required: true, min: 0, validate: Number.isSafeInteger } as const;
const schema = new mongoose.Schema(
  {
    listId: text,
    kind: { type: String, enum: RETENTION_KINDS, required: true },
    projectId: text,
    companyIds: { type: [String], required: true },
    ...{ teamId: String, payMonth: String, caseFileId: String },
    clientIds: { type: [String], default: undefined },
    ...{ records: count, until: text, deleted: count },
    state: { type: String, enum: RETENTION_RECORD_STATES, required: true },
  },
  { collection: 'retentionItems', strict: 'throw', versionKey: false },
);
schema.index({ listId: 1, kind: 1, state: 1, _id: 1 });
schema.index({ listId: 1, kind: 1, _id: 1 });
schema.index({ projectId: 1, kind: 1 });
export const RetentionItems = mongoose.model('retentionItems', schema);

export async function insertItems(items: readonly RetentionItem[]): Promise<void> {
  if (items.length > 0) await RetentionItems.insertMany([...items], { lean: true });
}

/** The next one of a lot that is still to be looked at (index listId+kind+state). */
export async function nextItem(listId: string, kind: RetentionKind): Promise<RetentionItem | null> {
  const found: unknown = await RetentionItems.findOne({ listId, kind, state: 'listed' })
    .sort({ _id: 1 })
    .lean();
  return found as RetentionItem | null; // as the schema wrote it
}

/** Adds what was deleted of it, and ends it where it ends. False when another worker was here in between. */
export async function moveItem(
  { _id, deleted }: RetentionItem,
  more: number,
  state: RetentionItem['state'],
): Promise<boolean> {
  const same = { _id, state: 'listed' as const, deleted };
  const { modifiedCount } = await RetentionItems.updateOne(same, {
    $set: { state, deleted: deleted + more },
  });
  // One that has nothing to delete and stays as it is changes nothing.
  return modifiedCount === 1 || (state === 'listed' && more === 0);
}

/** Counts of a lot: deleted, and left of those that are kept (index listId+kind+state). */
export async function countLot(
  listId: string,
  kind: RetentionKind,
): Promise<{ deleted: number; kept: number }> {
  const found: unknown = await RetentionItems.find(
    { listId, kind },
    { state: 1, deleted: 1, records: 1 },
  ).lean();
  const items = found as Pick<RetentionItem, 'state' | 'deleted' | 'records'>[]; // with the fields asked for
  return {
    deleted: items.reduce((sum, { deleted }) => sum + deleted, 0),
    kept: items.reduce(
      (sum, one) => sum + (one.state === 'kept' ? Math.max(0, one.records - one.deleted) : 0),
      0,
    ),
  };
}

/** Months of projects whose settled payrolls were deleted, as `<team>:<month>` (index projectId+kind). */
export async function purgedMonths(projectIds: readonly string[]): Promise<Set<string>> {
  const theirs = { projectId: { $in: [...projectIds] } };
  const gone = { ...theirs, kind: 'payrollSheet' as const, state: 'deleted' as const };
  const found: unknown = await RetentionItems.find(gone, { teamId: 1, payMonth: 1 }).lean();
  return new Set(
    (found as RetentionItem[]).map(({ teamId, payMonth }) => `${teamId ?? ''}:${payMonth ?? ''}`),
  ); // the fields asked for
}
