import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { FileView } from './files.ts';
import type { PageQuery } from './page.ts';

/** What shows something: the original stays as it came, with its fingerprints; whoever opened or copied it is recorded. */
export const EVIDENCE_KINDS = [
  'document',
  'photo',
  'audio',
  'video',
  'chat',
  'workbook',
  'bankRow',
  'payrollLine',
  'attendance',
  'interview',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const CUSTODY_ACTIONS = ['came', 'seen', 'edited', 'copied', 'packed', 'withdrawn'] as const;
export type CustodyAction = (typeof CUSTODY_ACTIONS)[number];
export const EVIDENCE_SIDES = ['complainant', 'respondent', 'office', 'thirdParty'] as const;
export type EvidenceSide = (typeof EVIDENCE_SIDES)[number];

/** `GET /api/cases/:id/evidence?kind&side&q` (page, by number); what complaints of the case hold is listed too. */
export interface ListEvidence extends PageQuery {
  kind?: EvidenceKind;
  side?: EvidenceSide;
  q?: string;
}
export interface EvidenceRow {
  id: string;
  version: number;
  /** Counts within the case: 证据 1, 2, 3 …, never reused. */
  number: number;
  kind: EvidenceKind;
  side: EvidenceSide;
  title: string;
  /** What it is to show. */
  shows?: string;
  obtainedOn: PlainDate;
  obtainedBy: string;
  place?: string;
  file?: FileView;
  /** Of the original bytes, hex. */
  sha256?: string;
  sm3?: string;
  isWithdrawn: boolean;
  /** Copies with parts made unreadable. */
  copyCount: number;
  /** Came with a report: only the two inspectors of the case know of it, and it never goes into a pack. */
  isHidden: boolean;
}
export interface EvidenceView extends EvidenceRow {
  /** Time and place the picture itself carries; stripped from every copy. */
  taken?: { at?: string; latitude?: number; longitude?: number; device?: string };
  /** Copies with parts made unreadable: for the other side, for publication. */
  copies: {
    id: string;
    file: FileView;
    madeOn: PlainDate;
    madeBy: string;
    redactions: number;
    sha256: string;
  }[];
  /** Came, seen, copied, packed, withdrawn: by whom and when, newest last. */
  custody: { at: string; action: CustodyAction; by: string; note?: string }[];
  /** The record as it was frozen, canonical JSON; its bytes are what the fingerprints are of. */
  frozen?: string;
  withdrawn?: { on: PlainDate; by: string; reason: string };
  interviewId?: string;
  actions: ('edit' | 'redact' | 'withdraw')[];
}

/** `POST /api/cases/:id/evidence` (idempotent, 201); the file was uploaded with purpose `evidence`. */
export interface AddEvidence {
  kind: EvidenceKind;
  side: EvidenceSide;
  title: string;
  shows?: string;
  obtainedOn: PlainDate;
  place?: string;
  fileId?: string;
  /**
   * A line of a payroll, a punch month (`month` of the enrolment of this id) or a bank row instead of a file: its bytes are
   * frozen as JSON at this moment.
   */
  record?: FrozenRecord;
}
export interface FrozenRecord {
  kind: 'bankRow' | 'payrollLine' | 'attendance';
  id: string;
  month?: PayMonth;
}
/**
 * What complaints and moves of the case hold already: `GET /api/cases/:id/evidence/sources`;
 * `POST /api/cases/:id/evidence/take-in` takes what is not yet evidence from one of them, or from all.
 * `GET /api/evidence/:id/{thumbnail,shown,original}` give the bytes; `shown` carries none of a picture's own data.
 */
export interface EvidenceSources {
  /** `complaintId` absent: files of the case itself. */
  sources: { complaintId?: string; label: string; files: number; fresh: number }[];
}
export interface TakeInEvidence {
  /** Absent: everything. */
  complaintId?: string;
}
export interface EvidenceTaken {
  taken: number;
}
export interface WithdrawEvidence {
  reason: string;
}
/** `POST /api/evidence/:id/edit` with If-Match: words only, never the bytes; `/withdraw` {reason}. */
export interface EditEvidence {
  title: string;
  shows?: string;
  side: EvidenceSide;
}
/** `POST /api/evidence/:id/redact` with If-Match: rectangles of a picture in thousandths of its sides; a copy is made. */
export interface RedactEvidence {
  boxes: { left: number; top: number; width: number; height: number }[];
  reason: string;
}

/** Interview on site or at the counter (询问笔录): written, read to the person, signed on the phone's screen, then frozen. */
export interface InterviewView {
  id: string;
  version: number;
  caseId: string;
  state: 'open' | 'signed';
  /** Two inspectors at least (INS-16-1). */
  inspectors: { id: string; name: string }[];
  personName: string;
  personRole: string;
  place: string;
  begunAt: string;
  endedAt?: string;
  lines: { question: string; answer: string }[];
  /** As a person wrote it on the screen. */
  signatures: { who: 'person' | 'inspector'; name: string; at: string }[];
  /** The person made a report: name and words are for the two inspectors of the case alone. */
  isReporter: boolean;
  /** Why the person did not sign. */
  unsignedReason?: string;
  /** The frozen paper, and the piece of evidence it became. */
  pdf?: FileView;
  evidenceId?: string;
  actions: ('write' | 'sign' | 'finish')[];
}
/**
 * `GET` and `POST /api/cases/:id/interviews` (idempotent, 201), `GET` and `PATCH /api/interviews/:id` (all fields, If-Match;
 * a stale version is 412 and the screen lays both texts side by side), `/sign`, `/finish`. New words end old signatures.
 */
export interface WriteInterview {
  personName: string;
  personRole: string;
  place: string;
  inspectorIds: string[];
  begunAt: string;
  lines: { question: string; answer: string }[];
  isReporter: boolean;
}
export interface FinishInterview {
  endedAt: string;
  /** Needed where the person did not sign. */
  unsignedReason?: string;
}
export interface SignInterview {
  who: 'person' | 'inspector';
  name: string;
  /** Strokes in thousandths of the box, each a list of x, y in turn; the server draws them. */
  strokes: number[][];
}

/**
 * 证据包: one ZIP for arbitration, court or police. `POST /api/cases/:id/evidence-packs` (idempotent, 202) begins one,
 * `GET /api/cases/:id/evidence-packs` lists them, `GET /api/evidence-packs/:id` says how far one is, `GET …/zip` gives it. Made by a worker thread; a killed one begins anew.
 */
export interface StartEvidencePack {
  forWhom: 'arbitration' | 'court' | 'police' | 'other';
  recipient: string;
  reason: string;
  /** Absent: all that is not withdrawn. */
  evidenceIds?: string[];
  /** The redacted copy instead of the original, where there is one. */
  useCopies: boolean;
}
export interface EvidencePackView {
  id: string;
  caseId: string;
  state: 'waiting' | 'packing' | 'ready' | 'failed';
  done: number;
  total: number;
  forWhom: StartEvidencePack['forWhom'];
  recipient: string;
  bytes?: number;
  sha256?: string;
  madeAt?: string;
  /** Pieces that came with reports and stay out of every pack. */
  leftOut: number;
  problem?: string;
}
