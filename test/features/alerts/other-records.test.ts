import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ParameterKey } from '../../../server/features/parameters/index.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { findKnown } from '../../../server/features/alerts/fact-snapshot.model.ts';
import { scanProjects } from '../../../server/features/alerts/index.ts';
import { editCase } from '../../../server/features/cases/index.ts';
import { linkRecord } from '../../../server/features/cases/link-record.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { mergeCompany } from '../../../server/features/companies/merge-company.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { editProject } from '../../../server/features/projects/edit-project.ts';
import { mergeProject } from '../../../server/features/projects/merge-project.ts';
import { getSafeguards } from '../../../server/features/safeguards/get-safeguards.ts';
import { putBond } from '../../../server/features/safeguards/put-bond.ts';
import { putContract } from '../../../server/features/safeguards/put-contract.ts';
import {
  acceptedComplaint,
  after,
  asPerson,
  asSystem,
  clock,
  filedCase,
  filing,
  move,
  ok,
  onDay,
  useCasesApp,
} from '../cases/cases-app.ts';
import { alertsNow } from './alerts-app.ts';

/** Exempt by the area's numbers, as long as its contractor has no arrears on record. */
const SMALL = 500_000_000;
const LARGE = 1_000_000_000;

describe('what records of other sites say of a site', function () {
  this.timeout(30_000);
  const { as } = useCasesApp();
  let [firm, site] = ['', ''];
  let earlier: CaseView;

  const setArea = (key: ParameterKey, value: Parameters<typeof setParameter>[1]['value']) =>
    setParameter(
      key,
      { areaCode: '532601', from: plainDate('2025-01-01'), value, source: '测试' },
      asSystem(),
    );
  const companyNamed = async (name: string): Promise<string> =>
    (await createCompany({ name, areaCode: '532601' }, asSystem())).id;
  const works = (name: string, companyId: string) => ({
    ...{ name, areaCode: '532601001', site: '河边', state: 'building' as const },
    parties: [{ role: 'generalContractor' as const, companyId }],
  });
  async function contracted(
    name: string,
    companyId: string,
    signedOn: string,
    amountFen: number,
  ): Promise<string> {
    const { id } = await createProject(works(name, companyId), asSystem());
    const contract = {
      ...{ signedOn: plainDate(signedOn), amountFen: fen(amountFen), labourCostFen: fen(120_000_000) },
      ...{ plannedFrom: plainDate('2026-06-01'), plannedUntil: plainDate('2027-05-31') },
      ...{ labourCostCycleMonths: 1, labourCostDay: 10, payDay: 15, payDayIn: 'next' as const },
    };
    await putContract(id, 0, contract, asSystem());
    return id;
  }
  const look = (day: string): Promise<Record<string, number>> => {
    onDay(day);
    return scanProjects(asSystem(), { signal: new AbortController().signal });
  };
  const requiredOf = async (projectId: string) =>
    (await findKnown(projectId, clock.today()))?.facts.bond?.required;
  const lacking = async (projectId: string): Promise<string[]> =>
    (await alertsNow({ projectId, rule: 'bondNotStored' })).map(({ state }) => state);

  before(async () => {
    await setArea('bondTiers', [{ basisPoints: 200 }]);
    await setArea('bondExemptBelow', SMALL + 1);
    firm = await companyNamed('文山建工集团有限公司');
    earlier = await filedCase(as);
    onDay('2026-03-03');
    site = await contracted('小工地', firm, '2026-03-03', SMALL);
  });

  it('asks a bond of a small site once a case of the year before is known to be its contractor’s', async () => {
    await look('2026-05-12');
    assert.equal(await requiredOf(site), 'exempt');
    onDay('2026-05-13');
    const link = { party: 'respondent', companyId: firm } as const;
    earlier = await linkRecord(earlier.id, earlier.version, link, asPerson('inspector'));
    await look('2026-05-14');
    assert.deepEqual([await requiredOf(site), await lacking(site)], ['required', ['raised']]);
    assert.equal((await look('2026-05-14'))['projects'], 0, 'it is looked at once for it');
  });

  it('asks none while that case stands closed with nothing found, and again once it is taken up anew', async () => {
    const asked = await after(as, earlier, ['ask-closure', { code: 'NOT_FOUND', statement: '查无欠薪' }]);
    const closed = await ok<CaseView>(move(as('head'), asked, 'approve-closure'));
    await look('2026-05-14');
    assert.equal(await requiredOf(site), 'exempt');
    const reopened = await ok<CaseView>(move(as('head'), closed, 'reopen', { reason: '有新的证据' }));
    await look('2026-05-14');
    assert.equal(await requiredOf(site), 'required');
    earlier = reopened;
  });

  it('asks none any more when the case turns out to be another’s', async () => {
    const { id, version, title } = earlier;
    const words = { title, respondent: { name: '文山建工集团有限公司' } };
    earlier = await editCase(id, version, words, asPerson('inspector'));
    await look('2026-05-15');
    assert.deepEqual([await requiredOf(site), await lacking(site)], ['exempt', ['cured', 'cured']]);
    const titled = { ...words, title: '换个题目' };
    earlier = await editCase(id, earlier.version, titled, asPerson('inspector'));
    assert.equal(
      (await look('2026-05-16'))['projects'],
      0,
      'a step that names nobody anew is no news of a site',
    );
  });

  it('counts a case that is filed on the day of the contract', async () => {
    const other = await contracted('同日签约', firm, '2026-05-16', SMALL);
    await look('2026-05-16');
    assert.equal(await requiredOf(other), 'exempt');
    const respondent = { name: '文山建工集团有限公司', companyId: firm };
    const complaint = await acceptedComplaint(as);
    await ok(as('inspector').create('/cases', filing([complaint.id], { respondent })));
    await look('2026-05-17');
    assert.deepEqual([await requiredOf(other), await requiredOf(site)], ['required', 'exempt']);
  });

  it('counts the cases of a duplicate that is merged into the contractor', async () => {
    const double = await companyNamed('文山建工');
    const link = { party: 'respondent', companyId: double } as const;
    await linkRecord(earlier.id, earlier.version, link, asPerson('inspector'));
    await look('2026-05-18');
    assert.equal(await requiredOf(site), 'exempt');
    await mergeCompany(double, 1, { intoId: firm, reason: '重复登记' }, asPerson('clerk'));
    await look('2026-05-19');
    assert.equal(await requiredOf(site), 'required');
  });

  it('lets the lower rate do while the contractor has other works under way in the area', async () => {
    await setArea('bondMultiProjectFloor', 50);
    const builder = await companyNamed('文山二建');
    const main = await contracted('大工地', builder, '2026-03-03', LARGE);
    const bond = { kind: 'cash', amountFen: fen(6_000_000), bankName: '农行' } as const;
    await putBond(main, 1, { ...bond, storedOn: plainDate('2026-03-10') }, asSystem());
    const floorOf = async (): Promise<number | undefined> => {
      const { bondRequired } = await getSafeguards(main, asPerson('clerk'));
      return bondRequired.state === 'required' ? bondRequired.floorFen : undefined;
    };
    const lackingOn = async (day: string): Promise<boolean> => {
      await look(day);
      return (await lacking(main)).at(-1) === 'raised';
    };
    assert.equal(await lackingOn('2026-05-20'), true, 'two percent of ten million yuan are not stored');
    const { id } = await createProject(works('第二处', builder), asSystem());
    assert.equal(await lackingOn('2026-05-21'), false, 'half a percent is');
    assert.equal(await floorOf(), LARGE / 200, 'as the page of the site says');
    const edit = (version: number, over: object) =>
      editProject(id, version, { ...works('第二处', builder), ...over }, asPerson('clerk'));
    await edit(1, { state: 'finished' });
    assert.deepEqual([await lackingOn('2026-05-22'), await floorOf()], [true, undefined]);
    await edit(2, { areaCode: '532601' });
    assert.equal(await lackingOn('2026-05-23'), false);
    await edit(3, { parties: [] });
    assert.equal(await lackingOn('2026-05-24'), true);
    await edit(4, {});
    assert.equal(await lackingOn('2026-05-25'), false);
    await edit(5, { site: '河对岸' });
    assert.equal((await look('2026-05-26'))['projects'], 1, 'what says nothing of the neighbours is its own');
    const third = await createProject(works('第三处', firm), asSystem());
    await mergeProject(id, 6, { intoId: third.id, reason: '重复登记' }, asPerson('clerk'));
    assert.equal(await lackingOn('2026-05-27'), false, 'it is built on, as the other record');
    await editProject(third.id, 2, works('第三处', firm), asPerson('clerk'));
    assert.equal(await lackingOn('2026-05-28'), true);
  });

  it('reads a new site once, though its contractor stands behind more than is asked for at once', async () => {
    const touches = mongoose.connection.collection('projectTouches');
    await touches.insertMany(Array.from({ length: 4_999 }, () => ({ projectId: site })));
    await createProject(works('新工地', await companyNamed('文山三建')), asSystem());
    assert.equal((await look('2026-05-29'))['projects'], 2, 'the site that was touched, and the new one');
  });
});
