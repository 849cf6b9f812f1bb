import type { CustodyAction } from '../../core/contract/evidence.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { recordCaseEvent } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { insertCustody, isSeenOn } from './custody.model.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { byOf } from './evidence-reach.ts';

const EVENTS: Readonly<Record<CustodyAction, string>> = {
  came: 'evidenceAdded',
  seen: 'evidenceSeen',
  edited: 'evidenceEdited',
  copied: 'evidenceCopied',
  packed: 'evidencePacked',
  withdrawn: 'evidenceWithdrawn',
};

/**
 * Writes down whose hands a piece went through, in the piece's own list and in the case's chain; within the caller's
 * transaction. The words of the note stay out of the chain.
 */
export async function keepCustody(
  piece: Pick<EvidenceRecord, '_id' | 'number' | 'sha256'>,
  record: CaseRecord,
  { action, note, facts = {} }: { action: CustodyAction; note?: string; facts?: Record<string, unknown> },
  ctx: Ctx,
): Promise<void> {
  const evidenceId = String(piece._id);
  const told = { ...(note === undefined ? {} : { note }) };
  await insertCustody([{ evidenceId, action, at: ctx.now, on: ctx.today, by: byOf(ctx), ...told }]);
  const named = { evidenceId, number: piece.number, sha256: piece.sha256, ...facts };
  await recordCaseEvent(record, EVENTS[action], named, ctx);
}

/** Somebody opened it in full size: once a day and person is enough to tell. */
export async function noteSeen(piece: EvidenceRecord, record: CaseRecord, ctx: Ctx): Promise<void> {
  const { id } = byOf(ctx);
  if (await isSeenOn(String(piece._id), id, ctx.today)) return;
  await inTransaction(async () => {
    if (await isSeenOn(String(piece._id), id, ctx.today)) return;
    await keepCustody(piece, record, { action: 'seen' }, ctx);
  });
}
