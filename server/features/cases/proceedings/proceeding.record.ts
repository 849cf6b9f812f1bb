import type { PartyRef } from '../../../core/contract/cases.ts';
import type { ProceedingKind } from '../../../core/contract/proceedings.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { Deadline } from '../../../core/law/deadline.ts';
import type { FieldValue } from '../../../core/lives/field.ts';

/** A proceeding as it lies in the record of its case; its steps stand in the history of the case. */
export interface ProceedingRecord {
  id: string;
  kind: ProceedingKind;
  number: number;
  /** On whom it is served, as that party was on the day it was opened. */
  addressee?: PartyRef;
  state: string;
  openedOn: PlainDate;
  closedOn?: PlainDate;
  /** On which day its last step happened: the next one cannot have happened before. */
  lastOn: PlainDate;
  /** Who made the last step: what waits for an approval is not approved by the same person. */
  lastBy?: string;
  facts: Record<string, FieldValue>;
  deadlines: Deadline[];
}

/** What a line of the case's history says of a step of a proceeding. */
export interface ProceedingStep {
  id: string;
  kind: ProceedingKind;
  number: number;
  action: string;
  given: Record<string, FieldValue>;
}
