import type { Words } from '../alerts/rule.ts';
import type { BondEffect, BondRule } from '../credit/bond-proposal.ts';
import type { CreditEntryKind, CreditRecordRef } from '../credit/entry.ts';
import type { CreditGrade, CriterionId, CriterionState } from '../credit/grade.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { FileView } from './files.ts';
import type { LifeView } from './lives.ts';

/** One dated fact of a company's file, with the record it was read from. */
export interface CreditEntryView {
  kind: CreditEntryKind;
  name: Words;
  tone: 'bad' | 'good' | 'plain';
  on: PlainDate;
  endedOn?: PlainDate;
  record: CreditRecordRef;
  number?: string;
  note?: Words;
  fen?: Fen;
  count?: number;
  citation?: Words;
  /** Not shown to the company. */
  isOfficeOnly?: true;
}

export interface CriterionView {
  id: CriterionId;
  grade: CreditGrade;
  words: Words;
  state: CriterionState;
  facts: CreditEntryView[];
}

/** A grade as the record carries it on a day. `proposed` is absent where somebody has to judge. */
export interface YearGradeView {
  year: number;
  day: PlainDate;
  proposed?: CreditGrade;
  why: Words;
  criteria: CriterionView[];
  /** The measures by name; article numbers that were not read in the text are not printed. */
  citation?: Words;
}

export interface BondLineView {
  rule: BondRule;
  words: Words;
  state: CriterionState;
  facts: CreditEntryView[];
  basisPoints?: number;
  fen?: Fen;
  /** The area decides how much and has not said. */
  isNotSet?: true;
  note?: Words;
  citation?: Words;
}
export interface BondProposalView {
  areaCode: string;
  effect: BondEffect;
  words: Words;
  lines: BondLineView[];
}

/** What is still owed in open cases to which the company is party. */
export interface OpenArrears {
  cases: number;
  people: number;
  owedFen: Fen;
  seenFen: Fen;
}

/**
 * `GET /api/companies/:id/credit?day`: the file of a company as of a day (today without one): its entries newest first, the
 * grade of that year to date, the bond its record speaks for (the office alone), and its yearly grades. A company reads its
 * own, without what is the office's own. `GET /api/credit-files/own`: those of the companies the reader stands for.
 */
export interface CreditFileView {
  companyId: string;
  companyName: string;
  creditCode?: string;
  areaCode: string;
  day: PlainDate;
  entries: CreditEntryView[];
  /** More are on record than are shown. */
  more?: number;
  grade: YearGradeView;
  bond?: BondProposalView;
  openArrears?: OpenArrears;
  listed?: CreditEntryView;
  ratings: RatingRow[];
}

/** `GET /api/credit-files?q&areaCode`: companies with their newest grade in force, open arrears, and whether they are listed. */
export interface CreditFileRow {
  id: string;
  name: string;
  creditCode?: string;
  areaCode: string;
  /** In force. */
  grade?: CreditGrade;
  year?: number;
  openArrears?: OpenArrears;
  listedOn?: PlainDate;
}

export const RATING_STATES = ['proposed', 'approved', 'told', 'objected', 'rechecked', 'final'] as const;
export type RatingState = (typeof RATING_STATES)[number];

export interface RatingRow {
  id: string;
  version: number;
  companyId: string;
  companyName: string;
  areaCode: string;
  year: number;
  state: RatingState;
  stateName: Words;
  proposed?: CreditGrade;
  /** As decided; in force once the state is `final`. */
  grade?: CreditGrade;
  openedOn: PlainDate;
}

/**
 * `GET /api/ratings?q&areaCode&companyId&year&grade&state`, `/export`; `GET /api/ratings/:id`; `POST /api/ratings` (idempotent, 201)
 * opens one by hand; `POST /api/ratings/:id/moves/:action` (If-Match, idempotent).
 */
export interface RatingView extends LifeView {
  companyId: string;
  companyName: string;
  creditCode?: string;
  areaCode: string;
  year: number;
  proposed?: CreditGrade;
  grade?: CreditGrade;
  /** The facts on which it rests, frozen on the day they were last read. */
  frozen: YearGradeView;
  /** How often they were read again before. */
  readings: number;
  /** What the record says otherwise today; the grade itself does not move by it. */
  changed: { added: CreditEntryView[]; gone: CreditEntryView[] };
  files: FileView[];
}

export interface OpenRating {
  companyId: string;
  year: number;
  given: Record<string, FieldValue>;
}
