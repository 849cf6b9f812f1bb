import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { orderToRestOn } from '../../../server/core/listings/payment-orders.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { standingOrders } from '../../../server/core/proceedings/standing-orders.ts';
import { Walk } from './walk.ts';

const day = plainDate;
const order = (servedOn: string, rectifyBy: string, companyId?: string) => ({
  ...{ servedOn: day(servedOn), rectifyBy: day(rectifyBy) },
  ...(companyId === undefined ? {} : { companyId }),
});
type Order = ReturnType<typeof order>;
const first = order('2026-02-25', '2026-03-10');

describe('an order to pay whose place another took', () => {
  const CASES: [title: string, orders: Order[], standing: string[]][] = [
    ['one alone stands', [first], ['2026-03-10']],
    ['a further one on the last day', [first, order('2026-03-10', '2026-03-31')], ['2026-03-31']],
    [
      'a further one the day after: the first was missed',
      [first, order('2026-03-11', '2026-03-31')],
      ['2026-03-10', '2026-03-31'],
    ],
    [
      'one to another party leaves it as it is',
      [order('2026-02-25', '2026-03-10', 'sub'), order('2026-03-02', '2026-03-31', 'contractor')],
      ['2026-03-10', '2026-03-31'],
    ],
    [
      'the third takes the place of both',
      [first, order('2026-03-05', '2026-03-12'), order('2026-03-09', '2026-03-31')],
      ['2026-03-31'],
    ],
  ];
  for (const [title, orders, standing] of CASES)
    it(title, () => {
      assert.deepEqual(
        standingOrders(orders).map(({ rectifyBy }) => rectifyBy),
        standing,
      );
    });

  it('leads neither to the police nor onto the list while the further one runs', () => {
    const orders = [first, order('2026-03-09', '2026-03-31')];
    const open = (today: string) =>
      new Walk('criminalTransfer', { orders }).on(today).take('open', { reportedOn: today });
    assert.match(open('2026-03-11'), /runs to 2026-03-31/u);
    assert.equal(open('2026-04-01'), 'reported');
    assert.equal(orderToRestOn({ orders }, day('2026-03-11'))?.payBy, '2026-03-31');
  });
});

describe('a decision to pay that could not be missed', () => {
  const CASES: [title: string, state: string, facts: Facts, opens: boolean][] = [
    ['served before its last day', 'served', {}, true],
    ['revoked', 'revoked', {}, false],
    ['changed', 'changed', {}, false],
    ['not served', 'made', { deliveredOn: undefined as never }, false],
    ['handed over on its last day', 'served', { deliveredOn: '2026-03-10' }, false],
    [
      'posted on 27 February, served only when thirty days were over',
      'served',
      { serviceMode: 'PUBLIC_NOTICE' },
      false,
    ],
  ];
  for (const [title, state, facts, opens] of CASES)
    it(`${title}: ${opens ? 'missed' : 'not missed'}`, () => {
      const given = { serviceMode: 'DIRECT', deliveredOn: '2026-02-27', performBy: '2026-03-10', ...facts };
      const one = { id: 'd', kind: 'decision' as const, state, facts: given };
      const step = new Walk('bondUse', {}, { others: [one] })
        .on('2026-04-20')
        .take('open', { bank: 'x', bondFen: 1, headcount: 1, reason: 'x' });
      assert.equal(step === 'asked', opens, step);
      const rests = orderToRestOn({ orders: [], proceedings: [one] }, day('2026-04-20'));
      assert.equal(rests !== undefined, opens);
    });
});
