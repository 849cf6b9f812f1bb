import assert from 'node:assert/strict';
import {
  areaCode,
  areaLevel,
  areaPrefix,
  areaWithAncestors,
  isAreaCode,
  isWithinArea,
  parentArea,
} from '../../server/core/kit/area-code.ts';
import { complaintId, isIdText, userId } from '../../server/core/kit/ids.ts';

describe('area codes', () => {
  it('have 6, 9 or 12 digits and no gap in the middle', () => {
    for (const good of ['530000', '532600', '532601', '532601001', '532601001002'])
      assert.ok(isAreaCode(good), good);
    const bad = [
      '53',
      '5326',
      '53260',
      '030000',
      '530001',
      '532600001',
      '530000001',
      '532601000',
      '532601000001',
    ];
    for (const text of [...bad, '532601001000', '5326０1', '532601 ', 'abcdef', ''])
      assert.equal(isAreaCode(text), false, text);
    assert.equal(isAreaCode(532601), false);
    assert.throws(() => areaCode('5326'), TypeError);
  });

  it('name their level and everything that contains them', () => {
    const village = areaCode('532601001002');
    assert.deepEqual(areaWithAncestors(village), ['532601001002', '532601001', '532601', '532600', '530000']);
    assert.deepEqual(areaWithAncestors(village).map(areaLevel), [
      'village',
      'town',
      'county',
      'prefecture',
      'province',
    ]);
    assert.equal(parentArea(areaCode('530000')), null);
    assert.deepEqual(areaWithAncestors(village).map(areaPrefix), [
      '532601001002',
      '532601001',
      '532601',
      '5326',
      '53',
    ]);
  });

  const within: [string, string, boolean][] = [
    ['532601', '532600', true],
    ['532601', '530000', true],
    ['532601', '532601', true],
    ['532601001002', '532601', true],
    ['532622', '532601', false],
    ['532600', '532601', false],
    ['530000', '532600', false],
    ['532500', '532600', false],
    ['540000', '530000', false],
  ];
  for (const [inner, outer, expected] of within) {
    it(`${inner} lies ${expected ? '' : 'not '}in ${outer}`, () => {
      assert.equal(isWithinArea(areaCode(inner), areaCode(outer)), expected);
    });
  }
});

describe('identifiers', () => {
  it('are branded at the door and refuse operators, paths and empty text', () => {
    assert.equal(userId('u-1'), 'u-1');
    assert.equal(complaintId('665f1c2e9b1e8a0012345678'), '665f1c2e9b1e8a0012345678');
    for (const bad of ['', '$ne', '../x', 'a b', '-x', 'a'.repeat(129), 'é', '__proto__', 'a\n']) {
      assert.equal(isIdText(bad), false, bad);
      assert.throws(() => userId(bad), /user identifier/);
    }
    assert.equal(isIdText({ $ne: null }), false);
  });
});
