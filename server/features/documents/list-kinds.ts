import type { DocumentKindView } from '../../core/contract/documents.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import type { DocumentKindRow } from '../../core/documents/kind.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { DocumentSource } from '../../core/documents/source.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import { placeOf } from './draft-document.ts';
import { labelOf } from './document-view.ts';
import { loadSource } from './load-source.ts';

export interface KindsOf {
  caseId?: string;
  complaintId?: string;
  /** The proceeding a paper of the case is to hang on. */
  proceedingId?: string;
}

/** What can be drafted on a case or a complaint, and what its record still lacks for each paper. */
export async function listKinds(of: KindsOf, ctx: Ctx): Promise<DocumentKindView[]> {
  const hangsOn = of.caseId === undefined ? 'complaint' : 'case';
  const rows = Object.values(DOCUMENT_KIND_ROWS).filter((row) => row.hangsOn === hangsOn);
  const [first] = rows;
  if (first === undefined) return [];
  const source = await loadSource(await placeOf(first, of, ctx), ctx);
  return rows.map((row) => kindView(row, source));
}

function kindView(row: DocumentKindRow, source: DocumentSource): DocumentKindView {
  const { kind, name, needsApproval, isServed, cite } = row;
  const filled = fillDocument(row, source, {});
  const why = row.notFor?.(source);
  return {
    kind,
    name,
    needsApproval,
    isServed,
    ...(cite === undefined || !isCitable(cite)
      ? {}
      : { citation: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } }),
    ...(why === undefined ? {} : { notFor: why }),
    missing: [...filled.fields, ...filled.tables]
      .filter(({ isMissing }) => isMissing)
      .map((one) => ({ name: one.name, label: labelOf(one.name), canBeTyped: one.canBeTyped })),
  };
}
