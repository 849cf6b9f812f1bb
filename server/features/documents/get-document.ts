import type { DocumentView } from '../../core/contract/documents.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { storedBytes } from '../files/index.ts';
import { getDocumentRecord } from './document-reach.ts';
import type { DocumentRecord } from './document.record.ts';
import { documentView, filledNow } from './document-view.ts';
import { makePaper } from './make-paper.ts';
import { officeName } from '../complaints/index.ts';

export const getDocument = async (id: string, ctx: Ctx): Promise<DocumentView> =>
  documentView(await getDocumentRecord(id, ctx), ctx);

export interface DocumentBytes {
  bytes: Buffer;
  name: string;
  sha256?: string;
}

/** The frozen bytes of an issued paper; before, a preview marked as a draft. */
export async function documentBytes(id: string, as: 'pdf' | 'docx', ctx: Ctx): Promise<DocumentBytes> {
  const record = await getDocumentRecord(id, ctx);
  const sha256 = as === 'pdf' ? record.pdfSha256 : record.docxSha256;
  const name = `${record.documentNumber ?? record.kind}.${as}`;
  if (sha256 !== undefined) return { bytes: await storedBytes(sha256), name, sha256 };
  if (record.state === 'voided') throw new AppError('notFound'); // a draft that was thrown away
  return { bytes: (await previewOf(record, ctx))[as], name };
}

async function previewOf(record: DocumentRecord, ctx: Ctx): Promise<{ pdf: Buffer; docx: Buffer }> {
  return makePaper({
    kind: record.kind,
    templateId: record.templateId,
    officeName: await officeName(record.officeCode, ctx),
    filled: await filledNow(record, ctx),
  });
}
