import type { Words } from '../alerts/rule.ts';
import type { CaseState } from '../contract/cases.ts';
import type { ProceedingKind } from '../contract/proceedings.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { LawFlow } from '../law/law-flow.ts';
import type { PeriodId } from '../law/periods.ts';
import type {
  Facts,
  LengthsOfArea,
  LifeAction,
  LifeSituation,
  LifeTable,
  OPEN,
  UNOPENED,
} from '../lives/life-table.ts';
import type { OrderToPay } from './standing-orders.ts';

/** As whom somebody acts on a proceeding. */
export type ProceedingRole = 'inspector' | 'bureauHead';

/** Parties on whom something is served; the answers of a field that asks for one of them. */
export const PARTY_ROLES = ['respondent', 'primaryPayer', 'firstPayer'] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** What a proceeding may know of its case. */
export interface CaseFacts {
  readonly state: CaseState;
  readonly filedOn: PlainDate;
  readonly orders: readonly OrderToPay[];
  /** The day of the last payment, once every person's money was seen. */
  readonly allPaidOn?: PlainDate;
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
export interface AreaNumbers extends LengthsOfArea {
  /** Fine from which a hearing is offered, on a unit and on a person. */
  readonly hearingFineUnit?: number;
  readonly hearingFinePerson?: number;
}

/** Everything a guard, a check or a figure looks at; nothing else. */
export interface Situation extends LifeSituation {
  readonly theCase: CaseFacts;
  readonly others: readonly OtherProceeding[];
  readonly area: AreaNumbers;
}

/** What a move does to the case it belongs to. */
export interface CaseEffect {
  /** The case's own state moves on only from these. */
  readonly from: readonly CaseState[];
  readonly to: CaseState;
  readonly meets: readonly PeriodId[];
}

export interface ProceedingAction extends LifeAction<Situation> {
  readonly onCase?: CaseEffect;
}

/** The whole of one kind: its life, its words, its forms, its figures. One file each. */
export interface ProceedingTable extends LifeTable<Situation> {
  readonly kind: ProceedingKind;
  /** What it is for, in one sentence. */
  readonly why: Words;
  readonly actions: Readonly<Record<string, ProceedingAction>>;
  /** While it is in one of these the case cannot be closed. */
  readonly holds: readonly string[];
  /** The field that says on which party it is served: whoever that is on this day is kept with it. */
  readonly addressee?: string;
}

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
