import assert from 'node:assert/strict';
import { findRule } from '../../../server/core/law/articles.ts';
import type { ParameterKey } from '../../../server/features/parameters/parameters.ts';
import { definitionOf, PARAMETERS } from '../../../server/features/parameters/parameters.ts';
import { valueShape } from '../../../server/features/parameters/definitions.ts';

const fits = (key: ParameterKey, value: unknown): boolean =>
  valueShape(PARAMETERS[key]).validate(value, { convert: false }).error === undefined;

describe('definitions of regional parameters', () => {
  it('name each in both languages, and a rule it serves', () => {
    for (const [key, definition] of Object.entries(PARAMETERS)) {
      assert.match(definition.nameZh, /\p{Script=Han}/u, key);
      assert.match(definition.nameEn, /^[A-Z]/, key);
      assert.notEqual(findRule(definition.rule), undefined, `${key}: ${definition.rule}`);
    }
  });

  it('show an example for each json value that its own shape accepts', () => {
    for (const [key, definition] of Object.entries(PARAMETERS)) {
      if (definition.kind !== 'json') continue;
      const shown = definitionOf(key)?.exampleValue;
      assert.notEqual(shown, undefined, key);
      assert.equal(valueShape(definition).validate(shown, { convert: false }).error, undefined, key);
    }
    assert.ok(fits('labourCostShare', { building: 1900, municipal: 1000 }));
    assert.ok(fits('assessmentCalendar', { selfReportBy: '01-31' }));
  });

  it('know own keys only, not those of every object', () => {
    assert.equal(definitionOf('constructor'), null);
    assert.equal(definitionOf('__proto__'), null);
    assert.equal(definitionOf('bondTiers')?.group, 'bond');
  });

  it('take either end of the band the provinces choose the amounts of the crime from', () => {
    assert.deepEqual(
      [500_000, 2_000_000].map((amount) => fits('crimeAmountOneWorker', amount)),
      [true, true],
    );
    assert.deepEqual(
      [3_000_000, 10_000_000].map((amount) => fits('crimeAmountGroup', amount)),
      [true, true],
    );
  });

  const refused: [key: ParameterKey, value: unknown, why: string][] = [
    ['minimumWageMonthly', 1990.5, 'half a fen'],
    ['minimumWageMonthly', '199000', 'money as text'],
    ['minimumWageMonthly', -1, 'less than nothing'],
    ['bondMultiProjectFloor', 10_001, 'more than a hundred per cent'],
    ['crimeAmountOneWorker', 499_999, 'below the band the provinces choose from (5,000 to 20,000 yuan)'],
    ['crimeAmountOneWorker', 2_000_001, 'above it'],
    ['crimeAmountGroup', 2_999_999, 'below the band for ten workers (30,000 to 100,000 yuan)'],
    ['crimeAmountGroup', 10_000_001, 'above it'],
    ['sla12345', 0, 'no days at all'],
    ['accountRegulator', '', 'an empty text'],
    ['labourCostShare', { housing: 1900 }, 'an industry nobody knows'],
    ['labourCostShare', {}, 'nothing set'],
    ['bondTiers', [{ capFen: 1 }], 'a tier without a rate'],
    ['bondGuaranteeKinds', ['bankGuarantee', 'bankGuarantee'], 'the same twice'],
    ['assessmentCalendar', { selfReportBy: '13-01' }, 'a month that is none'],
    ['alertLevels', { payrollNotFiled: 'purple' }, 'a colour that is none'],
  ];
  for (const [key, value, why] of refused) {
    it(`refuse ${why} for ${key}`, () => {
      assert.equal(fits(key, value), false);
    });
  }
});
