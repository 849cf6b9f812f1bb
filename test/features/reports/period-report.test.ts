import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import mongoose from 'mongoose';
import PizZip from 'pizzip';
import type { PeriodReport } from '../../../server/core/contract/reports.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { Dashboard } from '../../../server/core/contract/dashboard.ts';
import { ageList, openCasesList, openComplaintsList } from '../../../server/core/reports/dashboard-lists.ts';
import type { Paper } from '../../../server/core/reports/paper.ts';
import type { FigureList } from '../../../server/core/reports/figure.ts';
import { receivedList } from '../../../server/core/reports/period-figures.ts';
import { workBulletin } from '../../../server/core/reports/work-bulletin.ts';
import { figureGroups } from '../../../client/src/features/reports/report-figures.ts';
import { figureLines } from '../../../server/features/reports/report-sheets.ts';
import { rollUpDashboard } from '../../../server/features/dashboard/index.ts';
import { rebuildReport, rollUpReport, verifyReport } from '../../../server/features/reports/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

const PERIOD = 'from=2026-11-01&to=2026-11-30';

describe('the period report', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  const who = {} as Record<'clerk' | 'inspector' | 'leader', Agent>; // all signed in below

  const register = (content: object) =>
    who.clerk
      .post('/api/complaints')
      .set('idempotency-key', randomUUID())
      .send({
        ...{ intakeKind: 'COMPLAINT', channel: 'WALK_IN', receivedOn: '2026-11-20', areaCode: '532601' },
        ...{ headcount: 1, payMonths: ['2026-10'], owedFen: 500_000, story: '一个月工资没有发', fileIds: [] },
        employerName: '某公司',
        ...content,
      });
  const report = async (query: string = PERIOD, agent: Agent = who.leader): Promise<PeriodReport> => {
    const { status, body, text } = await agent.get(`/api/reports/period?${query}`);
    assert.equal(status, 200, text);
    return body as PeriodReport;
  };

  before(async () => {
    test = startTestApp();
    const at = { now: test.clock.now(), today: plainDate('2026-11-21') };
    await runSeeds({ ctx: systemCtx('seeds', at), demo: true, regionCode: '5326' });
    for (const login of ['clerk', 'inspector', 'leader'] as const)
      who[login] = await test.signIn(login, DEMO_PASSWORD);
  });

  it('counts what was registered the moment it was registered, on the day it was received', async () => {
    assert.equal((await report()).complaintsReceived, 0);
    assert.equal((await register({ name: '甲' })).status, 201);
    assert.equal(
      (await register({ name: '乙', channel: 'HOTLINE_12345', receivedOn: '2026-10-30' })).status,
      201,
    );
    const told = await report();
    assert.deepEqual([told.complaintsReceived, told.byChannel], [1, { WALK_IN: 1 }]);
    assert.deepEqual(
      (await report('from=2026-10-01&to=2026-11-30')).byMonth.map(({ month, received }) => [month, received]),
      [
        ['2026-10', 1],
        ['2026-11', 1],
      ],
    );
  });

  it('is not stale when something is entered late for a month that was rolled up', async () => {
    await rollUpReport();
    assert.equal((await report('from=2026-10-01&to=2026-10-31')).complaintsReceived, 1);
    await register({ name: '丙', receivedOn: '2026-10-12' });
    assert.equal((await report('from=2026-10-01&to=2026-10-31')).complaintsReceived, 2);
    assert.deepEqual(await rollUpReport(), { counted: 1 });
    assert.deepEqual(await rollUpReport(), { counted: 0 }, 'a second run does nothing');
    assert.equal((await report('from=2026-10-01&to=2026-10-31')).complaintsReceived, 2);
  });

  it('counts an employer visited twice once, and special inspections not at all', async () => {
    const visit = (companyName: string, kind: string) =>
      who.inspector
        .post('/api/inspections')
        .set('idempotency-key', randomUUID())
        .send({
          ...{ areaCode: '532601', on: '2026-11-18', kind, companyName },
          ...{ inspectors: '甲、乙', findings: '无', result: 'CLEAN' },
        })
        .expect(201);
    await visit('一公司', 'ROUTINE');
    await rollUpReport();
    await visit('一公司', 'ROUTINE');
    await visit('二公司', 'ROUTINE');
    await visit('三公司', 'SPECIAL');
    assert.equal((await report()).inspections, 2);
  });

  it('has no closing rate where nothing came in', async () => {
    assert.equal((await report('from=2025-01-01&to=2025-01-31')).closingRate, null);
  });

  it('says of a closing rate above 100 % why that can be, wherever it stands, and of others nothing', async () => {
    const some = await report();
    const said = (closingRate: number): (string | undefined)[] => {
      const one = { ...some, closingRate };
      const shown = figureGroups(one).flatMap(({ figures }) => figures);
      const line = figureLines(one, 'zh-CN').find(([name]) => name === '结案率');
      const paper = workBulletin({ report: one, before: one, channels: [], closures: [] });
      const told = paper.blocks.map((block) => ('text' in block ? block.text : '')).join('');
      return [
        shown.find(({ id }) => id === 'closingRate')?.remark?.zh,
        /^% +(.+)/u.exec(line?.[2] ?? '')?.[1],
        /结案率[\d.]+%（(.+?)）/u.exec(told)?.[1],
      ];
    };
    assert.deepEqual(said(10_000), [undefined, undefined, undefined]);
    const [remark = '', ...others] = said(20_000);
    assert.match(remark, /以前收到/u);
    assert.deepEqual(others, [remark, remark]);
  });

  it('is of the reader’s own area: a county’s people see no other county and not the prefecture', async () => {
    const { areaCode, areaName } = await report(PERIOD, who.inspector);
    assert.deepEqual([areaCode, areaName], ['532601', '文山市']);
    assert.equal((await report()).areaCode, '5326', 'the leader’s own');
    assert.equal((await report(`${PERIOD}&areaCode=532622`)).complaintsReceived, 0);
    for (const foreign of ['532622', '5326', '53']) {
      const { status } = await who.inspector.get(`/api/reports/period?${PERIOD}&areaCode=${foreign}`);
      assert.equal(status, 403, foreign);
    }
  });

  for (const [says, query, field] of [
    ['a last day before the first', 'from=2026-02-01&to=2026-01-31', 'to'],
    ['more than ten years', 'from=2000-01-01&to=2026-01-31', 'to'],
    ['a day that does not exist', 'from=2026-02-30&to=2026-03-01', 'from'],
    ['a town', `${PERIOD}&areaCode=532601001`, 'areaCode'],
    ['a field nobody asked for', `${PERIOD}&fresh=1`, 'fresh'],
  ] as const) {
    it(`is refused for ${says}`, async () => {
      const { status, body } = await who.leader.get(`/api/reports/period?${query}`);
      assert.equal(status, 422);
      assert.deepEqual(
        (body.fields as { path: string }[]).map(({ path }) => path),
        [field],
      );
    });
  }

  it('comes as a workbook with the same figures, channels, months and closures on sheets', async () => {
    const told = await report();
    const { body, headers } = await who.leader
      .get(`/api/reports/period/export?${PERIOD}`)
      .set('accept-language', 'zh-CN')
      .buffer()
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on('data', (part: Buffer) => parts.push(part));
        res.on('end', () => done(null, Buffer.concat(parts)));
      });
    assert.match(String(headers['content-disposition']), /xlsx/);
    const { sheets } = await readXlsx(body as Buffer); // collected above
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['主要指标', '投诉来源', '分月情况', '结案方式'],
    );
    const figure = (name: string): unknown => sheets[0]?.rows.find(([first]) => first === name)?.[1];
    assert.equal(figure('收到投诉举报'), told.complaintsReceived);
    assert.equal(figure('日常巡查户数'), told.inspections);
    assert.deepEqual(sheets[1]?.rows.slice(1), [['窗口来访', told.byChannel.WALK_IN]]);
    assert.deepEqual(sheets[2]?.rows[1]?.slice(0, 2), ['2026-11', told.complaintsReceived]);
  });

  describe('beside it the leader’s screen', () => {
    const dashboard = async (query = '', agent: Agent = who.leader): Promise<Dashboard> => {
      const { status, body, text } = await agent.get(`/api/dashboard?${query}`);
      assert.equal(status, 200, text);
      return body as Dashboard;
    };
    const totalOf = async ({ path, query }: FigureList): Promise<number> => {
      const { status, body, text } = await who.leader.get(`/api${path}?${new URLSearchParams(query)}`);
      assert.equal(status, 200, text);
      return (body as { total: number }).total;
    };

    it('shows numbers that are the totals of the lists behind them, before a roll-up and after it', async () => {
      await register({ name: '丁', areaCode: '532601001', receivedOn: '2026-08-03' });
      await register({ name: '戊', receivedOn: '2026-11-17' });
      for (const rolled of [false, true]) {
        if (rolled) await rollUpReport();
        const { open, year, lastYear, trend } = await dashboard();
        assert.ok(open);
        const { complaints, areas } = open;
        assert.equal(complaints.open, 5);
        assert.ok(complaints.overdue > 0 && complaints.dueSoon > 0, 'there is something to compare');
        const numbers: [string, number, FigureList][] = [
          ['open', complaints.open, openComplaintsList('5326')],
          ['overdue', complaints.overdue, openComplaintsList('5326', { due: 'overdue' })],
          ['due soon', complaints.dueSoon, openComplaintsList('5326', { due: 'within3' })],
          ...complaints.byState.map(({ state, count }): [string, number, FigureList] => [
            ...([state, count, openComplaintsList('5326', { state })] as const),
          ]),
          ...complaints.byAge.map(({ band, count }): [string, number, FigureList] => [
            ...([band, count, ageList('complaint', '5326', band, plainDate('2026-11-21'))] as const),
          ]),
          ...areas.map((row): [string, number, FigureList] => [
            ...([row.areaCode, row.complaints, openComplaintsList(row.areaCode)] as const),
          ]),
          ['cases', open.cases.open, openCasesList('5326')],
          ['received', year.received, receivedList({ areaCode: '5326', ...year })],
        ];
        for (const [what, count, list] of numbers) assert.equal(count, await totalOf(list), what);
        assert.deepEqual(
          complaints.byAge.filter(({ count }) => count > 0).map(({ band, count }) => [band, count]),
          [
            ['week', 2],
            ['month', 1],
            ['twoMonths', 1],
            ['older', 1],
          ],
        );
        assert.deepEqual([year.received, lastYear.received, lastYear.to], [5, 0, '2025-11-21']);
        assert.deepEqual(
          [trend.length, ...trend.slice(-2).map(({ month, received }) => `${month} ${received}`)],
          [12, '2026-10 2', '2026-11 2'],
        );
      }
    });

    it('counts the towns of a county apart, and refuses another county and a day to come', async () => {
      const { open } = await dashboard('areaCode=532601', who.inspector);
      assert.deepEqual(
        open?.areas.map(({ areaCode, complaints }) => [areaCode, complaints]),
        [['532601001', 1]],
      );
      assert.equal((await who.inspector.get('/api/dashboard?areaCode=532622')).status, 403);
      assert.equal((await who.leader.get('/api/dashboard?day=2026-11-22')).status, 422);
    });

    it('keeps how a day stood, and says nothing of a day nobody kept', async () => {
      await rollUpDashboard({ today: plainDate('2026-11-21'), now: test.clock.now() });
      const then = await dashboard();
      test.clock.set(new Date('2026-11-23T02:00:00Z'));
      who.leader = await test.signIn('leader', DEMO_PASSWORD);
      who.clerk = await test.signIn('clerk', DEMO_PASSWORD);
      await register({ name: '己' });
      assert.equal((await dashboard()).open?.complaints.open, 6);
      assert.deepEqual((await dashboard('day=2026-11-21')).open?.complaints, then.open?.complaints);
      assert.equal((await dashboard('day=2026-11-22')).open, undefined);
    });

    it('counts what came in a moment ago, however often it was looked at before', async () => {
      await rollUpReport();
      const seen = [await dashboard(), await dashboard()].map(({ open }) => open?.complaints.open);
      await register({ name: '庚' });
      assert.deepEqual([...seen, (await dashboard()).open?.complaints.open], [6, 6, 7]);
    });

    it('a bulletin of the same figures comes in Word, as it stands on screen', async () => {
      const ask = `kind=work&${PERIOD}`;
      const told = await report();
      const paper = (await who.leader.get(`/api/bulletins?${ask}`)).body as Paper;
      assert.match(
        JSON.stringify(paper),
        new RegExp(`收到投诉举报${told.complaintsReceived}件，上年同期为零`),
      );
      const { status, body } = await who.leader
        .get(`/api/bulletins/export?${ask}&format=docx`)
        .buffer()
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on('data', (part: Buffer) => parts.push(part));
          res.on('end', () => done(null, Buffer.concat(parts)));
        });
      assert.equal(status, 200);
      const document = new PizZip(body as Buffer).file('word/document.xml')?.asText() ?? '';
      for (const block of paper.blocks)
        if ('text' in block) assert.ok(document.includes(block.text), block.text);
      assert.ok(document.includes(paper.title));
    });

    it('a recount of the records finds what was tampered with, and counting anew puts it right', async () => {
      await rollUpReport();
      assert.equal((await verifyReport()).drift, 0);
      await mongoose.model('reportBuckets').updateOne({ _id: '532601|2026-10' }, { 'counts.received': 7 });
      assert.deepEqual((await verifyReport()).found, ['532601|2026-10']);
      await rebuildReport();
      assert.equal(
        (await report('from=2026-10-01&to=2026-10-31')).complaintsReceived,
        2,
        'while nothing is kept',
      );
      await rollUpReport();
      assert.equal((await verifyReport()).drift, 0);
    });
  });
});
