import mongoose from 'mongoose';
import type { DocumentView, DraftDocument } from '../../core/contract/documents.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import type { DocumentKindRow } from '../../core/documents/kind.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { DocumentSource } from '../../core/documents/source.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { searchFields } from '../../platform/search/index.ts';
import type { SearchFields } from '../../platform/search/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { demandCaseNotArchived, getCase } from '../cases/index.ts';
import { getComplaint } from '../complaints/index.ts';
import { getDocumentRecord } from './document-reach.ts';
import type { DocumentRecord } from './document.record.ts';
import { insertDocument } from './document.model.ts';
import { documentView } from './document-view.ts';
import { loadSource } from './load-source.ts';
import { authorOf, recordDocumentEvent, tellScreens } from './move-document.ts';
import { nearestTemplate } from './templates.ts';

/** Where a paper belongs: the record behind it, checked against what the reader may see. */
export type PaperPlace = Pick<
  DocumentRecord,
  | 'areaCode'
  | 'officeCode'
  | 'caseId'
  | 'caseNumber'
  | 'complaintId'
  | 'receiptNumber'
  | 'proceedingId'
  | 'servesId'
>;

/** A draft, filled from the record; it keeps the template it began with. */
export async function draftDocument(input: DraftDocument, ctx: Ctx): Promise<DocumentView> {
  const row = DOCUMENT_KIND_ROWS[input.kind];
  const place = await placeOf(row, input, ctx);
  const source = await loadSource({ ...place, kind: input.kind }, ctx);
  refuseUnfit(row, source);
  const filled = fillDocument(row, source, {});
  const template = await nearestTemplate(input.kind, place.officeCode);
  const record: DocumentRecord = {
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    kind: input.kind,
    state: 'draft',
    ...place,
    addresseeName: addresseeOf(row, filled),
    draftedBy: drafter(ctx),
    createdAt: ctx.now,
    ...(template === undefined ? {} : { templateId: String(template._id) }),
    services: [],
    deadlines: [],
    nextDueOn: NEVER_DUE,
    history: [{ action: 'draft', to: 'draft', at: ctx.now, on: ctx.today, by: authorOf(ctx) }],
  };
  await inTransaction(async () => {
    await demandCaseNotArchived(record.caseId);
    await insertDocument({ ...record, ...foundBy(record) }, {});
    await recordDocumentEvent(record, 'draft', {}, ctx);
    tellScreens(record);
  });
  return documentView(record, ctx);
}

const drafter = ({ actor }: Ctx): DocumentRecord['draftedBy'] =>
  actor.kind === 'user' ? { id: actor.userId, name: actor.name } : { id: 'system', name: '—' };

export function refuseUnfit(row: DocumentKindRow, source: DocumentSource): void {
  const why = row.notFor?.(source);
  if (why !== undefined) throw new AppError('documentNotFor', { why: why.zh, whyEn: why.en });
}

export function addresseeOf(row: DocumentKindRow, filled: FilledDocument): string {
  const value = filled.fields.find(({ name }) => name === row.addressee)?.value ?? '';
  return value === '' ? '—' : value;
}

/** Found by number, addressee and what it belongs to. */
export function foundBy(record: Omit<DocumentRecord, 'grams'>): SearchFields {
  const { kind, addresseeName, documentNumber, caseNumber, receiptNumber } = record;
  return searchFields({
    names: [addresseeName],
    texts: [DOCUMENT_KIND_ROWS[kind].name.zh, documentNumber, caseNumber, receiptNumber],
  });
}

export async function placeOf(
  row: DocumentKindRow,
  { caseId, complaintId, proceedingId, documentId }: Omit<DraftDocument, 'kind'>,
  ctx: Ctx,
): Promise<PaperPlace> {
  if (row.hangsOn === 'document') return placeOfReceipt(documentId, ctx);
  if (row.hangsOn === 'case') {
    if (caseId === undefined)
      throw wrongField('caseId', '此文书须对应一个案件', 'This paper belongs to a case');
    const { areaCode, officeCode, caseNumber, proceedings } = await getCase(caseId, ctx);
    if (proceedingId !== undefined && !proceedings.some((one) => one.id === proceedingId))
      throw wrongField('proceedingId', '本案没有这一办理程序', 'The case has no such proceeding');
    return {
      areaCode,
      officeCode,
      caseId,
      caseNumber,
      ...(proceedingId === undefined ? {} : { proceedingId }),
    };
  }
  if (complaintId === undefined)
    throw wrongField('complaintId', '此文书须对应一件投诉', 'This paper belongs to a complaint');
  const { areaCode, officeCode, receiptNumber } = await getComplaint(complaintId, ctx);
  return { areaCode, officeCode, complaintId, receiptNumber };
}

async function placeOfReceipt(documentId: string | undefined, ctx: Ctx): Promise<PaperPlace> {
  if (documentId === undefined)
    throw wrongField('documentId', '送达回证须对应一份已签发的文书', 'A receipt belongs to an issued paper');
  const record = await getDocumentRecord(documentId, ctx);
  if (record.state !== 'issued') throw new AppError('conflict', { state: record.state });
  const { areaCode, officeCode, caseId, caseNumber, complaintId, receiptNumber } = record;
  return {
    areaCode,
    officeCode,
    servesId: documentId,
    ...(caseId === undefined ? {} : { caseId }),
    ...(caseNumber === undefined ? {} : { caseNumber }),
    ...(complaintId === undefined ? {} : { complaintId }),
    ...(receiptNumber === undefined ? {} : { receiptNumber }),
  };
}
