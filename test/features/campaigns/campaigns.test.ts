import assert from 'node:assert/strict';
import type {
  CampaignBoard,
  CampaignForm,
  CampaignView,
  MatterRow,
} from '../../../server/core/contract/campaigns.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { FigureList } from '../../../server/core/reports/figure.ts';
import { mattersList } from '../../../server/core/reports/campaign-figures.ts';
import {
  CAMPAIGNS_PERMISSIONS,
  campaignsRoutes,
  rollUpCampaigns,
} from '../../../server/features/campaigns/index.ts';
import { Cases } from '../../../server/features/cases/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import type { Who } from '../cases/cases-app.ts';
import {
  after,
  asSystem,
  clock,
  filedCase,
  move,
  ok,
  onDay,
  refusal,
  useCasesApp,
} from '../cases/cases-app.ts';

const GIVEN = { name: '冬季行动', startsOn: '2026-03-05', publicBy: '2026-03-31', othersBy: '2026-04-20' };

describe('the board of a winter campaign', () => {
  const { as } = useCasesApp({ routes: campaignsRoutes, permissionTables: [CAMPAIGNS_PERMISSIONS] });
  const cases = {} as Record<'school' | 'private' | 'fresh', CaseView>; // all filed below
  let campaign: CampaignView;
  const open = (who: Who, areaCode: string, given: object = GIVEN) =>
    as(who).create('/campaigns', { areaCode, given });
  const board = (who: Who, query: Record<string, string> = {}) =>
    ok<CampaignBoard>(as(who).get(`/campaigns/${campaign.id}/board`, query));
  const step = (who: Who, { id, version }: CampaignView, action: string, given: object) =>
    as(who).post(`/campaigns/${id}/moves/${action}`, { given }, { 'if-match': `"v${version}"` });
  const count = () => rollUpCampaigns({ now: clock.now() });
  const [PUBLIC, OTHERS] = [0, 1];
  const standing = ({ counters }: CampaignBoard, at: number) => {
    const one = counters[at];
    return one && [one.atStart, one.came, one.cleared, one.otherwise, one.left];
  };

  before(async () => {
    onDay('2026-03-02');
    const school = await createProject(
      {
        ...{ name: '第三小学', areaCode: '532601001', site: '开化街道', parties: [], state: 'building' },
        ...{ investmentType: 'GOVERNMENT', industryDepartment: 'housing' },
      },
      asSystem(),
    );
    cases.school = await filedCase(as, { owedFen: 50_000 });
    // which project a complaint is about is another test's
    await Cases.updateOne({ _id: cases.school.id }, { projectId: school.id, owedFen: 50_000 });
    cases.private = await filedCase(as, { owedFen: 70_000 });
    onDay('2026-03-10');
  });

  it('is opened by leader or head in their own area, and counts its cases at once', async () => {
    assert.equal(await refusal(open('inspector', '532601')), '403 forbidden');
    assert.equal(await refusal(open('head', '5326')), '403 forbidden');
    assert.match(
      await refusal(open('leader', '5326', { ...GIVEN, publicBy: '2026-05-01' })),
      /^422 .*given\.othersBy$/,
    );
    const form = await ok<CampaignForm>(as('leader').get('/campaigns/form'));
    assert.deepEqual(form.usual, { startsOn: '2026-11-01', publicBy: '2026-12-31', othersBy: '2027-02-06' });
    campaign = await ok<CampaignView>(open('leader', '5326'));
    const seen = await board('leader');
    assert.deepEqual(
      [standing(seen, PUBLIC), standing(seen, OTHERS)],
      [
        [1, 0, 0, 0, 1],
        [1, 0, 0, 0, 1],
      ],
    );
    assert.deepEqual(
      seen.counters.map(({ zeroBy, daysLeft, perDay }) => [zeroBy, daysLeft, perDay]),
      [
        ['2026-03-31', 21, 1],
        ['2026-04-20', 41, 1],
      ],
    );
  });

  it('follows what comes in and what is closed, and writes only what changed', async () => {
    cases.fresh = await filedCase(as, { owedFen: 20_000 });
    const asked = await after(as, cases.private, [
      'ask-closure',
      { code: 'NOT_FOUND', statement: '查无此事' },
    ]);
    await ok(move(as('head'), asked, 'approve-closure'));
    assert.deepEqual(await count(), { campaigns: 1, changed: 2 });
    assert.deepEqual(await count(), { campaigns: 1, changed: 0 });
    assert.deepEqual(standing(await board('leader'), OTHERS), [1, 1, 0, 1, 1]);
    const closed = {
      state: 'closed',
      open: false,
      closedOn: '2026-03-10',
      closureCode: 'PAID',
      seenFen: 50_000,
    };
    await Cases.updateOne({ _id: cases.school.id }, closed);
    await count();
    const seen = await board('leader');
    assert.deepEqual(standing(seen, PUBLIC), [1, 0, 1, 0, 0]);
    assert.deepEqual([seen.counters[PUBLIC]?.seenFen, seen.counters[PUBLIC]?.leftFen], [50_000, 0]);
    assert.deepEqual(
      seen.counters[PUBLIC]?.days.filter(({ left }) => left !== undefined).map(({ left }) => left),
      [1, 1, 1, 1, 1, 0],
    );
  });

  it('shows numbers that are the totals of the lists behind them, by counter, area and department', async () => {
    const totalOf = async ({ path, query }: FigureList): Promise<number> =>
      (await ok<{ total: number }>(as('leader').get(path, query))).total;
    const { id, counters, areas, departments } = await board('leader');
    for (const one of counters)
      for (const part of ['atStart', 'came', 'cleared', 'otherwise', 'left'] as const) {
        const list = mattersList(id, { areaCode: '5326', counter: one.counter, part });
        assert.equal(await totalOf(list), one[part], `${one.counter} ${part}`);
      }
    assert.deepEqual(
      areas.map(({ code, counters: { public: works, others } }) => [code, works.cleared, others.left]),
      [
        ['532601', 1, 1],
        ['532622', 0, 0],
      ],
    );
    const town = await board('leader', { areaCode: '532601' });
    const left = (of: CampaignBoard['areas'][number]['counters']) => of.public.left + of.others.left;
    assert.equal(
      town.areas.reduce((all, part) => all + left(part.counters), 0),
      town.counters.reduce((all, one) => all + one.left, 0),
      'the parts and what lies in none of them are the whole',
    );
    for (const { code, counters: of } of departments) {
      const list = mattersList(id, { areaCode: '5326', department: code, part: 'left' });
      assert.equal(await totalOf(list), of.public.left + of.others.left, code);
    }
    assert.deepEqual(departments.map(({ code }) => code).sort(), ['-', 'housing']);
  });

  it('a county reads the campaign of its prefecture, of itself alone; another county nothing of it', async () => {
    const own = await board('inspector');
    assert.deepEqual([own.areaCode, standing(own, OTHERS)], ['532601', [1, 1, 0, 1, 1]]);
    assert.deepEqual(standing(await board('otherInspector'), OTHERS), [0, 0, 0, 0, 0]);
    const path = `/campaigns/${campaign.id}`;
    const { items } = await ok<{ items: MatterRow[] }>(as('otherInspector').get(`${path}/matters`));
    assert.deepEqual(items, []);
    const foreign = as('otherInspector').get(`${path}/board`, { areaCode: '532601' });
    assert.equal(await refusal(foreign), '403 forbidden');
    const yanshan = await ok<CampaignView>(open('otherHead', '532622'));
    assert.equal(await refusal(as('inspector').get(`/campaigns/${yanshan.id}`)), '404 notFound');
    assert.equal(await refusal(as('clerk').get(path)), '403 forbidden');
  });

  it('keeps reception days; its days are changed with a reason, by whoever may open it there', async () => {
    const received = { receivedOn: '2026-03-09', receivedBy: '副市长', visitors: 12, mattersSettled: 3 };
    assert.equal(await refusal(step('head', campaign, 'receive', received)), '403 forbidden');
    campaign = await ok(step('leader', campaign, 'receive', received));
    const days = {
      startsOn: '2026-03-05',
      publicBy: '2026-04-10',
      othersBy: '2026-04-20',
      reason: '通知调整',
    };
    campaign = await ok(step('leader', campaign, 'change', days));
    const seen = await board('leader');
    assert.deepEqual(seen.receptions, { days: 1, visitors: 12, settled: 3 });
    assert.equal(seen.counters[PUBLIC]?.zeroBy, plainDate('2026-04-10'));
    assert.match(await refusal(step('leader', campaign, 'end', { summary: '总结' })), /^4\d\d notYet/);
  });
});
