import type { ServiceMode } from '../../core/contract/cases.ts';
import type { Words } from '../../core/alerts/rule.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { storedBytes } from '../files/index.ts';
import type { DocumentBytes } from './get-document.ts';
import { Documents } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';

/** A paper as the company has it in its hands; what the office wrote about its making is not in it. */
export interface PaperServed {
  id: string;
  caseId: string;
  companyId: string;
  name: Words;
  documentNumber: string;
  issuedOn: PlainDate;
  servedOn: PlainDate;
  mode: ServiceMode;
  isVoided: boolean;
}

const SHOWN = {
  ...{ kind: 1, state: 1, caseId: 1, companyId: 1, documentNumber: 1, issuedOn: 1, servedOn: 1 },
  ...{ services: 1, pdfSha256: 1 },
} as const;
type Shown = Pick<DocumentRecord, '_id' | keyof typeof SHOWN>;

/** Served by today on one of these companies: a public notice that still runs is not. */
const servedOn = (companyIds: readonly string[], today: PlainDate): Record<string, unknown> => ({
  companyId: { $in: [...companyIds] },
  servedOn: { $lte: today },
});

/** Papers of cases that were served on these companies, oldest first (index companyId+servedOn). No other limits. */
export async function papersServedOn(
  companyIds: readonly string[],
  today: PlainDate,
): Promise<PaperServed[]> {
  if (companyIds.length === 0) return [];
  const found: unknown = await Documents.find(servedOn(companyIds, today), SHOWN)
    .sort({ servedOn: 1 })
    .lean();
  return (found as Shown[]).flatMap(paperServed); // lean documents of this model
}

/** The bytes of one of them as it was issued; of one that was voided since there are none any more. */
export async function servedPaperBytes(
  id: string,
  caseId: string,
  companyIds: readonly string[],
  today: PlainDate,
): Promise<DocumentBytes> {
  const limits: Record<string, unknown> = { ...servedOn(companyIds, today), caseId, state: 'issued' };
  const found: unknown = await Documents.findOne({ $and: [{ _id: id }, limits] }, SHOWN).lean();
  const paper = found as Shown | null; // a lean document of this model
  if (paper?.pdfSha256 === undefined) throw new AppError('notFound');
  const { pdfSha256: sha256, documentNumber, kind } = paper;
  return { bytes: await storedBytes(sha256), name: `${documentNumber ?? kind}.pdf`, sha256 };
}

function paperServed({ _id, kind, state, services, ...paper }: Shown): PaperServed[] {
  const { caseId, companyId, documentNumber, issuedOn, servedOn: day } = paper;
  const mode = services.find((one) => one.servedOn === day)?.mode;
  if (caseId === undefined || companyId === undefined || mode === undefined) return [];
  if (documentNumber === undefined || issuedOn === undefined || day === undefined) return [];
  const { name } = DOCUMENT_KIND_ROWS[kind];
  return [
    {
      ...{ id: String(_id), caseId, companyId, name, documentNumber, issuedOn, servedOn: day, mode },
      isVoided: state === 'voided',
    },
  ];
}

registerMergeListener('company', async (fromId, intoId) => {
  await Documents.updateMany({ companyId: fromId }, { $set: { companyId: intoId }, $inc: { version: 1 } });
});
