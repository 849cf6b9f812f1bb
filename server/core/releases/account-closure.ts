import { words, wrong } from '../lives/facts.ts';
import { choice } from '../lives/form.ts';
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
const withdraw = { to: 'withdrawn', by: ['contractor'] } as const;

/**
 * 销户 of a wage account: after the works are finished, with no arrears and a notice of 30 days. That it may also be closed
 * because contractor or bank changes is our practice; no rule we have read says how long the office may take.
 * @law REG-27-2
 */
export const ACCOUNT_CLOSURE = lifeTable<ReleaseRole, ReleaseSituation>()({
  name: words('工资专用账户销户', 'Closing of a wage account'),
  cite: 'REG-27-2',
  flow: {
    unopened: {
      open: { to: 'noticed', by: ['contractor'], starts: ['accountNotice'], cite: 'REG-27-2' },
    },
    noticed: {
      publish: {
        to: 'noticed',
        by: OFFICE,
        why: 'the notice on the board is what counts; the web says it, too',
      },
      apply: { to: 'inReview', by: ['contractor'], cite: 'REG-27-2' },
      ...listen('noticed'),
      withdraw,
    },
    inReview: {
      pass: { to: 'passed', by: ['inspector'] },
      refuse: { to: 'refused', by: ['inspector', 'bureauHead'] },
      ...listen('inReview'),
      withdraw,
    },
    passed: {
      confirm: { to: 'confirmed', by: ['bureauHead'], cite: 'REG-27-2' },
      refuse: { to: 'refused', by: ['bureauHead'] },
      ...listen('passed'),
      withdraw,
    },
    refused: { apply: { to: 'inReview', by: ['contractor'] }, ...listen('refused'), withdraw },
    confirmed: {
      carryOut: { to: 'done', by: ['bank', ...OFFICE], cite: 'REG-27-2' },
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
    noticed: words('公示中', 'Notice runs'),
    inReview: words('审核中', 'In review'),
    passed: words('已审核，待出具确认书', 'Reviewed, waits for the confirmation'),
    refused: words('不予确认', 'Refused'),
    confirmed: words('已确认，待银行销户', 'Confirmed, waits for the bank'),
    withdrawn: words('已撤回', 'Withdrawn'),
    done: words('已销户', 'Closed'),
  },
  actions: {
    open: step.beginning(words('申请销户', 'Begin to close the account'), {
      fields: [
        choice('closureReason', words('销户原因', 'Why'), {
          WORKS_FINISHED: words('工程完工', 'The works are finished'),
          CONTRACTOR_CHANGED: words('更换施工总承包单位', 'Another general contractor'),
          BANK_CHANGED: words('更换开户银行', 'Another bank'),
        }),
      ],
      check: ({ facts, worksFinished }) =>
        facts['closureReason'] === 'WORKS_FINISHED' && !worksFinished
          ? wrong('closureReason', '工程还没有登记为完工', 'The works are not on record as finished')
          : undefined,
    }),
    publish: step.publish,
    apply: step.applying('accountNotice', words('提出销户申请', 'Apply')),
    object: step.object,
    answerObjection: step.answerObjection,
    answerUnpaidCase: step.answerUnpaidCase,
    pass: step.pass,
    confirm: step.confirming(words('出具销户确认书', 'Issue the confirmation')),
    refuse: step.refuse,
    revoke: step.revoke,
    withdraw: step.withdraw,
    carryOut: step.carryingOut(
      words('登记已销户', 'Record the closing'),
      words('解除特殊标识、销户日期', 'Day the mark was lifted and the account closed'),
      words('退回总包单位的余额', 'Balance paid to the general contractor'),
      {
        isRequired: true,
        hint: words('与系统里的专户余额一致', 'The same as the balance of the ledger'),
      },
    ),
  },
  figures: releaseFigures,
});
