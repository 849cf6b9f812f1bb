import type { EvidenceSide } from '../../core/contract/evidence.ts';
import { canonicalJson } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { HolderRef } from '../files/index.ts';
import { storedFiles } from '../files/index.ts';
import { enterEvidence } from './enter-evidence.ts';
import { fingerprintsOfStored, fingerprintsOfText } from './fingerprints.ts';
import { kindOf } from './take-in-evidence.ts';

export interface FromParty {
  side: EvidenceSide;
  /** What the pieces are called; each file's own name comes after it. */
  title: string;
  /** What they are to show. */
  shows: string;
  /** Files that the record behind `from` holds already. */
  fileIds: readonly string[];
  from: HolderRef;
  /** What the party declares in words, frozen as it was said. */
  statement?: Record<string, string>;
}
export interface TakenPiece {
  evidenceId: string;
  number: number;
  fileId?: string;
  sha256: string;
}

const LONGEST_TITLE = 120;

/**
 * What a party sends enters the evidence of the case by itself, in the caller's transaction: nobody has to take it in,
 * and its custody begins with the hand that sent it. The caller has checked that the case takes evidence.
 */
export async function takeFromParty(
  record: CaseRecord,
  { side, title, shows, fileIds, from, statement }: FromParty,
  ctx: Ctx,
): Promise<TakenPiece[]> {
  const taken: TakenPiece[] = [];
  const usual = { side, shows, obtainedOn: ctx.today, isHidden: false };
  for (const file of await storedFiles(fileIds)) {
    const fileId = String(file._id);
    const piece = {
      ...usual,
      ...{ kind: kindOf(file), title: `${title}：${file.name}`.slice(0, LONGEST_TITLE), fileId },
      ...(await fingerprintsOfStored(file.sha256)),
    };
    const hold = { purposes: ['evidence', 'document'] as const, from: [from] };
    const made = await enterEvidence(record, piece, ctx, { hold });
    taken.push({ evidenceId: String(made._id), number: made.number, fileId, sha256: made.sha256 });
  }
  if (statement !== undefined) {
    const frozen = canonicalJson({
      format: 'anxin-statement-1',
      saidAt: ctx.now.toISOString(),
      ...statement,
    });
    const prints = await fingerprintsOfText(frozen);
    const made = await enterEvidence(record, { ...usual, kind: 'other', title, frozen, ...prints }, ctx);
    taken.push({ evidenceId: String(made._id), number: made.number, sha256: made.sha256 });
  }
  return taken;
}
