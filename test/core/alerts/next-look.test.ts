import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { evaluate } from '../../../server/core/alerts/evaluate.ts';
import type { Evaluation } from '../../../server/core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import type { AlertRule } from '../../../server/core/alerts/rule.ts';
import { ALERT_RULES } from '../../../server/core/alerts/rules.ts';
import type { PlainDate } from '../../../server/core/kit/plain-date.ts';
import { addDays, plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { randomFacts } from './random-facts.ts';

/** Around both ends of a year, with National Day or Spring Festival inside. */
const STARTS = ['2025-12-20', '2026-01-20', '2026-08-15'].map(plainDate);
const DAYS = 60;

const look = (facts: ProjectFacts, today: PlainDate, rules?: readonly AlertRule[]): Evaluation =>
  evaluate(facts, { levels: {}, numbers: {} }, today, NATIONAL_CALENDAR, rules);
const said = ({ outcomes, points, level }: Evaluation): string => JSON.stringify({ outcomes, points, level });

/** The first day that says something else although nobody was told to look, nor the month turned; undefined: none. */
function firstSurprise(
  facts: ProjectFacts,
  from: PlainDate,
  rules?: readonly AlertRule[],
): PlainDate | undefined {
  const first = look(facts, from, rules);
  let last = { said: said(first), nextOn: first.nextOn };
  for (let day = addDays(from, 1); day <= addDays(from, DAYS); day = addDays(day, 1)) {
    const now = look(facts, day, rules);
    const text = said(now);
    if (day === last.nextOn || day.endsWith('-01')) last = { said: text, nextOn: now.nextOn };
    else if (text !== last.said) return day;
  }
  return undefined;
}

describe('the day of the next look', () => {
  for (const from of STARTS)
    it(`is announced before any rule says something else, in the sixty days from ${from}`, () => {
      fc.assert(
        fc.property(randomFacts(from), (facts) => {
          if (firstSurprise(facts, from) === undefined) return;
          const rules = ALERT_RULES.filter((rule) => firstSurprise(facts, from, [rule]) !== undefined);
          assert.fail(rules.map(({ id }) => `${id} on ${firstSurprise(facts, from, [rule(id)])}`).join(', '));
        }),
        { seed: 20_261_122, numRuns: 30, endOnFailure: true },
      );
    });

  it('is missed by a rule that changes its mind without a word', () => {
    const silent = { ...rule('deadlineOverdue'), wakes: () => [] };
    const facts = fc.sample(randomFacts(STARTS[0] ?? assert.fail()), { seed: 1, numRuns: 20 });
    assert.ok(facts.some((each) => firstSurprise(each, STARTS[0] ?? assert.fail(), [silent]) !== undefined));
  });
});

const rule = (id: string): AlertRule => ALERT_RULES.find((each) => each.id === id) ?? assert.fail(id);
