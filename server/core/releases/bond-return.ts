import { words } from '../lives/facts.ts';
import { lifeTable } from '../lives/life-table.ts';
import { releaseFigures } from './release-figures.ts';
import * as step from './release-steps.ts';
import type { ReleaseRole, ReleaseSituation } from './release-steps.ts';

const OFFICE = ['clerk', 'inspector', 'bureauHead'] as const;
const listen = (to: 'noticed' | 'inReview' | 'passed' | 'refused') =>
  ({
    object: { to, by: OFFICE },
    answerObjection: { to, by: ['inspector', 'bureauHead'] },
    answerUnpaidCase: { to, by: ['inspector', 'bureauHead'] },
  }) as const;
const withdraw = { to: 'withdrawn', by: ['contractor'], meets: ['bondReview', 'bondReturn'] } as const;
const apply = { to: 'inReview', by: ['contractor'], starts: ['bondReview'] } as const;

/**
 * 返还 of a wage bond, or of the guarantee in its place: pledge, notice on the board and on the office's website for 30
 * days, application, review of 5 working days, confirmation within 3 more. The 30 days count from the day on which both
 * notices stand. Who was refused settles and applies again; the notice is not repeated.
 * @law BON-19
 * @law BON-20
 * @law BON-21
 */
export const BOND_RETURN = lifeTable<ReleaseRole, ReleaseSituation>()({
  name: words('工资保证金返还', 'Return of a wage bond'),
  cite: 'BON-19',
  flow: {
    unopened: { open: { to: 'declared', by: ['contractor'], cite: 'BON-19' } },
    declared: {
      publish: { to: 'noticed', by: OFFICE, starts: ['bondNotice'], cite: 'BON-19' },
      withdraw,
    },
    noticed: { apply: { ...apply, cite: 'BON-19' }, ...listen('noticed'), withdraw },
    inReview: {
      pass: {
        to: 'passed',
        by: ['inspector'],
        meets: ['bondReview'],
        starts: ['bondReturn'],
        cite: 'BON-20',
      },
      refuse: { to: 'refused', by: ['inspector', 'bureauHead'], meets: ['bondReview'], cite: 'BON-21' },
      ...listen('inReview'),
      withdraw,
    },
    passed: {
      confirm: { to: 'confirmed', by: ['bureauHead'], meets: ['bondReturn'], cite: 'BON-20' },
      refuse: { to: 'refused', by: ['bureauHead'], meets: ['bondReturn'], cite: 'BON-21' },
      ...listen('passed'),
      withdraw,
    },
    refused: { apply: { ...apply, cite: 'BON-21' }, ...listen('refused'), withdraw },
    confirmed: {
      carryOut: { to: 'done', by: ['bank', ...OFFICE], cite: 'BON-20' },
      revoke: {
        to: 'refused',
        by: ['bureauHead'],
        why: 'what is found before the bank acts is not paid out',
      },
    },
    withdrawn: {},
    done: {},
  },
  states: {
    declared: words('待网站公示', 'To be published'),
    noticed: words('公示中', 'Notice runs'),
    inReview: words('审核中', 'In review'),
    passed: words('已审核，待出具确认书', 'Reviewed, waits for the confirmation'),
    refused: words('不予确认', 'Refused'),
    confirmed: words('已确认，待返还', 'Confirmed, to be returned'),
    withdrawn: words('已撤回', 'Withdrawn'),
    done: words('已返还', 'Returned'),
  },
  actions: {
    open: step.beginning(words('申请返还保证金', 'Begin the return of the bond'), {
      notYet: ({ worksFinished }) =>
        worksFinished ? undefined : words('工程还没有登记为完工', 'The works are not on record as finished'),
    }),
    publish: step.publish,
    apply: step.applying('bondNotice', words('提出返还申请', 'Apply')),
    object: step.object,
    answerObjection: step.answerObjection,
    answerUnpaidCase: step.answerUnpaidCase,
    pass: step.pass,
    confirm: step.confirming(words('出具返还确认书', 'Issue the confirmation')),
    refuse: step.refuse,
    revoke: step.revoke,
    withdraw: step.withdraw,
    carryOut: step.carryingOut(
      words('登记已返还', 'Record the return'),
      words('返还日期', 'Day it was returned'),
      words('返还金额', 'Amount returned'),
      {
        isRequired: false,
        hint: words('退还保函原件的不填', 'Left empty where the paper of a guarantee goes back'),
      },
    ),
  },
  figures: releaseFigures,
});
