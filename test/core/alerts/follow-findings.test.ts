import assert from 'node:assert/strict';
import type { RuleOutcome } from '../../../server/core/alerts/evaluation.ts';
import type { StandingAlert } from '../../../server/core/alerts/follow-findings.ts';
import { followFindings } from '../../../server/core/alerts/follow-findings.ts';
import type { AlertState } from '../../../server/core/contract/alerts.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';

const words = { zh: '说明', en: 'Words' };
const outcome = (rule: string, state: RuleOutcome['state'], ...abouts: string[]): RuleOutcome => ({
  ...{ rule, state, level: 'yellow', missing: [] },
  findings: abouts.map((about) => ({
    ...{ about, since: plainDate('2026-10-16'), values: {}, records: [], message: words, cure: words },
  })),
});
const alert = (rule: string, about: string, state: AlertState = 'raised', month?: string): StandingAlert => ({
  ...{ id: `${rule}/${about}`, rule, about, state },
  ...(month === undefined ? {} : { month: payMonth(month) }),
});

/** Of a rule that looks back to this month and no further. */
const since = (month: string, said: RuleOutcome): RuleOutcome => ({ ...said, oldestMonth: payMonth(month) });

type Case = [
  title: string,
  standing: StandingAlert[],
  said: RuleOutcome[],
  expected: string[],
  /** What the same facts say by the numbers of the last look, where the area changed some. */
  saidBefore?: RuleOutcome[],
];
const CASES: Case[] = [
  ['raises what stands nowhere yet', [], [outcome('a', 'raised', 'x', 'y')], ['raise a/x', 'raise a/y']],
  ['keeps what is found again', [alert('a', 'x')], [outcome('a', 'raised', 'x')], ['keep a/x']],
  [
    'tells the same thing of two rules, and two things of one rule, apart',
    [alert('a', 'x')],
    [outcome('a', 'raised', 'y'), outcome('b', 'raised', 'x')],
    ['raise a/y', 'raise b/x', 'cure a/x'],
  ],
  ['ends what the data no longer show', [alert('a', '')], [outcome('a', 'clear')], ['cure a/']],
  ['lets go of what the area no longer asks', [alert('a', 'x')], [outcome('a', 'off')], ['drop a/x']],
  ['lets go of what no rule asks any more', [alert('gone', 'x')], [outcome('a', 'clear')], ['drop gone/x']],
  ['leaves alone what cannot be told', [alert('a', 'x', 'answered')], [outcome('a', 'noData')], []],
  [
    'does not raise anew what was dismissed and goes on',
    [alert('a', 'x', 'dismissed')],
    [outcome('a', 'raised', 'x')],
    ['keep a/x'],
  ],
  [
    'ends what was dismissed when the data do',
    [alert('a', 'x', 'dismissed')],
    [outcome('a', 'clear')],
    ['cure a/x'],
  ],
  [
    'cures the oldest month looked at, and nothing of a month before it',
    [alert('a', '2025-10', 'raised', '2025-10'), alert('a', '2025-09', 'raised', '2025-09')],
    [outcome('a', 'clear')],
    ['cure a/2025-10'],
  ],
  [
    'lets go of a month before it too where the area no longer asks',
    [alert('a', '2025-09', 'raised', '2025-09')],
    [outcome('a', 'off')],
    ['drop a/2025-09'],
  ],
  [
    'lets lapse a month its rule looks no further back to, whether or not the rule can tell',
    [
      alert('a', 'old', 'answered', '2025-10'),
      alert('a', 'new', 'raised', '2025-11'),
      alert('b', 'old', 'raised', '2025-10'),
    ],
    [since('2025-11', outcome('a', 'clear')), since('2025-11', outcome('b', 'noData'))],
    ['cure a/new', 'lapse a/old', 'lapse b/old'],
  ],
  [
    'lets go, and not lapse, where the area no longer asks',
    [alert('a', 'old', 'raised', '2025-10')],
    [since('2025-11', outcome('a', 'off'))],
    ['drop a/old'],
  ],
  [
    'ends for the area’s new number what the old one would still find in the same data',
    [alert('a', 'x')],
    [outcome('a', 'clear')],
    ['retune a/x'],
    [outcome('a', 'raised', 'x')],
  ],
  [
    'ends for the data what neither number finds any more, also on the day the number changes',
    [alert('a', 'x'), alert('a', 'y'), alert('b', 'x')],
    [outcome('a', 'clear'), outcome('b', 'clear')],
    ['cure a/x', 'cure b/x', 'retune a/y'],
    [outcome('a', 'raised', 'y'), outcome('b', 'clear')],
  ],
  [
    'keeps what both numbers find, and raises what only the new one does',
    [alert('a', 'x')],
    [outcome('a', 'raised', 'x', 'y')],
    ['raise a/y', 'keep a/x'],
    [outcome('a', 'raised', 'x')],
  ],
  [
    'lets go, and not for a number, where the rule is switched off on the same day',
    [alert('a', 'x')],
    [outcome('a', 'off')],
    ['drop a/x'],
    [outcome('a', 'raised', 'x')],
  ],
  [
    'leaves alone what cannot be told, whatever the old number says',
    [alert('a', 'x')],
    [outcome('a', 'noData')],
    [],
    [outcome('a', 'raised', 'x')],
  ],
];

const ABOUT_DELETED = 'team:t1:2025-11';
CASES.push([
  'lets lapse what rested on a payroll that was deleted by law, whether or not the rule can tell',
  [alert('a', ABOUT_DELETED), alert('b', ABOUT_DELETED), alert('a', 'team:t2:2025-11')],
  [outcome('a', 'clear'), outcome('b', 'noData')],
  ['cure a/team:t2:2025-11', `lapse a/${ABOUT_DELETED}`, `lapse b/${ABOUT_DELETED}`],
]);

describe('following what the rules find from night to night', () => {
  for (const [title, standing, said, expected, saidBefore] of CASES)
    it(title, () => {
      const changes = followFindings(standing, said, {
        oldestMonth: payMonth('2025-10'),
        isAboutDeleted: (about) => about === ABOUT_DELETED,
        ...(saidBefore === undefined ? {} : { byNumbersBefore: saidBefore }),
      });
      assert.deepEqual(
        [
          ...changes.raise.map(({ rule, finding }) => `raise ${rule}/${finding.about}`),
          ...changes.keep.map(({ alert: kept }) => `keep ${kept.id}`),
          ...changes.cure.map(({ id }) => `cure ${id}`),
          ...changes.drop.map(({ id }) => `drop ${id}`),
          ...changes.retune.map(({ id }) => `retune ${id}`),
          ...changes.lapse.map(({ id }) => `lapse ${id}`),
        ],
        expected,
      );
    });
});
