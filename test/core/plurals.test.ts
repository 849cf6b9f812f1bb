import assert from 'node:assert/strict';
import { withPlurals } from '../../server/core/kit/plurals.ts';

describe('one and many in English', () => {
  const table: [said: string, expected: string][] = [
    ['1 [[day/days]] left', '1 day left'],
    ['0 [[day/days]] left', '0 days left'],
    ['2 working [[day/days]] left', '2 working days left'],
    ['21 [[day/days]]', '21 days'],
    ['1,001 [[row was/rows were]] kept', '1,001 rows were kept'],
    ['On 1 [[complaint/complaints]], 3 [[person/people]]', 'On 1 complaint, 3 people'],
    ['还剩 1 天', '还剩 1 天'],
    ['of [a/b] nothing is known', 'of [a/b] nothing is known'],
  ];
  for (const [said, expected] of table) it(said, () => assert.equal(withPlurals(said), expected));
});
