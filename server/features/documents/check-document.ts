import type { DocumentCheck } from '../../core/contract/documents.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { maskName } from '../../core/kit/mask.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeName } from '../complaints/index.ts';
import { findByCheckCode } from './document.model.ts';

/** Is a paper in somebody's hand one of ours, still in force, and the same, letter for letter? No more is told. */
export async function checkDocument(checkCode: string, ctx: Ctx): Promise<DocumentCheck> {
  const record = await findByCheckCode(checkCode);
  if (record?.documentNumber === undefined || record.issuedOn === undefined || record.pdfSha256 === undefined)
    throw new AppError('notFound');
  return {
    documentNumber: record.documentNumber,
    name: DOCUMENT_KIND_ROWS[record.kind].name,
    officeName: await officeName(record.officeCode, ctx),
    issuedOn: record.issuedOn,
    state: record.state === 'voided' ? 'voided' : 'valid',
    ...(record.voided === undefined ? {} : { voidedOn: record.voided.on }),
    pdfSha256: record.pdfSha256,
    addresseeMasked: maskAddressee(record.addresseeName),
  };
}

const LONG_NAME = 4;

/** A firm is known by its first letters and its ending, a person by the first letter. */
export function maskAddressee(name: string): string {
  const letters = [...name];
  if (letters.length <= LONG_NAME) return maskName(name);
  return `${letters.slice(0, 2).join('')}${'*'.repeat(4)}${letters.slice(-2).join('')}`;
}
