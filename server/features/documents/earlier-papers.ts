import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { EarlierPaper } from '../../core/documents/source.ts';
import { AppError } from '../../platform/app-error.ts';
import { findDocumentWithin, findIssuedOfCase, printedOf } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';
import { MODE_NAMES } from './document-words.ts';

/** Issued papers of a case that are in force, oldest first. */
export const papersOfCase = async (caseId: string): Promise<EarlierPaper[]> =>
  (await findIssuedOfCase(caseId)).map(paperOf);

/** The paper whose service a receipt proves; the caller has checked that it is his to see. */
export async function earlierPaper(id: string): Promise<EarlierPaper> {
  const found = await findDocumentWithin(id, { state: 'issued' });
  if (found === null) throw new AppError('notFound');
  return paperOf(found);
}

function paperOf(record: DocumentRecord): EarlierPaper {
  const { kind, documentNumber = '', addresseeName, issuedOn = record.nextDueOn, servedOn } = record;
  return {
    kind,
    name: DOCUMENT_KIND_ROWS[kind].name.zh,
    documentNumber,
    addressee: addresseeName,
    issuedOn,
    ...(servedOn === undefined ? {} : { servedOn }),
    services: record.services.map(({ mode, ...one }) => ({ mode: MODE_NAMES[mode], ...one })),
    printed: Object.fromEntries((printedOf(record)?.fields ?? []).map(({ name, value }) => [name, value])),
  };
}
