import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { pickValue } from '../../../server/features/parameters/pick-value.ts';

const value = (name: string, areaCode: string, from: string, setAt = '2026-01-01T00:00:00Z') => ({
  name,
  areaCode,
  from: plainDate(from),
  setAt: new Date(setAt),
});
const VALUES = [
  value('province', '53', '2020-01-01'),
  value('province, later', '53', '2026-06-01'),
  value('prefecture', '5326', '2025-01-01'),
  value('county, wrong', '532601', '2026-03-01', '2026-02-01T00:00:00Z'),
  value('county, corrected', '532601', '2026-03-01', '2026-02-02T00:00:00Z'),
  value('county, scheduled', '532601', '2027-01-01'),
  value('neighbour', '532622', '2020-01-01'),
];
const COUNTY = ['532601', '5326', '53'];
const PREFECTURE = ['5326', '53'];

describe('which regional value is in force', () => {
  const cases: [says: string, chain: string[], day: string, expected: string | null][] = [
    ['none before the first one', COUNTY, '2019-12-31', null],
    ['the province alone has one', COUNTY, '2020-01-01', 'province'],
    ['the day before the prefecture sets its own', COUNTY, '2024-12-31', 'province'],
    ['the prefecture from its own day on', COUNTY, '2025-01-01', 'prefecture'],
    ['a later value of the province does not hide the nearer one', PREFECTURE, '2026-06-02', 'prefecture'],
    ['the county from its own day on', COUNTY, '2026-03-01', 'county, corrected'],
    ['the day before', COUNTY, '2026-02-28', 'prefecture'],
    ['a scheduled value not before its day', COUNTY, '2026-12-31', 'county, corrected'],
    ['and on its day', COUNTY, '2027-01-01', 'county, scheduled'],
    ['the province sees the province', ['53'], '2026-06-01', 'province, later'],
    ['an area without any', ['44'], '2026-06-01', null],
  ];
  for (const [says, chain, day, expected] of cases) {
    it(`${says}: ${chain[0] ?? ''} on ${day} → ${expected ?? 'not set'}`, () => {
      assert.equal(pickValue(VALUES, chain, plainDate(day))?.name ?? null, expected);
      assert.equal(
        pickValue([...VALUES].reverse(), chain, plainDate(day))?.name ?? null,
        expected,
        'in any order of reading',
      );
    });
  }
});
