import assert from 'node:assert/strict';
import { evaluate } from '../../../server/core/alerts/evaluate.ts';
import type { RuleOutcome } from '../../../server/core/alerts/evaluation.ts';
import type { Finding } from '../../../server/core/alerts/rule.ts';
import { ALERT_RULES, findAlertRule } from '../../../server/core/alerts/rules.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { ALL_EXAMPLES } from './examples.ts';
import type { ExpectedFinding, RuleExample } from './rule-examples.ts';

/** What the one rule says, and when it may next say something else. */
function look(rule: string, example: RuleExample): { outcome: RuleOutcome; nextOn: string | null } {
  const found = findAlertRule(rule);
  assert.ok(found, `no rule ${rule}`);
  const settings = { levels: {}, numbers: {}, ...example.settings };
  const calendar = example.calendar ?? NATIONAL_CALENDAR;
  const { outcomes, nextOn } = evaluate(
    example.facts,
    settings,
    plainDate(example.today),
    calendar,
    // Without its ladder: what wakes it is the rule's own.
    [{ ...found, ladder: false }],
  );
  const [outcome] = outcomes;
  assert.ok(outcome);
  if (example.wakesOn !== undefined) assert.equal(nextOn ?? null, example.wakesOn, 'next look');
  return { outcome, nextOn: nextOn ?? null };
}

function assertFinding(finding: Finding, expected: ExpectedFinding): void {
  assert.equal(finding.since, expected.since);
  for (const [name, value] of Object.entries(expected.values ?? {}))
    assert.equal(finding.values[name], value, name);
  for (const text of expected.says ?? [])
    for (const language of ['zh', 'en'] as const)
      assert.ok(finding.message[language].includes(text), `“${finding.message[language]}” lacks “${text}”`);
  for (const text of expected.cures ?? [])
    assert.ok(`${finding.cure.zh}\n${finding.cure.en}`.includes(text), `the cure lacks “${text}”`);
  for (const words of [finding.message, finding.cure])
    for (const text of Object.values(words)) {
      assert.ok(text.length > 5);
      assert.doesNotMatch(text, /undefined|NaN|null|\[object/u);
    }
  assert.doesNotMatch(finding.message.en, /\p{Script=Han}{12,}/u, 'the English words are English');
}

describe('every warning rule', () => {
  it('has a table of what it catches, what it just does not, and when it cannot tell', () => {
    const tables = new Map(ALL_EXAMPLES.map((examples) => [examples.rule, examples]));
    const without = ALERT_RULES.filter(({ id, needs }) => {
      const { hits = [], nearMisses = [], noData = [] } = tables.get(id) ?? {};
      // the office's own registers are always there: a rule that needs nothing else can always tell
      return hits.length === 0 || nearMisses.length === 0 || (noData.length === 0) !== (needs.length === 0);
    });
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
    assert.equal(tables.size, ALL_EXAMPLES.length, 'two tables for one rule');
  });

  for (const { rule, hits, nearMisses, noData } of ALL_EXAMPLES)
    describe(rule, () => {
      for (const example of hits)
        it(`warns: ${example.title}`, () => {
          const { outcome } = look(rule, example);
          assert.equal(outcome.state, 'raised', JSON.stringify(outcome.missing));
          assert.deepEqual(
            outcome.findings.map(({ about }) => about),
            example.finds.map(({ about }) => about),
          );
          for (const [index, finding] of outcome.findings.entries())
            assertFinding(finding, example.finds[index] ?? assert.fail());
        });
      for (const example of nearMisses)
        it(`does not warn: ${example.title}`, () => {
          const { outcome } = look(rule, example);
          assert.deepEqual([outcome.state, outcome.findings], ['clear', []], JSON.stringify(outcome.missing));
        });
      for (const example of noData)
        it(`cannot tell: ${example.title}`, () => {
          const { outcome } = look(rule, example);
          assert.deepEqual([outcome.state, outcome.findings], ['noData', []]);
          assert.ok(
            outcome.missing.some(({ zh }) => zh.includes(example.missing)),
            JSON.stringify(outcome.missing),
          );
          assert.ok(outcome.missing.every(({ zh, en }) => zh !== '' && en !== ''));
        });
    });
});
