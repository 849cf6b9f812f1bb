import type { EvidenceRow, EvidenceView, ListEvidence } from '../../core/contract/evidence.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import { getCaseRecord } from '../cases/index.ts';
import { Evidence } from './evidence.model.ts';
import type { EvidenceRecord } from './evidence.model.ts';
import { getPiece, notHidden } from './evidence-reach.ts';
import { evidenceRow, evidenceView, filesOf } from './evidence-view.ts';

/** The evidence of a case by number; what came with a report is not there for who may not know of it. */
export async function listEvidence(
  caseId: string,
  { kind, side, q, ...query }: ListEvidence,
  ctx: Ctx,
): Promise<Page<EvidenceRow>> {
  const record = await getCaseRecord(caseId, ctx);
  const page = await keysetPage<EvidenceRecord>(Evidence, {
    sorts: { number: 'number' },
    fallback: 'number',
    limits: {
      caseId,
      ...notHidden(record, ctx),
      ...(kind === undefined ? {} : { kind }),
      ...(side === undefined ? {} : { side }),
      ...(q === undefined ? {} : { title: { $regex: literalPattern(q) } }),
    },
    query,
  });
  const files = await filesOf(page.items.flatMap(({ fileId }) => fileId ?? []));
  return {
    ...page,
    items: page.items.map((piece) =>
      evidenceRow(piece, piece.fileId === undefined ? undefined : files.get(piece.fileId)),
    ),
  };
}

/** One piece, when the reader may see it and its case. */
export async function getEvidence(id: string, ctx: Ctx): Promise<EvidenceView> {
  const { piece, record } = await getPiece(id, ctx);
  return evidenceView(piece, record, ctx);
}
