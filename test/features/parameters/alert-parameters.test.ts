import assert from 'node:assert/strict';
import { SUGGESTED_LADDER } from '../../../server/core/alerts/ladder.ts';
import { ALERT_RULES } from '../../../server/core/alerts/rules.ts';
import { valueShape } from '../../../server/features/parameters/definitions.ts';
import { definitionOf } from '../../../server/features/parameters/parameters.ts';

const fits = (key: string, value: unknown): boolean => {
  const definition = definitionOf(key);
  assert.ok(definition, key);
  return valueShape(definition).validate(value, { convert: false }).error === undefined;
};
const numbers = ALERT_RULES.flatMap(({ numbers }) => Object.values(numbers));

describe('parameters of early warning', () => {
  it('let an area set every number a rule compares with, also to what is suggested', () => {
    assert.ok(numbers.length > 0);
    for (const { parameter, suggested, unit } of numbers) {
      assert.equal(definitionOf(parameter)?.group, 'alert', parameter);
      assert.equal(definitionOf(parameter)?.kind, unit, parameter);
      assert.ok(fits(parameter, suggested), parameter);
      assert.equal(fits(parameter, suggested + 0.5), false, `${parameter}: half of one`);
    }
  });

  it('mean one thing by one key, whichever rule asks', () => {
    const known = new Map<string, (typeof numbers)[number]>();
    for (const number of numbers) {
      assert.deepEqual(number, known.get(number.parameter) ?? number, number.parameter);
      known.set(number.parameter, number);
    }
  });

  it('take four steps of the ladder, each later than the one before', () => {
    assert.ok(fits('alertLadder', [...SUGGESTED_LADDER]));
    assert.ok(fits('alertLadder', [0, 3, 5, 7]));
    const refused: [value: unknown, why: string][] = [
      [[0, 10, 15], 'three steps'],
      [[0, 10, 15, 20, 25], 'five steps'],
      [[0, 15, 10, 20], 'a step back'],
      [[0, 10, 10, 20], 'two steps on one day'],
      [[-1, 10, 15, 20], 'a step before the pay day'],
      [[0, 10, 15, 367], 'a step after more than a year'],
      [[0, 1.5, 15, 20], 'half a day'],
    ];
    for (const [value, why] of refused) assert.equal(fits('alertLadder', value), false, why);
  });

  it('set levels of rules that exist', () => {
    for (const { id } of ALERT_RULES)
      for (const level of ['yellow', 'red', 'off']) assert.ok(fits('alertLevels', { [id]: level }), id);
    assert.equal(fits('alertLevels', { payrollNotFilled: 'red' }), false, 'a rule nobody knows');
    assert.equal(fits('alertLevels', { payrollNotFiled: 'green' }), false, 'a colour that is none');
  });
});
