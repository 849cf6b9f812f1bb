import type { Types } from 'mongoose';
import type { DocumentAction, DocumentKind, DocumentState } from '../../core/contract/documents.ts';
import type { ServiceMode } from '../../core/contract/cases.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { Sealed } from '../../platform/crypto/index.ts';

export interface StaffRef {
  id: string;
  name: string;
}

export interface ServiceRecord {
  id: string;
  mode: ServiceMode;
  addressee: string;
  handedOverOn: PlainDate;
  servedOn?: PlainDate;
  servedBy: string[];
  receivedBy?: string;
  witness?: string;
  note?: string;
  fileIds: string[];
  outcome?: 'received' | 'refused' | 'notFound';
}

export interface DocumentHistory {
  action: DocumentAction | 'draft' | 'countServed' | 'recount';
  from?: DocumentState;
  to?: DocumentState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'system'; id?: string; name?: string };
  reason?: string;
  facts?: Record<string, string | number | boolean>;
}

/** A paper as it lies in the store. What was typed and what was printed stand sealed: both may name people. */
export interface DocumentRecord {
  _id: Types.ObjectId;
  version: number;
  kind: DocumentKind;
  state: DocumentState;
  areaCode: string;
  officeCode: string;
  caseId?: string;
  caseNumber?: string;
  complaintId?: string;
  receiptNumber?: string;
  proceedingId?: string;
  /** The paper whose service this receipt proves. */
  servesId?: string;
  addresseeName: string;
  /** The company on record it is addressed to, since it was issued: its people read it once it is served. */
  companyId?: string;
  draftedBy: StaffRef;
  createdAt: Date;
  /** Absent: the product's own template. */
  templateId?: string;
  /** JSON of what was typed over the record, by placeholder. */
  typed?: Sealed;
  approvedBy?: StaffRef;
  documentNumber?: string;
  serial?: number;
  year?: number;
  /** Absent before it is issued; the list is ordered by it. */
  issuedOn?: PlainDate;
  checkCode?: string;
  pdfFileId?: string;
  docxFileId?: string;
  pdfSha256?: string;
  docxSha256?: string;
  /** JSON of FilledDocument as it was printed. */
  printed?: Sealed;
  services: ServiceRecord[];
  servedOn?: PlainDate;
  /** A served order changes its case; `waiting` until the day on which it counts as served. */
  effect?: 'waiting' | 'done';
  deadlines: Deadline[];
  nextDueOn: PlainDate;
  voided?: { on: PlainDate; reason: string };
  history: DocumentHistory[];
  grams?: string[];
  searchText?: string;
}
