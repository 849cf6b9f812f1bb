import type { CaseState } from '../../server/core/contract/cases.ts';
import type { ProceedingKind } from '../../server/core/contract/proceedings.ts';
import type { FieldValue } from '../../server/core/proceedings/field.ts';

type Who = 'inspector' | 'head';
type Given = Record<string, FieldValue>;

/** What stands on the case once a line has been told; only what is named is looked at. */
export interface Expected {
  state?: CaseState;
  /** State of the newest proceeding. */
  proceeding?: string;
  /** `period day` of the clock that is due first, or none. */
  due?: string | null;
  /** Every clock that runs, of the case and of its newest proceeding: `period day`. */
  clocks?: readonly string[];
  /** Buttons of the case, or of the newest proceeding, that are there; those with ! in front are not. */
  open?: readonly string[];
  /** `status code`, with the fields: the line is refused and changes nothing. */
  refused?: string;
}

/** One line of a history: on a day, somebody does something, and this is how things stand. */
export type Line = { on: string; expect?: Expected } & (
  | { by: Who; act: string; given?: object }
  | { by: Who; opens: ProceedingKind; given: Given }
  | { by: Who; step: string; given?: Given }
  | { holiday: string }
  | { parameter: 'suspensionStopsClock' | 'bondPaymentDays' | 'bondRefillDays'; value: string | number }
  | { look: true }
);

/** A whole case as data: filed on a day, then line by line. */
export interface Replay {
  title: string;
  filedOn: string;
  lines: readonly Line[];
}
