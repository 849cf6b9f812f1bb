import type { AlertAction, AlertState } from '../../core/contract/alerts.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** As whom somebody acts on an alert: staff of the office in charge, or the company it is about. */
export type AlertRole = 'office' | 'contractor';
export const ALERT_ROLES: readonly AlertRole[] = ['office', 'contractor'];

const OFFICE = ['office'] as const satisfies readonly AlertRole[];
const COMPANY = ['contractor'] as const satisfies readonly AlertRole[];

/** What the office does about it; the alert itself ends by data alone. */
const acts = {
  visit: { to: 'acted', by: OFFICE, needs: ['on', 'text'] },
  order: { to: 'acted', by: OFFICE, needs: ['text', 'rectifyBy'] },
  openCase: { to: 'acted', by: OFFICE },
  dismiss: { to: 'dismissed', by: OFFICE, needs: ['reason'] },
} as const;
const says = {
  answer: { to: 'answered', by: COMPANY, needs: ['text'] },
  contest: { to: 'contested', by: COMPANY, needs: ['text'] },
} as const;
const ask = { to: 'seen', by: OFFICE, needs: ['text', 'answerBy'] } as const;
const judge = <State extends AlertState>(to: State) => ({ judge: { to, by: OFFICE } }) as const;

/** The life of an alert between the night it is raised and the night the data no longer show it; nobody cures by a click. */
export const ALERT_FLOW = {
  raised: { see: { to: 'seen', by: OFFICE }, ask, ...says, ...acts },
  seen: { ask, ...says, ...acts },
  answered: { ask, ...says, ...acts },
  contested: {
    settleContest: { to: 'answered', by: OFFICE, needs: ['text'] },
    ...acts,
  },
  acted: {
    ...acts,
    ask: { ...ask, to: 'acted' },
    answer: { ...says.answer, to: 'acted' },
    contest: says.contest,
  },
  cured: judge('cured'),
  dismissed: judge('dismissed'),
  lapsed: judge('lapsed'),
} as const satisfies LawFlow<AlertState, AlertAction, AlertRole>;
