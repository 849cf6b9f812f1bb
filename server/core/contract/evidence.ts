import type { PlainDate } from '../kit/plain-date.ts';
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
  custody: { at: string; action: string; by: string; note?: string }[];
  interview?: InterviewView;
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
  /** A line of a payroll, a punch month or a bank row instead of a file: its bytes are frozen as JSON at this moment. */
  record?: { kind: 'bankRow' | 'payrollLine' | 'attendance'; id: string };
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
  /** The frozen paper. */
  pdf?: FileView;
}
/** `POST /api/cases/:id/interviews` (idempotent, 201), `PATCH /api/interviews/:id` with If-Match, `/sign`, `/finish`. */
export interface WriteInterview {
  personName: string;
  personRole: string;
  place: string;
  inspectorIds: string[];
  begunAt: string;
  lines: { question: string; answer: string }[];
}
export interface SignInterview {
  who: 'person' | 'inspector';
  name: string;
  /** Strokes in thousandths of the box, each a list of x, y in turn; the server draws them. */
  strokes: number[][];
}

/**
 * 证据包: one ZIP for arbitration, court or police. `POST /api/cases/:id/evidence-packs` (idempotent, 202) begins one,
 * `GET /api/evidence-packs/:id` says how far it is, `GET …/zip` gives it. Made by a worker thread; a killed one begins anew.
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
  problem?: string;
}
