import assert from 'node:assert/strict';
import type { ParameterValue, ParameterView } from '../../server/core/contract/areas.ts';
import type { AlertRuleView } from '../../server/core/contract/alert-figures.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import {
  ladderInForce,
  newValue,
  typedNumber,
  valuesAtFirst,
  type RuleChange,
} from '../../client/src/features/alert-rules/rule-change.ts';
import {
  decisionOn,
  laterValues,
  levelsWith,
  valueOn,
} from '../../client/src/features/alert-rules/value-in-force.ts';

const PREFECTURE = '5326';
const COUNTY = '532601';
const value = (areaCode: string, from: string, held: ParameterValue['value']): ParameterValue => ({
  ...{ id: `${areaCode}${from}`, areaCode, from: plainDate(from), value: held },
  ...{ source: '局办公会', setBy: 'user:1', setAt: '2026-01-01T00:00:00.000Z' },
});
/** Newest first, as the door answers. */
const levels: ParameterView = {
  ...{ key: 'alertLevels', group: 'alert', nameZh: '', nameEn: '', kind: 'json', rule: 'ACC-23' },
  values: [
    value(COUNTY, '2027-01-01', { averageFalls: 'red' }),
    value(COUNTY, '2026-10-01', { averageFalls: 'off', partPaid: 'red' }),
    value(PREFECTURE, '2026-11-01', { sharedPhone: 'off' }),
    value(PREFECTURE, '2026-01-01', { sharedPhone: 'red' }),
  ],
};
const rule: AlertRuleView = {
  ...{ id: 'sharedPhone', group: 'people', question: { zh: '问', en: 'q' }, points: 5, ladder: false },
  ...{ level: 'yellow', suggestedLevel: 'yellow', needs: [], also: [], numbers: [] },
};

describe('changing a warning rule', () => {
  it('the nearest area’s value holds, and of one area the latest that has begun', () => {
    assert.deepEqual(valueOn(levels, '2026-12-01')?.value, { averageFalls: 'off', partPaid: 'red' });
    assert.deepEqual(valueOn(levels, '2027-01-01')?.value, { averageFalls: 'red' });
    assert.deepEqual(valueOn(levels, '2026-09-30')?.value, { sharedPhone: 'red' });
    assert.equal(valueOn(levels, '2025-12-31'), undefined);
  });
  it('one rule’s level is changed without losing what the others were given', () => {
    assert.deepEqual(levelsWith(levels, '2026-12-01', { sharedPhone: 'red' }), {
      averageFalls: 'off',
      partPaid: 'red',
      sharedPhone: 'red',
    });
    assert.deepEqual(levelsWith(undefined, '2026-12-01', { partPaid: 'off' }), { partPaid: 'off' });
  });
  it('a change that begins later keeps what holds by then, not what holds today', () => {
    const values = { ...valuesAtFirst(undefined, [], '2026-12-01'), level: 'off' as const };
    const change: RuleChange = { kind: 'level', rule };
    assert.deepEqual(newValue(change, { ...values, from: '2027-02-01' }, [levels]), {
      averageFalls: 'red',
      sharedPhone: 'off',
    });
  });
  it('a value of the same area already set for a later day is told of; one of an area above is not', () => {
    assert.deepEqual(
      laterValues(levels, COUNTY, '2026-12-01').map(({ from }) => from),
      ['2027-01-01'],
    );
    assert.deepEqual(laterValues(levels, COUNTY, '2027-01-01'), []);
    assert.deepEqual(laterValues(levels, '532601001', '2026-01-01'), []);
  });
  it('a level counts as decided only where the value in force names the rule', () => {
    const inForce = value(COUNTY, '2026-10-01', { partPaid: 'red' });
    assert.equal(decisionOn({ ...levels, inForce }, 'partPaid'), inForce);
    assert.equal(decisionOn({ ...levels, inForce }, 'sharedPhone'), undefined);
    assert.equal(decisionOn(levels, 'partPaid'), undefined);
  });
});

describe('numbers of a warning rule as a person types them', () => {
  const number = {
    ...{ name: 'share', parameter: 'alertAverageFall', value: 3_050, unit: 'basisPoints' },
    ...{ isSuggested: true, label: { zh: '下降', en: 'fall' } },
  };
  const change: RuleChange = { kind: 'number', rule, number };
  const typed = (text: string, unit = 'basisPoints') =>
    newValue(
      { ...change, number: { ...number, unit } },
      { ...valuesAtFirst(undefined, [], '2026-12-01'), number: text },
      [],
    );

  it('a share is shown and read in per cent', () => {
    assert.equal(typedNumber(number), '30.5');
    assert.equal(typed('30.5'), 3_050);
    assert.equal(typed('25'), 2_500);
  });
  it('days are whole, and what cannot be read is no value', () => {
    assert.equal(typed('5', 'workingDays'), 5);
    assert.equal(typed('5.5', 'workingDays'), null);
    assert.equal(typed('', 'count'), null);
  });
  it('the ladder is the suggestion until the area sets its own, and its four days are read together', () => {
    const own = (days: number[]): ParameterView => ({
      ...levels,
      ...{ key: 'alertLadder', inForce: value(COUNTY, '2026-10-01', days) },
    });
    assert.deepEqual(ladderInForce([levels]), { days: [0, 10, 15, 20], isSuggested: true });
    assert.deepEqual(ladderInForce([own([0, 5, 8, 12])]), { days: [0, 5, 8, 12], isSuggested: false });
    const values = valuesAtFirst({ kind: 'ladder' }, [own([0, 5, 8, 12])], '2026-12-01');
    assert.deepEqual(newValue({ kind: 'ladder' }, values, []), [0, 5, 8, 12]);
    assert.equal(newValue({ kind: 'ladder' }, { ...values, ladder: ['0', '5', '', '12'] }, []), null);
  });
});
