import type { CustodyAction } from '../../core/contract/evidence.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { demandNotArchived, tellScreens } from '../cases/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import type { HoldOptions } from '../files/index.ts';
import { holdFiles } from '../files/index.ts';
import type { EvidenceRecord, NewEvidence } from './evidence.model.ts';
import { countEvidence, insertEvidence } from './evidence.model.ts';
import { byOf } from './evidence-reach.ts';
import { keepCustody } from './keep-custody.ts';

/** So many that a pack still fits on a disc; who has more splits the case. */
export const MOST_PIECES = 500;

export const holderOf = (piece: Pick<EvidenceRecord, '_id'>): `${string}:${string}` =>
  `evidence:${String(piece._id)}`;

type Entered = Omit<NewEvidence, 'caseId' | 'areaCode' | 'officeCode' | 'obtainedBy'>;

/** Gives a piece its number in the case, holds its file and writes down that it came; in the caller's transaction. */
export async function enterEvidence(
  record: CaseRecord,
  piece: Entered,
  ctx: Ctx,
  { hold = {}, action = 'came' }: { hold?: HoldOptions; action?: CustodyAction } = {},
): Promise<EvidenceRecord> {
  demandNotArchived(record);
  const caseId = String(record._id);
  if ((await countEvidence(caseId)) >= MOST_PIECES)
    throw wrongField(
      'kind',
      `一个案件最多 ${MOST_PIECES} 项证据`,
      `A case holds ${MOST_PIECES} pieces at most`,
    );
  const { areaCode, officeCode } = record;
  const made = await insertEvidence({ ...piece, caseId, areaCode, officeCode, obtainedBy: byOf(ctx) });
  if (piece.fileId !== undefined) await holdFiles([piece.fileId], holderOf(made), ctx, hold);
  await keepCustody(made, record, { action, facts: { kind: made.kind, side: made.side } }, ctx);
  tellScreens(record);
  return made;
}
