import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import { isAllSeen, peopleToPay } from '../../../server/features/cases/sheet-totals.ts';
import { settleClaims } from '../../../server/features/cases/index.ts';
import type { ClaimView } from '../../../server/core/contract/claims.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { fen } from '../../../server/core/kit/money.ts';
import {
  after,
  asPerson,
  claimsOf,
  filedCase,
  fileOf,
  move,
  ok,
  refusal,
  useCasesApp,
} from '../cases/cases-app.ts';

const months = [{ payMonth: '2026-01', owedFen: 1_000 }];
const PEOPLE = [
  { name: '甲工', months },
  { name: '乙工', months },
];

describe('closed means paid, and nobody waits for those to whom nothing is owed here', () => {
  const { as } = useCasesApp();
  const table: [string, number, [paid: number, left: number, nothing: number], boolean][] = [
    ['nobody on the sheet', 0, [0, 0, 0], false],
    ['all three paid', 3, [3, 0, 0], true],
    ['two of three paid', 3, [2, 0, 0], false],
    ['two paid, the third has left', 3, [2, 1, 0], true],
    ['two paid, the third is owed nothing', 3, [2, 0, 1], true],
    ['one paid, one has left, one is not on the sheet', 3, [1, 1, 0], false],
    ['everybody has left, so nothing was paid', 2, [0, 2, 0], false],
    ['nobody is owed anything, so nothing was paid', 2, [0, 0, 2], false],
  ];
  for (const [title, headcount, [paidPeople, leftPeople, nothingOwedPeople], isPaid] of table) {
    it(`${title}: ${isPaid ? 'paid in full' : 'not paid in full'}`, () => {
      const sums = { people: headcount, owedFen: fen(0), seenFen: fen(0) };
      const totals = { headcount, sheet: { ...sums, paidPeople, leftPeople, nothingOwedPeople } };
      assert.equal(isAllSeen(totals), isPaid);
      assert.equal(peopleToPay(totals), headcount - leftPeople - nothingOwedPeople);
    });
  }

  const nothingFor = ({ id }: CaseView, claim: ClaimView | undefined): Promise<void> =>
    inTransaction(() =>
      settleClaims(id, [{ claimId: claim?.id ?? '', months: [] }], {}, asPerson('inspector')),
    );

  it('somebody whom a settled sheet found to be owed nothing does not keep the others’ case from closing as PAID', async () => {
    let view = await filedCase(as, { headcount: 2, owedFen: 2_000, people: PEOPLE });
    const [first, second] = await claimsOf(as, view);
    const rows = [{ claimId: second?.id, fen: 1_000 }];
    const pay = { rows, paidOn: '2026-03-02', means: 'BANK_CREDIT', fileIds: [await fileOf('inspector')] };
    view = await after(as, view, ['record-payment', pay]);
    const closing = (): Promise<string> =>
      refusal(move(as('inspector'), view, 'ask-closure', { code: 'PAID', statement: '付清' }));
    assert.equal(await closing(), '409 notAllPaid');
    await nothingFor(view, first);
    view = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.deepEqual(view.unpaid, { people: 0, fen: 0, nothingOwed: 1 });
    assert.equal((await claimsOf(as, view))[0]?.state, 'nothingOwed');
    view = await after(as, view, ['ask-closure', { code: 'PAID', statement: '付清' }]);
    assert.equal(view.pending, 'closure');
  });

  it('he is waited for again as soon as arrears of his are entered', async () => {
    let view = await filedCase(as, { headcount: 2, owedFen: 2_000, people: PEOPLE });
    const [first] = await claimsOf(as, view);
    await nothingFor(view, first);
    const [none] = await claimsOf(as, view);
    await ok(as('inspector').patch(`/claims/${none?.id}`, { months }, { 'if-match': `"v${none?.version}"` }));
    view = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.deepEqual(view.unpaid, { people: 2, fen: 2_000 });
  });
});
