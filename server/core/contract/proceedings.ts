import type { Words } from '../alerts/rule.ts';
import type { FieldSpec, FieldValue } from '../lives/field.ts';
import type { LifeView, MoveLife } from './lives.ts';

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

/** Its version is that of the case. */
export interface ProceedingView extends Omit<LifeView, 'version'> {
  kind: ProceedingKind;
  /** Counts within the case and kind: the second decision of a case is 2. */
  number: number;
  name: Words;
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
export type MoveProceeding = MoveLife;
