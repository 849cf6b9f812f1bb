import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { LiabilityView, PutLiabilityFacts } from '../../../server/core/contract/liability.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { putLiabilityFacts } from '../../../server/features/arrears/index.ts';
import { asPerson, ok, refusal, stored } from '../cases/cases-app.ts';
import type { Site } from './arrears-site.ts';
import { caseOf, on, openSite, useArrearsApp } from './arrears-site.ts';

describe('who has to pay in a case', function () {
  this.timeout(20_000);
  const { as } = useArrearsApp();
  let site: Site;
  before(async () => {
    site = await openSite();
  });
  const liability = (view: { id: string }) =>
    ok<LiabilityView>(as('inspector').get(`/cases/${view.id}/liability`));
  const put = (view: { id: string }, body: PutLiabilityFacts) =>
    putLiabilityFacts(view.id, body, asPerson('inspector'));
  const fitting = ({ proposals }: LiabilityView): string[] =>
    proposals.filter(({ fits }) => fits).map(({ rule }) => rule);

  it('is proposed from what the registry knows, and from what the inspector answers', async () => {
    const view = await caseOf(as, site);
    const first = await liability(view);
    assert.deepEqual(fitting(first), ['REG-30-1', 'REG-16-1']);
    assert.equal(first.facts.find(({ id }) => id === 'employerIsSubcontractor')?.from, 'records');
    const answered = await put(view, { answers: { hasNotPaid: true, worksPassedOn: false } });
    assert.deepEqual(fitting(answered), ['REG-30-2', 'REG-30-1', 'REG-16-1']);
    const [most] = answered.proposals;
    assert.deepEqual(
      [most?.payer?.companyId, most?.firstPayer?.companyId, most?.recourseAgainst?.companyId],
      [site.employerId, site.generalId, site.employerId],
    );
    assert.ok(!answered.proposals.some(({ rule }) => rule === 'REG-30-3'));
    const back = await put(view, { answers: { hasNotPaid: null } });
    assert.deepEqual(fitting(back), ['REG-30-1', 'REG-16-1']);
  });

  it('the owner’s advance is limited to what he owes for the works', async () => {
    const view = await caseOf(as, site);
    const answered = await put(view, { answers: { ownerPaidShort: true }, ownerUnpaidFen: fen(5_000_000) });
    const advance = answered.proposals.find(({ rule }) => rule === 'REG-29-2');
    assert.deepEqual(
      [advance?.fits, advance?.firstPayer?.companyId, advance?.capFen],
      [true, site.ownerId, 5_000_000],
    );
  });

  it('is decided by an inspector with a reason, and stands in the case with it', async () => {
    const view = await caseOf(as, site);
    const { version } = await liability(view);
    const decide = (body: object, seen = { version }) =>
      as('inspector').post(`/cases/${view.id}/decide-liability`, body, on(seen));
    const body = {
      rule: 'REG-30-2',
      primaryPayer: { companyId: site.employerId, name: '德厚劳务' },
      firstPayer: { companyId: site.generalId, name: '文山建工' },
      recourseAgainst: { companyId: site.employerId, name: '德厚劳务' },
    };
    assert.equal(await refusal(decide(body)), '422 invalidInput reason');
    assert.equal(await refusal(decide({ ...body, rule: 'REG-99-1', reason: '…' })), '422 invalidInput rule');
    const decided = await ok<CaseView>(decide({ ...body, reason: '分包单位没有支付' }));
    assert.equal(decided.parties.liabilityRule, 'REG-30-2');
    assert.equal(decided.parties.firstPayer?.companyId, site.generalId);
    assert.equal(decided.history.at(-1)?.reason, '分包单位没有支付');
    assert.equal((await liability(view)).decided?.reason, '分包单位没有支付');
    assert.equal(await refusal(decide({ ...body, reason: '再来一次' })), '412 staleVersion');
    // Ordinary arrears: who paid first is taken off again.
    const plain = { rule: 'REG-16-1', primaryPayer: body.primaryPayer, reason: '单位自己支付' };
    const changed = await ok<CaseView>(decide(plain, decided));
    assert.equal(changed.parties.firstPayer, undefined);
    assert.ok((await stored('events', { action: 'case.edit' })).length >= 2);
  });

  it('is read by the office of the area alone', async () => {
    const view = await caseOf(as, site);
    for (const [who, status] of [
      ['clerk', 200],
      ['head', 200],
      ['leader', 403],
      ['otherInspector', 404],
      ['worker', 403],
      ['nobody', 401],
    ] as const)
      await as(who).get(`/cases/${view.id}/liability`).expect(status);
  });
});
