import type { MarkForSide } from '../../server/core/contract/arrears.ts';
import type { CaseAction, CaseState, ClosureCode } from '../../server/core/contract/cases.ts';
import type { CertificateCheck, CertificateState } from '../../server/core/contract/certificates.ts';
import type { PaymentMeans } from '../../server/core/contract/claims.ts';
import type { ComplaintState } from '../../server/core/contract/complaints.ts';
import type { ConfirmService, DocumentKind, ServeDocument } from '../../server/core/contract/documents.ts';
import type { ListingState } from '../../server/core/contract/listings.ts';
import type { ProceedingKind } from '../../server/core/contract/proceedings.ts';
import type { AnswerPayment } from '../../server/core/contract/tracking.ts';
import type { ParameterKey } from '../../server/features/parameters/index.ts';
import type { CreditFactKind } from '../../server/core/certificates/credit-facts.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';

/** Who does something; people of the other office have `other` in front. */
export type By =
  'clerk' | 'inspector' | 'inspector2' | 'head' | 'otherInspector' | 'otherHead' | 'worker' | 'nobody';
type Given = Record<string, FieldValue>;

/** How a listing stands. */
export interface ListingExpected {
  state?: ListingState;
  /** First and last day on the list: `2026-02-25 2029-02-25`; none where nothing is decided. */
  onList?: string | null;
  /** Does the public read it on this day? */
  isPublic?: boolean;
  /** Clocks among those that run: `period day`; those with ! in front do not run. */
  clocks?: readonly string[];
  /** Buttons of the inspector or the head that can be used today; those with ! in front cannot. */
  open?: readonly string[];
  /** Days by their Chinese label. */
  figures?: Readonly<Record<string, string>>;
}

/** How a certificate stands. */
export interface CertificateExpected {
  state?: CertificateState;
  /** What whoever holds the paper is told on this day. */
  checks?: CertificateCheck['state'];
  validUntil?: string;
  /** What it rests on, and what has come up since: kinds, in the order of print. */
  rests?: readonly CreditFactKind[];
  since?: readonly CreditFactKind[];
}

/** What stands on the record once a line has been told; only what is named is looked at. */
export interface Expected {
  state?: CaseState;
  /** State of the newest proceeding. */
  proceeding?: string;
  /** `period day` of the clock of the case that is due first, or none; `?` behind a day that is provisional. */
  due?: string | null;
  /** Every clock that runs, of the case and of its newest proceeding: `period day`. */
  clocks?: readonly string[];
  /** Buttons of the case, or of the newest proceeding, that are there; those with ! in front are not. */
  open?: readonly string[];
  /** Figures of the newest proceeding, by their Chinese label: fen, a day, or words. */
  figures?: Readonly<Record<string, number | string>>;
  /** `state day`, the last day of the two years: `stopped 2026-01-31`. */
  limitation?: string;
  complaint?: ComplaintState;
  /** The clock of the complaint that is due first, or none. */
  complaintDue?: string | null;
  complaintOpen?: readonly string[];
  /** Fen seen of the whole case. */
  seen?: number;
  /** What keeps it from closing as paid: people, fen. */
  unpaid?: readonly [people: number, fen: number];
  /** People of the sheet with where their claim stands: `甲工 partly 400000`. */
  claims?: readonly string[];
  closed?: ClosureCode;
  /** Every paper of the case and its complaints that is issued, in the order of issue. */
  papers?: readonly DocumentKind[];
  /** The newest paper: `issued`, `served 2026-03-05`, or the clock of its service: `service 2026-03-11`. */
  paper?: string;
  /** What the paper of the line, or the newest that was issued, says, by placeholder. */
  prints?: Readonly<Record<string, string>>;
  /** What the record still lacks for a paper of the case; an empty text where it can be issued as it is. */
  lacks?: Partial<Record<DocumentKind, string>>;
  /** State of the arrears sheet and its sums in fen. */
  sheet?: { state?: string; owed?: number; agreed?: number; disputed?: number; open?: number };
  listing?: ListingExpected;
  certificate?: CertificateExpected;
  /** `status code`, with the fields: the line is refused and changes nothing. */
  refused?: string;
}

/** A complaint as it comes in; what is not said is usual. */
export interface Lodged {
  intakeKind?: 'COMPLAINT' | 'REPORT';
  payMonths?: readonly string[];
  owedFen?: number;
  headcount?: number;
  employerName?: string;
  /** Who is owed how much for which month. */
  people?: readonly [name: string, owedFen: number, payMonth?: string][];
}

/** One line of a history: on a day, somebody does something, and this is how things stand. */
export type Line = { readonly on: string; readonly expect?: Expected } & (
  | { by: By; lodges: Lodged; named?: string }
  | { by: By; complaint: string; given?: object; named?: string; into?: string }
  /** Files the case on every complaint of the history that is accepted. */
  | { by: By; files: true }
  /** Joins a further complaint to the case. */
  | { by: By; joins: string; reason: string }
  | { by: By; act: CaseActionPath; given?: object }
  | { by: By; opens: ProceedingKind; given: Given }
  /** A step of the newest proceeding, or of the newest of this kind. */
  | { by: By; step: string; of?: ProceedingKind; given?: Given }
  | { by: By; pays: Readonly<Record<string, number>>; means: PaymentMeans; paidOn?: string }
  | { by: 'worker'; says: AnswerPayment['answer']; receivedFen?: number }
  /** From draft to issue: what has to be typed, the head's approval where the kind needs it. */
  | { by: By; issues: DocumentKind; fields?: Record<string, string>; of?: ProceedingKind; named?: string }
  /** The same paper as a draft alone: filled from the record and typed, and nothing lacks. */
  | { by: By; drafts: DocumentKind; fields?: Record<string, string>; of?: ProceedingKind; named?: string }
  | { by: By; serves: DocumentKind; given: Partial<ServeDocument> }
  | { by: By; confirms: DocumentKind; outcome: ConfirmService['outcome'] }
  | { by: By; sheet: 'build' | 'show' | 'settle'; given?: object }
  /** What the inspector finds of one person's month where the sides disagree. */
  | { by: By; sheet: 'find'; person: string; foundFen: number; reason: string }
  | ({ by: By; sheet: 'mark'; people?: readonly string[] } & Omit<MarkForSide, 'lineIds' | 'saysFen'> & {
        saysFen?: number;
      })
  /** The debtor of the case, or whoever asks for a certificate, is put on record as a company. */
  | { firm: string }
  /** Proposes to list the debtor of the case. */
  | { by: By; proposes: Given }
  /** A step of the newest listing. */
  | { by: By; listing: string; given?: Given }
  /** Asks for a certificate of the firm. */
  | { by: By; asks: Given }
  /** A step of the newest certificate. */
  | { by: By; certificate: string; given?: Given }
  | { holiday: string }
  /** The notice for a year is published: blocks of days off, and days that are worked instead. */
  | { notice: number; off: readonly (readonly [from: string, to: string])[]; worked: readonly string[] }
  | { parameter: ParameterKey; value: string | number; area?: string }
  /** The night's work: served orders reach their cases, certificates whose days are over end. */
  | { night: true }
  | { look: true; by?: By }
);

/** The action of a case as its door is called: `askClosure` is `ask-closure`. */
type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${Kebab<Rest>}`
    : `-${Lowercase<First>}${Kebab<Rest>}`
  : Text;
export type CaseActionPath = Kebab<CaseAction>;

/** A whole case as data: filed on a day on an accepted complaint, or begun by its first line. */
export interface Replay {
  title: string;
  filedOn?: string;
  lines: readonly Line[];
}
