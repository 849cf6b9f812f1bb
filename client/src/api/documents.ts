import type {
  DocumentAction,
  DocumentCheck,
  DocumentKind,
  DocumentKindView,
  DocumentRow,
  DocumentView,
  DraftDocument,
  PreviewBlock,
  PutTemplate,
  TemplateRow,
} from '@core/contract/documents.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { downloadFile } from './download.ts';
import { http, respond, type Query } from './http.ts';

export const DOCUMENTS_PATH = '/documents';
/** What papers belong to. */
export type PapersOf = { caseId: string; proceedingId?: string } | { complaintId: string };

const doorOf = (action: string): string => action.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

export const listDocuments = (query: Query, signal?: AbortSignal): Promise<Page<DocumentRow>> =>
  http.get(DOCUMENTS_PATH, query, signal);
export const listKinds = (of: PapersOf, signal?: AbortSignal): Promise<DocumentKindView[]> =>
  http.get(`${DOCUMENTS_PATH}/kinds`, { ...of }, signal);
export const getDocument = (id: string, signal?: AbortSignal): Promise<DocumentView> =>
  http.get(`${DOCUMENTS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const getPreview = (id: string, signal?: AbortSignal): Promise<PreviewBlock[]> =>
  http.get(`${DOCUMENTS_PATH}/${encodeURIComponent(id)}/preview`, {}, signal);
export const draftDocument = (body: DraftDocument, idempotencyKey: string): Promise<DocumentView> =>
  http.post(DOCUMENTS_PATH, body, { idempotencyKey });
export const moveDocument = (
  id: string,
  action: DocumentAction,
  body: object,
  move: Move,
): Promise<DocumentView> => http.post(`${DOCUMENTS_PATH}/${id}/${doorOf(action)}`, body, move);
export const paperPath = (id: string, as: 'pdf' | 'docx'): string => `/api${DOCUMENTS_PATH}/${id}/${as}`;
export const downloadPaper = (id: string, as: 'pdf' | 'docx'): Promise<void> =>
  downloadFile(`${DOCUMENTS_PATH}/${id}/${as}`, {}, `document.${as}`);

export const checkDocument = (checkCode: string, signal?: AbortSignal): Promise<DocumentCheck> =>
  http.get(`/public${DOCUMENTS_PATH}/${encodeURIComponent(checkCode)}`, {}, signal);

const TEMPLATES = '/document-templates';
export const listTemplates = (areaCode: string, signal?: AbortSignal): Promise<TemplateRow[]> =>
  http.get(TEMPLATES, { areaCode }, signal);
export const downloadTemplate = (kind: DocumentKind, areaCode: string): Promise<void> =>
  downloadFile(`${TEMPLATES}/${kind}/docx`, { areaCode }, `${kind}.docx`);
export const putTemplate = (
  kind: DocumentKind,
  body: PutTemplate,
  idempotencyKey: string,
): Promise<TemplateRow> => http.post(`${TEMPLATES}/${kind}`, body, { idempotencyKey });
export const resetTemplate = (kind: DocumentKind, areaCode: string): Promise<TemplateRow> =>
  http.post(`${TEMPLATES}/${kind}/reset`, { areaCode });
/** A PDF with invented contents, opened beside the page. */
export async function previewTemplate(kind: DocumentKind, areaCode: string): Promise<string> {
  const answer = await respond('POST', `${TEMPLATES}/${kind}/preview`, { body: { areaCode } });
  return URL.createObjectURL(await answer.blob());
}
