import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { ArrearsLineView, ArrearsState, MarkView } from './arrears.ts';

/** `GET /api/my/arrears`: the signed-in phone's own lines, newest sheet first; the other side's word is not in it. */
export interface MyArrears {
  sheetId: string;
  version: number;
  caseNumber: string;
  respondentName: string;
  state: ArrearsState;
  answerBy?: PlainDate;
  canAnswer: boolean;
  owedFen: Fen;
  lines: MyArrearsLine[];
}
export interface MyArrearsLine {
  id: string;
  payMonth: PayMonth;
  basis: ArrearsLineView['basis'];
  earnedFen: Fen;
  deductedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  /** No figure yet: to be found out. */
  isUnknown: boolean;
  mine?: MarkView;
  found?: { owedFen: Fen; reason: string };
}
/** `POST /api/my/arrears/:lineId` with the sheet's If-Match; answers MyArrears. */
export interface AnswerArrears {
  mark: 'agreed' | 'disputed';
  saysFen?: Fen;
  reason?: string;
}

/** `GET /api/company/arrears` (page), `GET /api/company/arrears/:id/lines` (page): without reporters, without their sums. */
export interface CompanyArrears {
  id: string;
  version: number;
  caseNumber: string;
  state: ArrearsState;
  shownOn?: PlainDate;
  answerBy?: PlainDate;
  canAnswer: boolean;
  people: number;
  lines: number;
  owedFen: Fen;
  /** How many of the lines the company has agreed to, disputed, not answered. */
  answered: { agreed: number; disputed: number; open: number };
}
export interface CompanyArrearsLine {
  id: string;
  personName: string;
  payMonth: PayMonth;
  basis: ArrearsLineView['basis'];
  earnedFen: Fen;
  deductedFen: Fen;
  paidFen: Fen;
  owedFen: Fen;
  isUnknown: boolean;
  sources: ArrearsLineView['sources'];
  mine?: MarkView;
  found?: { owedFen: Fen; reason: string };
}
