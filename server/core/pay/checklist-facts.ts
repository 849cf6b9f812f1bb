import type { CoverageView } from '../contract/roster.ts';
import type {
  BondRequirement,
  ChecklistState,
  ConstructionPermit,
  WageAccount,
  WageBond,
  WorksContract,
} from '../contract/safeguards.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { meetDeadlines, type Deadline } from '../law/deadline.ts';

/** What is known about one item: the state, the words for it, and the day it was or is due with its period. */
export interface ChecklistFact {
  state: ChecklistState;
  zh: string;
  en: string;
  dueOn?: PlainDate;
  deadline?: Deadline;
}

/** Everything the checklist is made from; what is absent is not known. */
export interface ChecklistFacts {
  contract?: Pick<WorksContract, 'signedOn' | 'amountFen' | 'plannedFrom' | 'plannedUntil'>;
  permit?: Pick<ConstructionPermit, 'issuedOn'>;
  account?: Pick<WageAccount, 'openedOn' | 'filedOn' | 'tripartiteSignedOn' | 'closedOn'>;
  /** From which contract the area asks for an account; absent where it has not set a threshold. */
  accountFromFen?: number;
  accountFromMonths?: number;
  bond?: Pick<WageBond, 'amountFen' | 'storedOn' | 'validUntil' | 'returnedOn'>;
  /** The works are finished: what was closed or given back since is not missing. */
  isFinished?: boolean;
  bondRequired: BondRequirement;
  /** Names of the fields a board could not show. */
  boardMissing: readonly { zh: string; en: string }[];
  boardPhotoDays: readonly PlainDate[];
  coverage?: Pick<CoverageView, 'present' | 'withContract' | 'withRealName'>;
  /** Told by those who keep the payroll. */
  wagePayment?: ChecklistFact;
  gcDirectPay?: ChecklistFact;
}

/** What is still to be done: missing up to its last day, overdue from the day after. */
export const openState = (dueOn: PlainDate, today: PlainDate): 'missing' | 'overdue' =>
  today > dueOn ? 'overdue' : 'missing';

/** The same deadline, met on this day. */
export function metOn(deadline: Deadline, on: PlainDate): Deadline {
  return meetDeadlines([deadline], [deadline.period], on)[0] ?? deadline;
}
