import type { Words } from '../alerts/rule.ts';
import type { CaseState } from '../contract/cases.ts';
import type { ProceedingKind } from '../contract/proceedings.ts';
import type { AnyFlow } from '../kit/flow.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { CitableId } from '../law/articles.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import type { Deadline } from '../law/deadline.ts';
import type { LawFlow } from '../law/law-flow.ts';
import type { PeriodId } from '../law/periods.ts';
import type { FieldSpec, FieldValue } from './field.ts';

/** As whom somebody acts on a proceeding. */
export type ProceedingRole = 'inspector' | 'bureauHead';

/** What was given with the moves, the newest value of each field. */
export type Facts = Readonly<Record<string, FieldValue>>;

/** Parties on whom something is served; the answers of a field that asks for one of them. */
export const PARTY_ROLES = ['respondent', 'primaryPayer', 'firstPayer'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What a proceeding may know of its case. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly filedOn: PlainDate;
  readonly orders: readonly { readonly servedOn: PlainDate; readonly rectifyBy: PlainDate }[];
  /** Which parties it has. */
  readonly parties?: readonly PartyRole[];
}

/** Another proceeding of the same case. */
export interface OtherProceeding {
  readonly kind: ProceedingKind;
  readonly state: string;
  readonly facts: Facts;
}

/** Numbers an area has set; without one nothing is assumed. */
export interface AreaNumbers {
  /** Fine from which a hearing is offered, on a unit and on a person. */
  readonly hearingFineUnit?: number;
  readonly hearingFinePerson?: number;
  /** Working days of periods whose own length may not be taken for law. */
  readonly workingDays?: Readonly<Partial<Record<PeriodId, number>>>;
}

/** Everything a guard, a check or a figure looks at; nothing else. */
export interface Situation {
  readonly state: string;
  readonly facts: Facts;
  readonly deadlines: readonly Deadline[];
  readonly today: PlainDate;
  readonly calendar: Calendar;
  readonly theCase: CaseFacts;
  readonly others: readonly OtherProceeding[];
  readonly area: AreaNumbers;
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

/** What a move does to the case it belongs to. */
export interface CaseEffect {
  /** The case's own state moves on only from these. */
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly meets: readonly PeriodId[];
}

/** One action: its form, why it may not be done yet, and which day its periods count from. */
export interface ProceedingAction {
  readonly name: Words;
  readonly fields: readonly FieldSpec[];
  /** Why not today although the state would allow it, with the day it becomes possible. */
  readonly notYet?: (now: Situation) => Words | undefined;
  /** What is wrong with what is given; `now.facts` holds it already. */
  readonly check?: (now: Situation, before: Situation) => WrongValue | undefined;
  /** What follows from this step alone and could not be told later from the newest values; kept beside them. */
  readonly keeps?: (now: Situation, before: Situation) => Facts;
  /** The field that says on which day it happened: periods are met on it and start from it. Otherwise today. */
  readonly on?: string;
  /** Periods that start from another day, or not at all (undefined); `now.facts` holds what is given. */
  readonly startsOn?: Readonly<Partial<Record<PeriodId, (now: Situation) => PlainDate | undefined>>>;
  /** The last day of periods that the paper itself names; `now.facts` holds what is given. */
  readonly endsOn?: Readonly<Partial<Record<PeriodId, (now: Situation) => PlainDate | undefined>>>;
  /** Open periods whose start has gone: they end unmet and are counted anew from another day. */
  readonly drops?: readonly PeriodId[];
  /** A period that is given a later last day. */
  readonly extends?: { readonly period: PeriodId; readonly to: (now: Situation) => PlainDate | undefined };
  /** Not for the one who made the step before. */
  readonly isApproval?: true;
  readonly onCase?: CaseEffect;
}

/** The whole of one kind: its life, its words, its forms, its figures. One file each. */
export interface ProceedingTable {
  readonly kind: ProceedingKind;
  readonly name: Words;
  /** What it is for, in one sentence. */
  readonly why: Words;
  readonly cite?: CitableId;
  /** `unopened` holds the one action that opens it. */
  readonly flow: AnyFlow;
  readonly states: Readonly<Record<string, Words>>;
  readonly actions: Readonly<Record<string, ProceedingAction>>;
  /** While it is in one of these the case cannot be closed. */
  readonly holds: readonly string[];
  /** The field that says on which party it is served: whoever that is on this day is kept with it. */
  readonly addressee?: string;
  /** A period that starts on the last day of another one moves with it. */
  readonly follows?: Readonly<Partial<Record<PeriodId, PeriodId>>>;
  readonly figures: (now: Situation) => Figure[];
}

/** Where every proceeding begins, and the action that opens it. */
export const UNOPENED = 'unopened';
export const OPEN = 'open';

interface Written<State extends string, Action extends string> extends Omit<
  ProceedingTable,
  'flow' | 'states' | 'actions' | 'holds'
> {
  readonly flow: LawFlow<State | typeof UNOPENED, Action | typeof OPEN, ProceedingRole>;
  readonly states: Readonly<Record<State, Words>>;
  readonly actions: Readonly<Record<Action | typeof OPEN, ProceedingAction>>;
  readonly holds: readonly NoInfer<State>[];
}

/** Writes a kind down so that every state has its name, every action its form, and no other is spoken of. */
export function proceedingTable<const State extends string, const Action extends string>(
  table: Written<State, Action>,
): ProceedingTable {
  return table;
}
