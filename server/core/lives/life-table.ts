import type { Words } from '../alerts/rule.ts';
import type { AnyFlow } from '../kit/flow.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { CitableId } from '../law/articles.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { Deadline } from '../law/deadline.ts';
import type { LawFlow } from '../law/law-flow.ts';
import type { PeriodId } from '../law/periods.ts';
import type { FieldSpec, FieldValue } from './field.ts';

/** What was given with the moves, the newest value of each field. */
export type Facts = Readonly<Record<string, FieldValue>>;

/** Numbers an area has set; without one nothing is assumed. */
export interface LengthsOfArea {
  /** Working days of periods whose own length may not be taken for law. */
  readonly workingDays?: Readonly<Partial<Record<PeriodId, number>>>;
}

/** Everything a guard, a check or a figure looks at; a kind adds what it needs besides. */
export interface LifeSituation {
  readonly state: string;
  readonly facts: Facts;
  readonly deadlines: readonly Deadline[];
  readonly today: PlainDate;
  readonly calendar: Calendar;
  readonly area: LengthsOfArea;
}

/** A given value that cannot be right, at its field. */
export interface WrongValue extends Words {
  readonly field: string;
}

export interface Figure {
  readonly label: Words;
  readonly fen?: number;
  readonly day?: PlainDate;
  readonly words?: Words;
  readonly cite?: CitableId;
}

/** One action: its form, why it may not be done yet, and which day its periods count from. */
export interface LifeAction<Now extends LifeSituation = LifeSituation> {
  readonly name: Words;
  readonly fields: readonly FieldSpec[];
  /** Why not today although the state would allow it, with the day it becomes possible. */
  readonly notYet?: (now: Now) => Words | undefined;
  /** What is wrong with what is given; `now.facts` holds it already. */
  readonly check?: (now: Now, before: Now) => WrongValue | undefined;
  /** What follows from this step alone and could not be told later from the newest values; kept beside them. */
  readonly keeps?: (now: Now, before: Now) => Facts;
  /** The field that says on which day it happened: periods are met on it and start from it. Otherwise today. */
  readonly on?: string;
  /** Periods that start from another day, or not at all (undefined); `now.facts` holds what is given. */
  readonly startsOn?: Readonly<Partial<Record<PeriodId, (now: Now) => PlainDate | undefined>>>;
  /** The last day of periods that the paper itself names; `now.facts` holds what is given. */
  readonly endsOn?: Readonly<Partial<Record<PeriodId, (now: Now) => PlainDate | undefined>>>;
  /** Open periods whose start has gone: they end unmet and are counted anew from another day. */
  readonly drops?: readonly PeriodId[];
  /** A period that is given a later last day. */
  readonly extends?: { readonly period: PeriodId; readonly to: (now: Now) => PlainDate | undefined };
  /** Not for the one who made the step before. */
  readonly isApproval?: true;
}

/** The whole of one kind of record that lives by a table: its life, its words, its forms, its figures. One file each. */
export interface LifeTable<Now extends LifeSituation = LifeSituation> {
  readonly name: Words;
  readonly cite?: CitableId;
  /** `unopened` holds the one action that opens it. */
  readonly flow: AnyFlow;
  readonly states: Readonly<Record<string, Words>>;
  readonly actions: Readonly<Record<string, LifeAction<Now>>>;
  /** A period that starts on the last day of another one moves with it. */
  readonly follows?: Readonly<Partial<Record<PeriodId, PeriodId>>>;
  readonly figures: (now: Now) => Figure[];
}

/** Where every life begins, and the action that opens it. */
export const UNOPENED = 'unopened';
export const OPEN = 'open';

interface Written<
  State extends string,
  Action extends string,
  Role extends string,
  Now extends LifeSituation,
> extends Omit<LifeTable<Now>, 'flow' | 'states' | 'actions'> {
  readonly flow: LawFlow<State | typeof UNOPENED, Action | typeof OPEN, Role>;
  readonly states: Readonly<Record<State, Words>>;
  readonly actions: Readonly<Record<Action | typeof OPEN, LifeAction<Now>>>;
}

/**
 * Writes a kind down so that every state has its name, every action its form, and no other is spoken of; `Role` and
 * `Now` are named first, states and actions are read off the table.
 * @example lifeTable<'inspector' | 'bureauHead'>()({ name, flow, states, actions, figures: () => [] })
 */
export const lifeTable =
  <Role extends string, Now extends LifeSituation = LifeSituation>() =>
  <const State extends string, const Action extends string>(
    table: Written<State, Action, Role, Now>,
  ): LifeTable<Now> =>
    table;
