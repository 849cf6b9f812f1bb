import assert from 'node:assert/strict';
import type { Grant } from '../../../server/core/contract/roles.ts';
import {
  areaChain,
  areaLevelOf,
  grantsReach,
  grantsTouch,
  parentCodeOf,
} from '../../../server/features/areas/index.ts';

const grant = (areaCode: string): Grant => ({ role: 'admin', areaCode });

describe('division codes', () => {
  it('name the containing areas, nearest first', () => {
    assert.deepEqual(areaChain('532601001901'), ['532601001901', '532601001', '532601', '5326', '53']);
    assert.deepEqual(areaChain('53'), ['53']);
  });

  it('have their level by length and no other length', () => {
    assert.deepEqual(['53', '5326', '532601', '532601001', '532601001901'].map(areaLevelOf), [
      'province',
      'prefecture',
      'county',
      'town',
      'grid',
    ]);
    assert.equal(areaLevelOf('5326010'), null);
  });

  it('lie in their parent, and a province in nothing', () => {
    assert.equal(parentCodeOf('532601001'), '532601');
    assert.equal(parentCodeOf('5326'), '53');
    assert.equal(parentCodeOf('53'), null);
  });

  const reach: [own: string, area: string, reaches: boolean, touches: boolean][] = [
    ['5326', '532601', true, true],
    ['5326', '5326', true, true],
    ['532601', '5326', false, true],
    ['532601', '532622', false, false],
    ['532601001', '532601', false, true],
    ['53', '532628101', true, true],
  ];
  for (const [own, area, reaches, touches] of reach) {
    it(`of a person of ${own}: ${area} is ${reaches ? '' : 'not '}reached and ${touches ? '' : 'not '}on the line`, () => {
      assert.equal(grantsReach([grant(own)], area), reaches);
      assert.equal(grantsTouch([grant(own)], area), touches);
    });
  }
});
