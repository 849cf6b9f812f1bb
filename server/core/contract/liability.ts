import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PartyRef } from './cases.ts';

/** What the table of liability asks beyond the records; a person answers, and what is not answered is not known. */
export const LIABILITY_FACTS = [
  'isConstruction',
  'employerIsSubcontractor',
  'usesUnlawfulDispatch',
  'lendsItsName',
  'isPartnershipOrSole',
  'hasNotPaid',
  'mergedOrDivided',
  'closedOrDissolved',
  'ownerPaidShort',
  'worksPassedOn',
  'awardedToUnqualified',
  'awardedByOwner',
  'lendsQualification',
  'breaksPlanningLaw',
] as const;
export type LiabilityFactId = (typeof LIABILITY_FACTS)[number];

/** `GET /api/cases/:id/liability`; `PUT /api/cases/:id/liability-facts` (inspector) answers it too. */
export interface LiabilityView {
  version: number;
  proposals: LiabilityProposal[];
  facts: LiabilityFactView[];
  ownerUnpaidFen?: Fen;
  /** Whom a rule may name: the parties of the project and of the case. */
  parties: (PartyRef & { role: string })[];
  decided?: { rule: string; citation: Words; reason?: string };
  canDecide: boolean;
}
export interface LiabilityFactView {
  id: LiabilityFactId;
  question: Words;
  /** Absent: not known. */
  value?: boolean;
  from?: 'records' | 'inspector';
}
export interface PutLiabilityFacts {
  answers: Partial<Record<LiabilityFactId, boolean | null>>;
  ownerUnpaidFen?: Fen | null;
}

/** Who pays, who pays first, who may recover, as the facts suggest; most specific first, a person decides. */
export interface LiabilityProposal {
  rule: string;
  citation: Words;
  why: Words;
  /** Every fact it needs is known; otherwise it may fit. */
  fits: boolean;
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
