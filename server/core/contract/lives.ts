import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldSpec, FieldValue } from '../lives/field.ts';
import type { DeadlineView, HistoryEntry } from './deadlines.ts';

/** A button and its form: the client draws it from this alone. */
export interface LifeActionView {
  action: string;
  name: Words;
  fields: FieldSpec[];
  citation?: Words;
  /** Why it cannot be done today although the state would allow it; the button is shown, closed, with these words. */
  notYet?: Words;
}

/** What follows from the facts by rule, in fen, days or words. */
export interface FigureView {
  label: Words;
  fen?: number;
  day?: PlainDate;
  words?: Words;
  citation?: Words;
}

/** What every record that lives by a table shows of its life; each feature adds its own fields beside it. */
export interface LifeView {
  id: string;
  version: number;
  state: string;
  stateName: Words;
  isOpen: boolean;
  openedOn: PlainDate;
  closedOn?: PlainDate;
  /** What was given with its moves, newest value of each field. */
  facts: { field: FieldSpec; value: FieldValue }[];
  figures: FigureView[];
  deadlines: DeadlineView[];
  history: HistoryEntry[];
  actions: LifeActionView[];
}

/** `POST /api/<things>/:id/moves/:action` with the record's If-Match answers its view. A field the action does not know is refused (422). */
export interface MoveLife {
  given: Record<string, FieldValue>;
}
