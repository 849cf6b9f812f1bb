import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { LawFlow } from '../law/law-flow.ts';
import type { PeriodId } from '../law/periods.ts';
import { dayOf, dueOf, servedOn, words } from '../lives/facts.ts';
import type { ProceedingRole, Situation } from './proceeding-table.ts';

/** What a decision goes through once it is made: served, obeyed or not, contested or not, and before the court at last. */
export type AfterState =
  | 'served'
  | 'contested'
  | 'inSuit'
  | 'demanded'
  | 'enforcing'
  | 'performed'
  | 'changed'
  | 'revoked'
  | 'courtRefused';
export type AfterAction =
  | 'serve'
  | 'demand'
  | 'noteReconsideration'
  | 'reconsiderationUpheld'
  | 'noteSuit'
  | 'suitLost'
  | 'decisionChanged'
  | 'decisionRevoked'
  | 'applyToCourt'
  | 'courtRefused';

/** Periods that end with the decision itself. */
const ENDED = ['performanceDemand', 'courtEnforcement', 'finePayment'] as const satisfies readonly PeriodId[];
const REMEDIES = ['reconsideration', 'suit'] as const satisfies readonly PeriodId[];

export const servedDay = ({ facts }: Situation): PlainDate | undefined =>
  servedOn(facts, 'serviceMode', 'deliveredOn');
export const demandServedDay = ({ facts }: Situation): PlainDate | undefined =>
  servedOn(facts, 'demandMode', 'demandedOn');

/**
 * When are reconsideration and suit over? On the day the reconsideration decision or the ruling names, otherwise with
 * the later of the two periods. A suit brought when its time was over, which no court has judged, makes nothing longer:
 * the remedies had ended.
 * @law PRO-10
 * @law PRO-12
 */
export function remediesEndOn(now: Situation): PlainDate | undefined {
  const named = dayOf(now.facts, 'remediesEndOn');
  const [suitOn, last] = [dayOf(now.facts, 'suitOn'), dueOf(now, 'suit')];
  const isJudged = now.facts['suitOutcome'] === 'DISMISSED';
  const isLate = suitOn !== undefined && last !== undefined && suitOn > last && !isJudged;
  return isLate ? last : (named ?? last);
}

const ending = (to: 'changed' | 'revoked') =>
  ({ to, by: ['inspector'], meets: [...ENDED, ...REMEDIES] }) as const;
const contesting = {
  noteReconsideration: { to: 'contested', by: ['inspector'], meets: ['reconsideration'], cite: 'PRO-10' },
  noteSuit: { to: 'inSuit', by: ['inspector'], meets: ['suit'], cite: 'PRO-10' },
} as const;
const enforcing = {
  to: 'enforcing',
  by: ['inspector'],
  meets: ['courtEnforcement', 'performanceDemand'],
  cite: 'PRO-12',
} as const;
const performed = { to: 'performed', by: ['inspector'], meets: ENDED } as const;

/** The edges after a decision; `Perform` is what the kind calls obeying it: performing, or paying the fine. */
export const afterDecision = <const Perform extends string>(perform: Perform) => {
  const obeyed = { [perform]: performed } as Readonly<Record<Perform, typeof performed>>; // one computed key
  return {
    served: {
      ...obeyed,
      ...contesting,
      demand: { to: 'demanded', by: ['inspector'], starts: ['performanceDemand'], cite: 'PRO-12' },
      applyToCourt: enforcing,
    },
    contested: {
      ...obeyed,
      reconsiderationUpheld: {
        to: 'served',
        by: ['inspector'],
        starts: ['courtEnforcement'],
        why: 'the decision stands; its remedies end on the day the reconsideration decision names',
      },
      noteSuit: contesting.noteSuit,
      decisionChanged: ending('changed'),
      decisionRevoked: ending('revoked'),
    },
    inSuit: {
      ...obeyed,
      suitLost: {
        to: 'served',
        by: ['inspector'],
        starts: ['courtEnforcement'],
        why: 'the suit was refused or dismissed with effect; the decision stands',
      },
      decisionChanged: ending('changed'),
      decisionRevoked: ending('revoked'),
    },
    demanded: { ...obeyed, ...contesting, applyToCourt: enforcing },
    enforcing: {
      ...obeyed,
      courtRefused: { to: 'courtRefused', by: ['inspector'] },
    },
    performed: {},
    changed: {},
    revoked: {},
    courtRefused: {},
  } as const satisfies LawFlow<AfterState, AfterAction | Perform, ProceedingRole>;
};

/** The edge of serving it; penalties start the period of paying, too. */
export const serving = <const Period extends PeriodId = never>(...more: Period[]) =>
  ({
    to: 'served',
    by: ['inspector'],
    meets: ['service'],
    starts: ['reconsideration', 'suit', 'courtEnforcement', ...more],
    cite: 'PRO-8',
  }) as const;

export const AFTER_STATES: Readonly<Record<AfterState, Words>> = {
  served: words('已送达', 'Served'),
  contested: words('复议中', 'Under reconsideration'),
  inSuit: words('诉讼中', 'In suit'),
  demanded: words('已催告', 'Demanded'),
  enforcing: words('已申请法院强制执行', 'Before the court for enforcement'),
  performed: words('已履行', 'Performed'),
  changed: words('决定被变更', 'Decision changed'),
  revoked: words('决定被撤销', 'Decision revoked'),
  courtRefused: words('法院裁定不予执行', 'Enforcement refused by the court'),
};
