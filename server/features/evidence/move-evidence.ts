import type {
  CustodyAction,
  EditEvidence,
  EvidenceView,
  WithdrawEvidence,
} from '../../core/contract/evidence.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { tellScreens } from '../cases/index.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { changeEvidence } from './evidence.model.ts';
import type { Reached } from './evidence-reach.ts';
import { byOf, demandOpen, getPiece } from './evidence-reach.ts';
import { evidenceView } from './evidence-view.ts';
import { keepCustody } from './keep-custody.ts';

interface Changed {
  change: Parameters<typeof changeEvidence>[1];
  action: CustodyAction;
  note?: string;
  facts?: Record<string, unknown>;
}

/** Every change of a piece: the version that was seen, not withdrawn, one conditional write with its custody and event. */
export async function moveEvidence(
  id: string,
  version: number,
  ctx: Ctx,
  plan: (reached: Reached) => Promise<Changed> | Changed,
): Promise<EvidenceView> {
  return inTransaction(async () => {
    const reached = await getPiece(id, ctx);
    refuseStale(reached.piece, version);
    const { change, ...kept } = await plan(reached);
    const after = await changeEvidence(reached.piece, change);
    if (after === null) throw new AppError('staleVersion');
    await keepCustody(after, reached.record, kept, ctx);
    tellScreens(reached.record);
    return evidenceView(after, reached.record, ctx);
  });
}

export function refuseStale({ version, isWithdrawn }: EvidenceRecord, seen: number): void {
  if (version !== seen) throw new AppError('staleVersion');
  if (isWithdrawn) throw new AppError('conflict', { state: 'withdrawn' });
}

/** Corrects what is written about a piece; its bytes never change. */
export function editEvidence(
  id: string,
  version: number,
  input: EditEvidence,
  ctx: Ctx,
): Promise<EvidenceView> {
  return moveEvidence(id, version, ctx, ({ record }) => {
    demandOpen(record, ctx);
    const { title, side, shows } = input;
    return {
      change:
        shows === undefined ? { set: { title, side }, unset: { shows: 1 } } : { set: { title, side, shows } },
      action: 'edited',
      facts: { side },
    };
  });
}

/** Takes a piece back; it stays listed under its number with the reason. */
export function withdrawEvidence(
  id: string,
  version: number,
  { reason }: WithdrawEvidence,
  ctx: Ctx,
): Promise<EvidenceView> {
  return moveEvidence(id, version, ctx, ({ record }) => {
    demandOpen(record, ctx);
    const withdrawn = { on: ctx.today, by: byOf(ctx), reason };
    return { change: { set: { isWithdrawn: true, withdrawn } }, action: 'withdrawn', note: reason };
  });
}
