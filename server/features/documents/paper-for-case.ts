import type { DocumentKind } from '../../core/contract/documents.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { Cases } from '../cases/index.ts';
import { storedBytes } from '../files/index.ts';
import { placeOf } from './draft-document.ts';
import { findIssuedOfCase } from './document.model.ts';
import { loadSource } from './load-source.ts';
import { makePaper } from './make-paper.ts';
import { nearestTemplate } from './templates.ts';

export interface PaperOfCase {
  name: string;
  documentNumber?: string;
  pdf: Buffer;
  docx: Buffer;
  /** What a draft still lacks; an issued paper lacks nothing. */
  missing: readonly string[];
}

/** The newest issued paper of a kind of this case, as it was frozen; where there is none, a draft that is not kept. */
export async function paperForCase(kind: DocumentKind, caseNumber: string, ctx: Ctx): Promise<PaperOfCase> {
  const row = DOCUMENT_KIND_ROWS[kind];
  const found = await Cases.findOne({ caseNumber }, { _id: 1 }).lean();
  if (found === null || row.hangsOn !== 'case') throw new AppError('notFound');
  const caseId = String(found._id);
  const paper = (await findIssuedOfCase(caseId)).filter((one) => one.kind === kind).at(-1);
  if (paper?.pdfSha256 !== undefined && paper.docxSha256 !== undefined)
    return {
      name: row.name.zh,
      documentNumber: paper.documentNumber ?? '',
      pdf: await storedBytes(paper.pdfSha256),
      docx: await storedBytes(paper.docxSha256),
      missing: [],
    };
  const place = await placeOf(row, { caseId }, ctx);
  const source = await loadSource({ ...place, kind }, ctx);
  const filled = fillDocument(row, source, {});
  const template = await nearestTemplate(kind, place.officeCode);
  const templateId = template === undefined ? undefined : String(template._id);
  const made = await makePaper({ kind, templateId, officeName: source.office.name, filled });
  return { name: row.name.zh, ...made, missing: filled.missing };
}
