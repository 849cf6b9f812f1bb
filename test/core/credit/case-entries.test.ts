import assert from 'node:assert/strict';
import { arrearsOfCase, caseEntries, type CaseOfFile } from '../../../server/core/credit/case-entries.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate as on } from '../../../server/core/kit/plain-date.ts';

const FILED: CaseOfFile = {
  ...{ id: 'k', caseNumber: '文人社监立〔2025〕1号', areaCode: '532601', filedOn: on('2025-03-03') },
  ...{ partyIds: ['us', 'payer'], addressedId: 'payer', orders: [], proceedings: [], owedFen: fen(100) },
};
const ORDER = { servedOn: on('2025-04-01'), rectifyBy: on('2025-04-10'), companyId: 'us' };
const decision = (facts: Record<string, string>, state = 'served', closedOn?: string) => ({
  ...{ id: 'p', kind: 'decision' as const, state, deadlines: [] },
  ...(closedOn === undefined ? {} : { closedOn: on(closedOn) }),
  facts: { serviceMode: 'DIRECT', deliveredOn: '2025-05-01', performBy: '2025-05-20', ...facts },
});

const EXAMPLES: readonly [
  title: string,
  day: string,
  change: Partial<CaseOfFile>,
  file: readonly string[],
][] = [
  ['nothing before it was filed', '2025-03-02', {}, []],
  [
    'filed, and the office’s own as long as nothing was served',
    '2025-03-03',
    {},
    ['us caseFiled (office)', 'payer caseFiled (office)'],
  ],
  [
    'an order served: that company knows, and it stands on its record alone',
    '2025-04-10',
    { orders: [ORDER] },
    ['us caseFiled', 'payer caseFiled (office)', 'us orderServed'],
  ],
  [
    'the day after the last one it is missed',
    '2025-04-11',
    { orders: [ORDER] },
    ['us caseFiled', 'payer caseFiled (office)', 'us orderServed', 'us orderMissed'],
  ],
  [
    'paid on the last day: not missed',
    '2025-06-01',
    { orders: [ORDER], closedOn: on('2025-05-30'), closureCode: 'PAID', lastPaidOn: on('2025-04-10') },
    [
      'us caseFiled',
      'us caseClosed',
      'payer caseFiled (office)',
      'payer caseClosed (office)',
      'us orderServed',
    ],
  ],
  [
    'paid on the last day while the case is still open: not missed',
    '2025-04-11',
    { orders: [ORDER], lastPaidOn: on('2025-04-10') },
    ['us caseFiled', 'payer caseFiled (office)', 'us orderServed'],
  ],
  [
    'paid the day after: missed',
    '2025-04-12',
    { orders: [ORDER], lastPaidOn: on('2025-04-11') },
    ['us caseFiled', 'payer caseFiled (office)', 'us orderServed', 'us orderMissed'],
  ],
  [
    'a further order before the day takes its place',
    '2025-04-11',
    { orders: [ORDER, { ...ORDER, servedOn: on('2025-04-08'), rectifyBy: on('2025-04-30') }] },
    ['us caseFiled', 'payer caseFiled (office)', 'us orderServed', 'us orderServed'],
  ],
  [
    'a further order to another party takes nobody’s place',
    '2025-04-11',
    {
      orders: [
        ORDER,
        { ...ORDER, companyId: 'payer', servedOn: on('2025-04-08'), rectifyBy: on('2025-04-30') },
      ],
    },
    ['us caseFiled', 'payer caseFiled', 'us orderServed', 'us orderMissed', 'payer orderServed'],
  ],
  [
    'a decision that reached the party after its last day cannot be missed',
    '2025-06-21',
    { proceedings: [decision({ serviceMode: 'PUBLIC_NOTICE' })] },
    ['us caseFiled (office)', 'payer caseFiled', 'payer decisionMade'],
  ],
  [
    'a decision goes to whoever is addressed; not carried out it is missed',
    '2025-05-21',
    { proceedings: [decision({})] },
    ['us caseFiled (office)', 'payer caseFiled', 'payer decisionMade', 'payer decisionMissed'],
  ],
  [
    'performed in time',
    '2025-06-01',
    { partyIds: [], proceedings: [decision({ performedOn: '2025-05-20' }, 'performed')] },
    ['payer decisionMade'],
  ],
  [
    'contested: made, not missed',
    '2025-06-01',
    { partyIds: [], proceedings: [decision({}, 'contested')] },
    ['payer decisionMade'],
  ],
  [
    'revoked: as if never made',
    '2025-07-01',
    { partyIds: [], proceedings: [decision({}, 'revoked', '2025-06-30')] },
    [],
  ],
  [
    'and before it was revoked it stood',
    '2025-06-29',
    { partyIds: [], proceedings: [decision({}, 'revoked', '2025-06-30')] },
    ['payer decisionMade', 'payer decisionMissed'],
  ],
];

describe('what a case puts into the file of a company, as of a day', () => {
  for (const [title, day, change, file] of EXAMPLES)
    it(title, () => {
      const entries = caseEntries({ ...FILED, ...change }, on(day));
      const said = entries.map((one) => `${one.companyId} ${one.kind}${one.isOfficeOnly ? ' (office)' : ''}`);
      assert.deepEqual(said, file);
    });

  it('is arrears for the bond only where arrears were found, and over when the money came', () => {
    const of = (change: Partial<CaseOfFile>, day = '2025-12-31') =>
      arrearsOfCase({ ...FILED, ...change }, 'us', on(day));
    const closed = { closedOn: on('2025-06-30') };
    assert.equal(of({})?.standing, 'open');
    assert.equal(of({ orders: [ORDER] })?.standing, 'found');
    assert.equal(of({ orders: [ORDER] }, '2025-03-31')?.standing, 'open', 'before the order was served');
    assert.equal(of({ ...closed, closureCode: 'NOT_WAGES' }), undefined);
    assert.equal(of({ ...closed, closureCode: 'NOT_WAGES' }, '2025-06-29')?.standing, 'open');
    assert.equal(
      of({ ...closed, closureCode: 'PAID', lastPaidOn: on('2025-06-15') })?.entry.endedOn,
      '2025-06-15',
    );
    assert.equal(of({ ...closed, closureCode: 'COURT' })?.entry.endedOn, '2025-06-30');
    assert.equal(of({ ...closed, closureCode: 'AGREED_NOT_PAID' })?.entry.endedOn, undefined);
    assert.equal(of({}, '2025-03-02'), undefined);
    assert.equal(arrearsOfCase(FILED, 'them', on('2025-12-31')), undefined);
  });
});
