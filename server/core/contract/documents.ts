import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { ServiceMode } from './cases.ts';
import type { DeadlineView, HistoryEntry } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { PageQuery } from './page.ts';

/** Every paper an office issues in the life of a complaint or a case; one row each in core/documents/kinds. */
export const DOCUMENT_KINDS = [
  'registrationForm',
  'acceptanceNotice',
  'refusalNotice',
  'supplementNotice',
  'transferNotice',
  'filingApproval',
  'inquiryNotice',
  'interviewRecord',
  'siteInspectionRecord',
  'evidencePreservationList',
  'rectificationOrder',
  'extensionApproval',
  'suspensionApproval',
  'priorNotice',
  'hearingNotice',
  'handlingDecision',
  'penaltyDecision',
  'serviceReceipt',
  'performanceDemand',
  'courtEnforcementApplication',
  'criminalTransferLetter',
  'withdrawalOfFiling',
  'closureApproval',
  'arrearsStatement',
  'archiveIndex',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** draft → approved → issued (frozen, hashed, numbered) → served; voided with a reason, never deleted. */
export const DOCUMENT_STATES = ['draft', 'submitted', 'approved', 'issued', 'voided'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];
export const DOCUMENT_ACTIONS = [
  'edit',
  'submit',
  'approve',
  'returnDraft',
  'issue',
  'serve',
  'confirmService',
  'void',
] as const;
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number];

/** `GET /api/documents/kinds?caseId[&proceedingId] | complaintId`: what can be drafted now, and what its record still lacks. */
export interface DocumentKindView {
  kind: DocumentKind;
  name: Words;
  /** Does the head approve it before it is issued? */
  needsApproval: boolean;
  isServed: boolean;
  citation?: Words;
  /** Why it is not made on this record at all. */
  notFor?: Words;
  /** Placeholders without a value in the record: listed, never printed blank. */
  missing: { name: string; label: Words; canBeTyped: boolean }[];
}

/** `GET /api/documents?caseId&complaintId&kind&state&q&areaCode` (page, sorts issuedOn, createdAt), `/export`. */
export interface ListDocuments extends PageQuery {
  caseId?: string;
  complaintId?: string;
  kind?: DocumentKind;
  state?: DocumentState;
  q?: string;
  areaCode?: string;
}
export interface DocumentRow {
  id: string;
  version: number;
  kind: DocumentKind;
  name: Words;
  state: DocumentState;
  /** Given when it is issued, by the office's pattern. */
  documentNumber?: string;
  caseId?: string;
  caseNumber?: string;
  complaintId?: string;
  receiptNumber?: string;
  proceedingId?: string;
  addresseeName: string;
  issuedOn?: PlainDate;
  servedOn?: PlainDate;
  nextDue?: DeadlineView;
}
export interface DocumentView extends DocumentRow {
  /** Each placeholder with the value it will be printed with, from where, and whether it was typed here. */
  fields: {
    name: string;
    label: Words;
    value: string;
    /** As it is typed: a day as YYYY-MM-DD, a sum in yuan. */
    raw: string;
    type: 'text' | 'long' | 'day' | 'yuan';
    isTyped: boolean;
    canBeTyped: boolean;
    isMissing: boolean;
  }[];
  /** Rows of its tables (arrears by person, preserved evidence), as they will be printed. */
  tables: {
    name: string;
    label: Words;
    headings: string[];
    rows: string[][];
    canBeTyped: boolean;
    isMissing: boolean;
  }[];
  /** Letters the font cannot draw, by field. */
  undrawable: { field: string; letters: string }[];
  templateName: string;
  /** SHA-256 of the issued PDF and DOCX. */
  pdfSha256?: string;
  docxSha256?: string;
  /** What the QR code opens: the public check of this paper. */
  checkUrl?: string;
  services: ServiceView[];
  deadlines: DeadlineView[];
  history: HistoryEntry[];
  actions: DocumentAction[];
}
export interface ServiceView {
  id: string;
  mode: ServiceMode;
  addressee: string;
  handedOverOn: PlainDate;
  /** The day it counts as served: public notice counts after its days have run. */
  servedOn?: PlainDate;
  servedBy: string[];
  receivedBy?: string;
  witness?: string;
  note?: string;
  files: FileView[];
  outcome?: 'received' | 'refused' | 'notFound';
}

/** `GET /api/documents/:id/preview`: the text of the paper as its template prints it, for reading on screen. */
export type PreviewBlock =
  | {
      is: 'text';
      text: string;
      isBold: boolean;
      align: 'left' | 'center' | 'right';
      /** In letters. */
      indent: number;
      /** Against the paper's own letters, in hundredths. */
      size: number;
    }
  | { is: 'table'; rows: string[][] };

/** `POST /api/documents` (idempotent, 201): a draft filled from the record; answers DocumentView. */
export interface DraftDocument {
  kind: DocumentKind;
  caseId?: string;
  complaintId?: string;
  proceedingId?: string;
  /** The paper it serves, for a service receipt. */
  documentId?: string;
}
/**
 * Moves, all `POST /api/documents/:id/<action in kebab case>` with If-Match, answering DocumentView: edit, submit {},
 * approve {note}, return-draft {reason}, issue {} (409 with the list of what is missing), serve, confirm-service, void {reason}.
 * `GET /api/documents/:id/pdf` and `/docx` give a preview marked 草稿 before, the frozen bytes after issue.
 */
export interface EditDocument {
  /** Typed values by placeholder; an empty text takes the record's value again. */
  fields: Record<string, string>;
}
export interface ServeDocument {
  mode: ServiceMode;
  addressee: string;
  handedOverOn: PlainDate;
  servedBy: string[];
  receivedBy?: string;
  /** LEFT needs a witness or files; ELECTRONIC needs the signed consent as a file; PUBLIC_NOTICE where it was posted. */
  witness?: string;
  note?: string;
  fileIds: string[];
}
export interface ConfirmService {
  serviceId: string;
  outcome: 'received' | 'refused' | 'notFound';
  on: PlainDate;
  note?: string;
  fileIds: string[];
}

/** `GET /api/public/documents/:checkCode`: is a paper in somebody's hand one of ours, and the same, letter for letter? */
export interface DocumentCheck {
  documentNumber: string;
  name: Words;
  officeName: string;
  issuedOn: PlainDate;
  state: 'valid' | 'voided';
  voidedOn?: PlainDate;
  pdfSha256: string;
  /** The addressee, masked. */
  addresseeMasked: string;
}

/**
 * `GET /api/document-templates?areaCode` lists a row per kind: the nearest area's template, or the product's own.
 * `GET /api/document-templates/:kind/docx?areaCode` downloads it; `POST` with a file id puts a new one (checked: it opens,
 * knows its placeholders, lacks none that the law wants, PRO-14); `POST …/preview` draws it with an example;
 * `POST …/reset` goes back to the wider area's. Older ones stay readable; drafts keep the one they began with.
 */
export interface TemplateRow {
  kind: DocumentKind;
  name: Words;
  areaCode?: string;
  version: number;
  changedOn?: PlainDate;
  note?: string;
  placeholders: { name: string; label: Words; isRequired: boolean }[];
  /** What of the template put last is printed otherwise than Word shows it. */
  notes?: Words[];
}
export interface PutTemplate {
  areaCode: string;
  fileId: string;
  note: string;
}
