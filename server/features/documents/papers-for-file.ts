import type { DocumentState } from '../../core/contract/documents.ts';
import { AppError } from '../../platform/app-error.ts';
import type { DocumentRecord } from './document.record.ts';
import { findPapersOf } from './document.model.ts';

/** A paper of a case or of one of its complaints that was not taken back. */
export type PaperForFile = Pick<
  DocumentRecord,
  | 'kind'
  | 'documentNumber'
  | 'issuedOn'
  | 'servedOn'
  | 'addresseeName'
  | 'pdfSha256'
  | 'complaintId'
  | 'services'
> & { id: string; state: Exclude<DocumentState, 'voided'> };

/** More than this lie on no case; who meets it should hear of it, not lose a paper. */
const MOST = 1000;

/** Every paper of a case and its complaints that still stands, in the order they were drafted; the caller has checked the case. */
export async function papersForFile(
  caseId: string,
  complaintIds: readonly string[],
): Promise<PaperForFile[]> {
  const found: DocumentRecord[] = [];
  for (const of of [{ caseId }, ...complaintIds.map((complaintId) => ({ complaintId }))])
    found.push(...(await findPapersOf(of, MOST)));
  if (found.length >= MOST) throw new AppError('conflict', { state: 'papers' });
  const once = [...new Map(found.map((one) => [String(one._id), one])).values()];
  return once.flatMap(({ _id, state, ...paper }) =>
    state === 'voided' ? [] : [{ ...paper, id: String(_id), state }],
  );
}
