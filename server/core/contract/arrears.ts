import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { FileView } from './files.ts';
import type { HistoryEntry } from './deadlines.ts';

/**
 * 欠薪测算书: what each person of a case earned, got and is owed, month by month, from punches, pieces, rates and bank
 * rows; both sides say line by line whether they agree. A new revision supersedes; the old one stays readable.
 */
export const ARREARS_STATES = ['draft', 'shown', 'settled', 'superseded'] as const;
export type ArrearsState = (typeof ARREARS_STATES)[number];
export const ARREARS_ACTIONS = [
  'edit',
  'show',
  'tell',
  'markForWorker',
  'markForEmployer',
  'settle',
  'revise',
] as const;
export type ArrearsAction = (typeof ARREARS_ACTIONS)[number];

/** Where a figure of a line comes from; 'stated' is the complainant's own word. */
export const ARREARS_SOURCES = [
  'attendance',
  'pieces',
  'payrollLine',
  'bankRow',
  'stated',
  'inspector',
] as const;
export type ArrearsSource = (typeof ARREARS_SOURCES)[number];

/** What both sides together have said of a line; unknown: the records do not give a figure yet, and nobody guesses one. */
export const LINE_STANDINGS = ['disputed', 'unknown', 'open', 'found', 'agreed'] as const;
export type LineStanding = (typeof LINE_STANDINGS)[number];

/**
 * `POST /api/cases/:id/arrears-sheet` (inspector; idempotent, 201) builds it; `GET` answers the newest (404 before the
 * first); `?revision=`. Without months: those the people of the case speak of.
 */
export interface BuildArrears {
  from?: PayMonth;
  to?: PayMonth;
}
export interface ArrearsSheetView {
  id: string;
  version: number;
  caseId: string;
  caseNumber: string;
  revision: number;
  /** Every revision there is, newest first. */
  revisions: number[];
  state: ArrearsState;
  from: PayMonth;
  to: PayMonth;
  builtOn: PlainDate;
  shownOn?: PlainDate;
  /** The last day both sides were given to answer; silence is neither agreed nor disputed. */
  answerBy?: PlainDate;
  settledOn?: PlainDate;
  people: number;
  lines: number;
  /** While it is shown: lines still open whose person no message told of the sheet and who has not spoken; none if missing. */
  untold?: number;
  /** How often a side has spoken: who settles names the number he has seen. */
  marks: number;
  totals: {
    earnedFen: Fen;
    paidFen: Fen;
    owedFen: Fen;
    /** Both sides agreed. */
    agreedFen: Fen;
    disputedFen: Fen;
    openFen: Fen;
    /** Disputed, and the inspector has said what he found. */
    foundFen: Fen;
    /** Lines by what was said of them; those of unknown count nothing in the sums. */
    lines: Record<LineStanding, number>;
    /** 人民币大写 of what is owed, and of the agreed part. */
    owedCapitals: string;
    agreedCapitals: string;
  };
  /**
   * What a missed order may cost the debtor beside the wages: a range, never automatic (INS-26-1). Of what an expired
   * order left unpaid; before there is one, an outlook on what is owed.
   */
  compensation?: { isOutlook: boolean; baseFen: Fen; lowFen: Fen; highFen: Fen; citation: Words };
  history: HistoryEntry[];
  actions: ArrearsAction[];
}

/** Once settled or superseded both sides still read it, and nobody marks it. */
export interface ArrearsPerson {
  claimId: string;
  /** Place on the sheet, from 1. */
  no: number;
  personName?: string;
  identityHidden: boolean;
  months: number;
  earnedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  lines: Record<LineStanding, number>;
}

/**
 * `GET /api/arrears-sheets/:id/people?q&standing` (page; disputed first), `…/lines?claimId&standing` (page, by person and
 * month), `…/export` (xlsx or csv), `…/sheet.pdf`.
 */
export interface ArrearsLineView {
  id: string;
  version: number;
  claimId: string;
  personName?: string;
  identityHidden: boolean;
  payMonth: PayMonth;
  basis: {
    kind: 'days' | 'hours' | 'pieces' | 'monthly' | 'sum';
    /** Days, hours or pieces, in hundredths. */
    hundredths?: number;
    rateFen?: Fen;
  };
  earnedFen: Fen;
  deductedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  /** What keeps the records from giving a figure; empty where they give one. */
  lacks: Words[];
  sources: { source: ArrearsSource; words: Words; recordId?: string }[];
  standing: LineStanding;
  /** No message told the person that the sheet was shown: his silence is not waited out. */
  untold?: true;
  worker?: MarkView;
  employer?: MarkView;
  /** The inspector's word where the sides disagree, with the reason. */
  found?: { owedFen: Fen; reason: string };
  /** Every mark and every change of a figure, oldest first. */
  history: LineEvent[];
}
export interface LineEvent {
  what: 'marked' | 'edited' | 'found';
  on: PlainDate;
  at: string;
  side?: 'worker' | 'employer';
  mark?: 'agreed' | 'disputed';
  saysFen?: Fen;
  /** What the line said was owed when it happened. */
  owedFen: Fen;
  reason?: string;
  by?: string;
}
export interface MarkView {
  mark: 'agreed' | 'disputed';
  reason?: string;
  /** What this side says is owed. */
  saysFen?: Fen;
  at: string;
  /** Marked at the office in the side's presence, by whom. */
  recordedBy?: string;
  files: FileView[];
}

/** `POST /api/arrears-lines/:id` with the line's If-Match (inspector): its basis, or what was found. */
export interface EditArrearsLine {
  basis?: ArrearsLineView['basis'];
  earnedFen?: Fen;
  deductedFen?: Fen;
  paidFen?: Fen;
  /** What is owed after hearing both sides; their marks stay. A changed figure takes them off: they were of another one. */
  foundFen?: Fen;
  reason: string;
}
/** `POST /api/arrears-sheets/:id/show` with If-Match: both sides see it and may answer until that day. */
export interface ShowArrears {
  answerBy: PlainDate;
}
/**
 * `POST /api/arrears-sheets/:id/tell` with If-Match (inspector): those whom no message told have been told by the office
 * itself, and how; from then on the new last day is waited for as for everybody.
 */
export interface TellArrears {
  answerBy: PlainDate;
  /** How and by whom they were told. */
  reason: string;
}
/**
 * `POST /api/arrears-sheets/:id/mark` with If-Match of the sheet (inspector, for a side at the counter), and for the
 * sides themselves: `GET /api/my/arrears` and `POST /api/my/arrears/:lineId` (worker, own lines only),
 * `GET /api/company/arrears`, `GET …/:sheetId/lines`, `POST …/:sheetId/mark` (company that is the respondent or a payer).
 * A second identical mark is harmless; a changed one keeps the earlier in the history.
 */
export interface MarkArrears {
  lineIds: string[];
  mark: 'agreed' | 'disputed';
  saysFen?: Fen;
  reason?: string;
  fileIds?: string[];
}
/** `POST /api/arrears-sheets/:id/mark` adds for which side. */
export interface MarkForSide extends MarkArrears {
  side: 'worker' | 'employer';
}
/**
 * `POST /api/arrears-sheets/:id/settle` with If-Match: the sheet's sums become the case's claims; what is agreed can be
 * ordered at once. 412 where somebody spoke since, 409 while a line is disputed and undecided, without a figure,
 * still open before the last day to answer, or of somebody whom no message told. Settling again changes nothing.
 */
export interface SettleArrears {
  /** `marks` as it was seen. */
  marks: number;
}
