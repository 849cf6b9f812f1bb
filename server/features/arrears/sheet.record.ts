import type { Types } from 'mongoose';
import type { Words } from '../../core/alerts/rule.ts';
import type { ArrearsLineView, ArrearsState, LineEvent, LineStanding } from '../../core/contract/arrears.ts';
import type { ArrearsSums } from '../../core/arrears/standing.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';

export interface SheetHistory {
  action: string;
  from?: ArrearsState;
  to?: ArrearsState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'complainant' | 'system'; id?: string; name?: string };
  reason?: string;
  facts?: Record<string, string | number | boolean>;
}

/** One revision of a case's arrears sheet. Its lines are their own records; the sums are kept with every change of one. */
export interface SheetRecord {
  _id: Types.ObjectId;
  version: number;
  caseId: string;
  caseNumber: string;
  officeCode: string;
  areaCode: string;
  revision: number;
  state: ArrearsState;
  /** Both sides have been shown it: from then on they may read it, whatever comes after. */
  wasShown: boolean;
  from: PayMonth;
  to: PayMonth;
  builtOn: PlainDate;
  shownOn?: PlainDate;
  answerBy?: PlainDate;
  /** Lines of people whom no message told that it was shown. */
  untold?: number;
  settledOn?: PlainDate;
  people: number;
  lineCount: number;
  /** How often a side has spoken. */
  marks: number;
  sums: ArrearsSums;
  history: SheetHistory[];
}

/** What a side said, of which figure. */
export interface StoredMark {
  mark: 'agreed' | 'disputed';
  reason?: string;
  saysFen?: Fen;
  at: Date;
  on: PlainDate;
  recordedBy?: string;
  fileIds: string[];
}

/** One person's month on a sheet. Who it is stands in the claim, sealed. */
export interface LineRecord {
  _id: Types.ObjectId;
  version: number;
  sheetId: string;
  caseId: string;
  claimId: string;
  /** Somebody who made a report: not shown to the company at all. */
  identityHidden: boolean;
  /** Place of the person on the sheet, and of the line, from 1. */
  no: number;
  place: number;
  payMonth: PayMonth;
  basis: ArrearsLineView['basis'];
  earnedFen: Fen;
  deductedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  lacks: Words[];
  sources: ArrearsLineView['sources'];
  standing: LineStanding;
  /** No message told the person that the sheet was shown. */
  untold?: true;
  worker?: StoredMark;
  employer?: StoredMark;
  found?: { owedFen: Fen; reason: string };
  /** The figures were written by an inspector; a new revision keeps them. */
  edited?: { reason: string };
  history: LineEvent[];
}
