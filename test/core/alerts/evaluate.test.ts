import assert from 'node:assert/strict';
import { evaluate, levelOfFinding } from '../../../server/core/alerts/evaluate.ts';
import type { Evaluation, RuleSettings } from '../../../server/core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import type { AlertRule, Finding } from '../../../server/core/alerts/rule.ts';
import { alertRule } from '../../../server/core/alerts/rule.ts';
import { numbersOf } from '../../../server/core/alerts/rule-numbers.ts';
import { ALERT_RULES, findAlertRule } from '../../../server/core/alerts/rules.ts';
import { addDays, plainDate } from '../../../server/core/kit/plain-date.ts';
import { isCitable } from '../../../server/core/law/articles.ts';
import { NATIONAL_CALENDAR } from '../../../server/core/law/calendar/index.ts';
import { month, projectFacts, team } from './project-facts.ts';

const words = { zh: '说明', en: 'Words' };
const finding = (about: string, since: string): Finding => ({
  about,
  since: plainDate(since),
  values: {},
  records: [],
  message: words,
  cure: words,
});
/** A rule that finds and lacks what the test says. */
const rule = (id: string, over: Partial<AlertRule> = {}): AlertRule => ({
  id,
  group: 'payroll',
  question: words,
  level: 'yellow',
  points: 5,
  needs: [],
  numbers: {},
  ladder: false,
  missing: () => [],
  find: () => [],
  wakes: () => [],
  ...over,
});
const raised = (id: string, over: Partial<AlertRule> = {}): AlertRule =>
  rule(id, { find: () => [finding('', '2026-10-16')], ...over });
const grey = (id: string): AlertRule =>
  rule(id, { missing: () => [words], find: () => [finding('x', '2026-01-01')] });

const look = (
  rules: readonly AlertRule[],
  settings: Partial<RuleSettings> = {},
  today = '2026-10-20',
  facts: ProjectFacts = projectFacts(),
): Evaluation =>
  evaluate(facts, { levels: {}, numbers: {}, ...settings }, plainDate(today), NATIONAL_CALENDAR, rules);

describe('evaluating all rules on one project', () => {
  it('answers for every rule, in the order of the table', () => {
    const { outcomes, day } = evaluate(
      projectFacts(),
      { levels: {}, numbers: {} },
      plainDate('2026-10-20'),
      NATIONAL_CALENDAR,
    );
    assert.equal(day, '2026-10-20');
    assert.deepEqual(
      outcomes.map((outcome) => outcome.rule),
      ALERT_RULES.map(({ id }) => id),
    );
  });

  it('shows nothing found by a rule that lacks what it needs', () => {
    const { outcomes, points, level } = look([grey('a')]);
    assert.deepEqual(outcomes[0], {
      rule: 'a',
      state: 'noData',
      level: 'yellow',
      findings: [],
      missing: [words],
    });
    assert.deepEqual([points, level], [0, 'noData']);
  });

  it('is clear only where some rule could tell', () => {
    assert.equal(look([grey('a'), rule('b')]).level, 'clear');
    assert.equal(look([grey('a'), grey('b')]).level, 'noData');
    assert.equal(look([rule('a')], { levels: { a: 'off' } }).level, 'noData');
    assert.equal(look([grey('a'), raised('b')]).level, 'yellow');
    assert.equal(look([raised('a'), raised('b', { level: 'red' })]).level, 'red');
  });

  it('counts each raised rule once, red double, whatever the number of findings', () => {
    const many = (level: 'yellow' | 'red'): AlertRule =>
      raised(level, { level, find: () => [finding('1', '2026-10-16'), finding('2', '2026-10-16')] });
    assert.equal(look([many('yellow')]).points, 5);
    assert.equal(look([many('yellow'), many('red'), rule('c'), grey('d')]).points, 15);
  });

  it('takes the level the area set, and asks nothing of a rule it switched off', () => {
    const strict = look([raised('a')], { levels: { a: 'red' } });
    assert.deepEqual([strict.outcomes[0]?.level, strict.points], ['red', 10]);
    const mild = look([raised('a', { level: 'red' })], { levels: { a: 'yellow' } });
    assert.deepEqual([mild.outcomes[0]?.level, mild.points], ['yellow', 5]);
    const off = look([raised('a', { wakes: () => [plainDate('2026-10-21')] })], { levels: { a: 'off' } });
    assert.deepEqual(
      [off.outcomes[0]?.state, off.outcomes[0]?.findings, off.points, off.nextOn],
      ['off', [], 0, undefined],
    );
    assert.equal(
      look([raised('toString')]).outcomes[0]?.state,
      'raised',
      'names every object has are no levels',
    );
  });

  it('lists what has been so longest first', () => {
    const { outcomes } = look([
      raised('a', {
        find: () => [finding('c', '2026-10-16'), finding('b', '2026-10-16'), finding('d', '2026-09-16')],
      }),
    ]);
    assert.deepEqual(
      outcomes[0]?.findings.map(({ about }) => about),
      ['d', 'b', 'c'],
    );
  });

  it('turns red on the day the ladder proposes an order, for that finding', () => {
    const climbing = raised('a', {
      ladder: true,
      find: () => [finding('old', '2026-10-16'), finding('new', '2026-10-30')],
    });
    assert.deepEqual(
      [look([climbing], {}, '2026-11-03').points, look([climbing], {}, '2026-11-04').points],
      [5, 10],
    );
    const settings: RuleSettings = { levels: { a: 'yellow' }, numbers: {} };
    const today = plainDate('2026-11-04');
    assert.equal(levelOfFinding(climbing, finding('old', '2026-10-16'), settings, today), 'red');
    assert.equal(levelOfFinding(climbing, finding('new', '2026-10-30'), settings, today), 'yellow');
    const still = raised('b');
    assert.equal(look([still], {}, '2026-11-04').points, 5, 'a rule without a ladder stays as it is');
  });

  it('says when to look again: the earliest day a rule or the ladder names, never today', () => {
    const wakes = (...texts: string[]): AlertRule =>
      rule('w', {
        find: ({ today }) => (texts.includes(today) ? [finding('a', today)] : []),
        wakes: () => texts.map(plainDate),
      });
    assert.equal(look([wakes()]).nextOn, undefined);
    assert.equal(look([wakes('2026-10-19', '2026-10-20')]).nextOn, undefined);
    assert.equal(look([wakes('2026-12-01', '2026-10-21'), wakes('2026-11-01')]).nextOn, '2026-10-21');
    const climbing = raised('a', { ladder: true });
    assert.equal(look([climbing]).nextOn, '2026-10-25');
    assert.equal(look([climbing], { ladder: [0, 5, 6, 7] }).nextOn, '2026-10-21', 'the next step only');
    assert.equal(look([climbing], {}, '2026-11-04').nextOn, undefined, 'no step is left');
    assert.equal(look([raised('a')]).nextOn, undefined, 'no ladder without the rule saying so');
  });

  it('passes over the days of this month on which a rule that names them says the same', () => {
    const from = (first: string): AlertRule =>
      rule('w', {
        find: ({ today }) => (today >= first ? [finding('a', first)] : []),
        wakes: () => ['2026-10-21', '2026-10-23', '2026-10-30', '2026-11-02', '2026-11-05'].map(plainDate),
      });
    const table: [first: string, nextOn: string][] = [
      ['2026-10-21', '2026-10-21'],
      ['2026-10-23', '2026-10-23'],
      ['2026-10-30', '2026-10-30'],
      ['2026-11-02', '2026-11-02'],
      ['2026-11-05', '2026-11-02'], // beyond the month the first one is taken
    ];
    for (const [first, nextOn] of table) assert.equal(look([from(first)]).nextOn, nextOn, first);
    assert.equal(look([from('2026-10-30'), from('2026-10-23')]).nextOn, '2026-10-23', 'the earlier of two');
    const climbing = raised('a', { ladder: true });
    assert.equal(look([from('2026-10-30'), climbing]).nextOn, '2026-10-25', 'a step before it');
  });

  it('gives rules the area’s numbers, and suggestions that say so where none is set', () => {
    const asked: number[] = [];
    const counting = alertRule({
      ...rule('n'),
      numbers: { people: { parameter: 'alertPeople', label: words, suggested: 3, unit: 'count' } },
      find: ({ numbers }) => {
        asked.push(numbers.people ?? assert.fail());
        return [];
      },
    });
    look([counting]);
    look([counting], { numbers: { alertPeople: 0, people: 9 } });
    assert.deepEqual(asked, [3, 0]);
    assert.deepEqual(numbersOf(counting, { numbers: {} }), { people: { value: 3, isSuggested: true } });
    assert.deepEqual(numbersOf(counting, { numbers: { alertPeople: 3 } }), {
      people: { value: 3, isSuggested: false },
    });
  });

  it('gives the same for facts that were written down and read again', () => {
    const facts = projectFacts({ months: [month('2026-09', [team({ attendedPeople: 12 })])] });
    const again = JSON.parse(JSON.stringify(facts)) as ProjectFacts; // what was written a line before
    for (let day = plainDate('2026-10-14'); day < '2026-11-08'; day = addDays(day, 1))
      assert.deepEqual(look(ALERT_RULES, {}, day, again), look(ALERT_RULES, {}, day, facts));
  });
});

describe('the table of warning rules', () => {
  it('names each rule once, in both languages, with a weight between 1 and 20', () => {
    assert.equal(new Set(ALERT_RULES.map(({ id }) => id)).size, ALERT_RULES.length);
    for (const { id, question, points, numbers } of ALERT_RULES) {
      assert.match(id, /^[a-z][a-zA-Z]{1,59}$/u);
      for (const { zh, en } of [question, ...Object.values(numbers).map(({ label }) => label)]) {
        assert.match(zh, /\p{Script=Han}/u, id);
        assert.match(en, /^[A-Z]/u, id);
      }
      assert.ok(Number.isInteger(points) && points >= 1 && points <= 20, id);
      assert.equal(findAlertRule(id)?.id, id);
    }
    assert.equal(findAlertRule('constructor'), undefined);
  });

  it('lets the ladder of the pay day climb on what is late by the pay day alone', () => {
    assert.deepEqual(
      ALERT_RULES.filter(({ ladder }) => ladder).map(({ id }) => id),
      ['payrollNotFiled', 'filedNotPaid', 'partPaid'],
    );
  });

  it('rests on law that may be printed wherever a rule of the wage months names one', () => {
    for (const { id, group, cite } of ALERT_RULES)
      if (group === 'payroll' && cite !== undefined) assert.ok(isCitable(cite), `${id}: ${cite}`);
  });
});
