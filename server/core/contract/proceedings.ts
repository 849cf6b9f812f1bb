import type { FieldSpec, FieldValue } from '../proceedings/field.ts';
import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { DeadlineView, HistoryEntry } from './deadlines.ts';

/**
 * What an office does beside the main line of a case, each with its own life, periods and papers. They lie in the case's
 * own record, so that one conditional write moves state, version, periods, history, event and messages together.
 */
export const PROCEEDING_KINDS = [
  'evidencePreservation',
  'proofDemand',
  'decision',
  'penalty',
  'criminalTransfer',
  'bondUse',
  'ownerAdvance',
  'contractorSettlement',
  'emergencyFund',
] as const;
export type ProceedingKind = (typeof PROCEEDING_KINDS)[number];

export interface ProceedingView {
  id: string;
  kind: ProceedingKind;
  /** Counts within the case and kind: the second decision of a case is 2. */
  number: number;
  name: Words;
  state: string;
  stateName: Words;
  isOpen: boolean;
  openedOn: PlainDate;
  closedOn?: PlainDate;
  /** What was given with its moves, newest value of each field. */
  facts: { field: FieldSpec; value: FieldValue }[];
  /** What follows from the facts by rule: late surcharge, cap of the owner's advance; in fen, days or words. */
  figures: { label: Words; fen?: number; day?: PlainDate; words?: Words; citation?: Words }[];
  deadlines: DeadlineView[];
  history: HistoryEntry[];
  actions: ProceedingActionView[];
}

/** A button and its form: the client draws it from this alone. */
export interface ProceedingActionView {
  action: string;
  name: Words;
  fields: FieldSpec[];
  citation?: Words;
  /** Why it cannot be done today although the state would allow it; the button is shown, closed, with these words. */
  notYet?: Words;
}

/** `GET /api/cases/:id/proceedings/kinds`: what can be opened on this case now, with the form of opening it. */
export interface ProceedingKindView {
  kind: ProceedingKind;
  name: Words;
  why: Words;
  fields: FieldSpec[];
  citation?: Words;
  notYet?: Words;
}

/**
 * `POST /api/cases/:id/proceedings` with the case's If-Match; answers CaseView, whose `proceedings` lists them all.
 * `POST /api/cases/:id/proceedings/:proceedingId/:action` likewise, body `{ given }`. A field the action does not know is
 * refused (422); 409 where the action is not open, or not yet, with the words of the guard.
 */
export interface OpenProceeding {
  kind: ProceedingKind;
  given: Record<string, FieldValue>;
}
export interface MoveProceeding {
  given: Record<string, FieldValue>;
}
