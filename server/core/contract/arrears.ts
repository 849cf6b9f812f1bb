import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { PartyRef } from './cases.ts';
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

/** `POST /api/cases/:id/arrears-sheet` (inspector; idempotent, 201) builds it; `GET` answers the newest; `?revision=`. */
export interface ArrearsSheetView {
  id: string;
  version: number;
  caseId: string;
  revision: number;
  state: ArrearsState;
  builtOn: PlainDate;
  shownOn?: PlainDate;
  /** The last day both sides were given to answer; silence is neither agreed nor disputed. */
  answerBy?: PlainDate;
  people: number;
  totals: {
    earnedFen: Fen;
    paidFen: Fen;
    owedFen: Fen;
    /** Both sides agreed. */
    agreedFen: Fen;
    disputedFen: Fen;
    openFen: Fen;
    /** 人民币大写 of what is owed, and of the agreed part. */
    owedCapitals: string;
    agreedCapitals: string;
  };
  /** What a missed order may cost the debtor beside the wages: a range, never automatic (INS-26-1). */
  compensation: { lowFen: Fen; highFen: Fen; citation: Words };
  history: HistoryEntry[];
  actions: ArrearsAction[];
}

/** `GET /api/arrears-sheets/:id/lines?q&side&mark` (page, by person and month), `/export` (xlsx), `/pdf`. */
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
  sources: { source: ArrearsSource; words: Words; recordId?: string }[];
  worker?: MarkView;
  employer?: MarkView;
  /** The inspector's word where the sides disagree, with the reason. */
  found?: { owedFen: Fen; reason: string };
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
  reason: string;
}
/** `POST /api/arrears-sheets/:id/show` with If-Match: both sides see it and may answer until that day. */
export interface ShowArrears {
  answerBy: PlainDate;
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
/** `POST /api/arrears-sheets/:id/settle`: the sheet's sums become the case's claims; what is agreed can be ordered at once. */

/** `GET /api/cases/:id/liability`: who pays, who pays first, who may recover, as the facts suggest; a person decides. */
export interface LiabilityProposal {
  rule: string;
  citation: Words;
  why: Words;
  payer?: PartyRef;
  firstPayer?: PartyRef;
  recourseAgainst?: PartyRef;
  /** The owner's advance is limited to what he has not paid of the works (REG-29-2). */
  capFen?: Fen;
  /** Facts it rests on, each with the record behind it, and those it lacks. */
  facts: { words: Words; recordId?: string; isKnown: boolean }[];
}
/** `POST /api/cases/:id/decide-liability` with If-Match: takes a proposal or another rule, always with a reason. */
export interface DecideLiability {
  rule: string;
  primaryPayer?: PartyRef;
  firstPayer?: PartyRef;
  recourseAgainst?: PartyRef;
  reason: string;
}
