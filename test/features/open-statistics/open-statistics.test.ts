import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { OpenStatistics } from '../../../server/core/contract/open-statistics.ts';
import { Cases } from '../../../server/features/cases/index.ts';
import { Complaints } from '../../../server/features/complaints/index.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';

describe('the public statistics', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let nobody: Agent;

  /** Records as far as they are counted; the rest of them is other tests' business. */
  const complaints = (officeCode: string, channel: string, count: number, receivedOn = '2026-08-10') =>
    Complaints.collection.insertMany(
      Array.from({ length: count }, () => ({
        ...{ officeCode, areaCode: officeCode, channel, receivedOn, state: 'answered', open: false },
        ...{ uncounted: true, nextDueOn: '9999-12-31', receiptNumber: String(new mongoose.Types.ObjectId()) },
      })),
    );
  const cases = (officeCode: string, count: number, people: number, closedOn = '2026-09-30') =>
    Cases.collection.insertMany(
      Array.from({ length: count }, () => ({
        ...{
          officeCode,
          areaCode: officeCode,
          state: 'closed',
          filedOn: '2026-09-01',
          closedOn,
          open: false,
        },
        ...{ sheet: { people }, seenFen: 100_050, owedFen: 100_050, nextDueOn: '9999-12-31' },
        caseNumber: String(new mongoose.Types.ObjectId()),
      })),
    );
  const read = async (query = ''): Promise<OpenStatistics> => {
    const { status, body, text } = await nobody.get(`/api/public/statistics${query}`);
    assert.equal(status, 200, text);
    return body as OpenStatistics;
  };
  const whole = ({ rows }: OpenStatistics, code: string) => {
    const row = rows.find(({ area, by }) => area.code === code && by === 'all');
    return [row?.received, row?.closed, row?.people, row?.recoveredFen, row?.medianDays];
  };

  before(async () => {
    test = startTestApp();
    nobody = test.visitor();
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    const places = [
      ['53', '省'],
      ['5326', '州'],
      ['532601', '甲县'],
      ['532622', '乙县'],
      ['532623', '丙县'],
    ] as const;
    const row = { validFrom: plainDate('2000-01-01'), source: '测试' };
    await importAreas(
      '5326',
      places.map(([code, name]) => ({ ...row, code, name, nameEn: name })),
      ctx,
    );
  });

  it('anybody reads the last finished quarter: of few people nothing, of the rest what was counted', async () => {
    await complaints('532601', 'WALK_IN', 12);
    await complaints('532601', 'ONLINE', 3);
    await complaints('532601', 'WALK_IN', 7, '2026-11-02');
    await cases('532601', 6, 2);
    await cases('532622', 2, 1);
    await cases('532623', 40, 3);
    const told = await read();
    assert.equal(told.quarter, '2026-Q3');
    assert.deepEqual([told.least, told.isLeastSuggested], [5, true]);
    assert.deepEqual(whole(told, '532601'), [15, 'withheld', 'withheld', 'withheld', 'withheld']);
    assert.deepEqual(whole(told, '532622'), [0, 'few', 'few', 'withheld', 'withheld']);
    assert.deepEqual(whole(told, '532623'), [0, 40, 120, 4_002_000, 29]);
    assert.deepEqual(whole(told, ''), [15, 48, 134, 4_802_400, 29]);
  });

  it('the table to download says the same, every quarter of two years in one', async () => {
    const { text, headers } = await nobody
      .get('/api/public/statistics/export')
      .set('accept-language', 'zh-CN');
    assert.match(String(headers['content-type']), /text\/csv/);
    const lines = text.split('\r\n');
    assert.ok(lines.includes('2026-Q3,532622,乙县,合计,,,0,少于5,少于5,不公布,不公布'), text.slice(0, 400));
    assert.ok(lines.includes('2026-Q3,532623,丙县,合计,,,0,40,120,40020.00,29'));
    assert.equal(new Set(lines.slice(1, -1).map((line) => line.slice(0, 7))).size, 8);
  });

  it('is counted once a day, and the next day by the number the office has set', async () => {
    await complaints('532623', 'WALK_IN', 9);
    const ctx = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
    await setParameter(
      'openStatisticsLeast',
      { areaCode: '5326', from: ctx.today, value: 10, source: '局务会' },
      ctx,
    );
    assert.deepEqual((await read()).least, 5);
    test.clock.set(new Date('2026-11-22T02:00:00Z'));
    const told = await read();
    assert.deepEqual([told.least, told.isLeastSuggested], [10, false]);
    assert.deepEqual(whole(told, '532623')[0], 'few');
  });

  it('the running quarter is not there, nor one of long ago', async () => {
    for (const quarter of ['2026-Q4', '2020-Q1'])
      assert.equal((await nobody.get(`/api/public/statistics?quarter=${quarter}`)).status, 404);
    assert.equal((await nobody.get('/api/public/statistics?quarter=now')).status, 422);
  });
});
