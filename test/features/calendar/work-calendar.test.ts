import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CalendarYearView } from '../../../server/core/contract/areas.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { isWorkingDay } from '../../../server/core/law/day-facts.ts';
import { calendarMark, setCountedMark } from '../../../server/features/calendar/calendar.model.ts';
import { loadCalendar, recountWhenChanged } from '../../../server/features/calendar/index.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

/** Made up for the test: the notice for 2027 is not out. */
const YEAR_2027 = {
  notice: '测试通知〔2026〕1号',
  noticeUrl: 'https://www.gov.cn/test',
  off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-10-01', '2027-10-04'].map((day) => ({
    day,
    name: '放假',
  })),
  on: [{ day: '2027-01-09', name: '调休' }],
};

describe('the work calendar', () => {
  useStore();
  let test: TestApp;
  let admin: Agent;
  const put = (version: number, body: object = YEAR_2027, year = 2027) =>
    admin.put(`/api/work-calendar/${year}`).set('if-match', `"v${version}"`).send(body);
  const addLocal = (body: object) =>
    admin.post('/api/work-calendar/local-holidays').set('idempotency-key', randomUUID()).send(body);
  const count = async (query: string) => (await admin.get(`/api/work-calendar/count?${query}`)).body;

  beforeEach(async () => {
    test = startTestApp();
    await openStaff(test, { admin: ['admin', '5326'] });
    admin = await test.signIn('admin', PASSWORD);
  });

  it('lets nobody set the list of the whole region from a part of it', async () => {
    await openStaff(test, { part: ['admin', '532601'] });
    const part = await test.signIn('part', PASSWORD);
    const done = await part.put('/api/work-calendar/2027').set('if-match', '"v0"').send(YEAR_2027);
    assert.equal(done.status, 403);
    const none = (await admin.get('/api/work-calendar/2027')).body as CalendarYearView; // the description's shape
    assert.equal(none.origin, 'none');
    // The year begins on a Friday; lunar new year is 6 February, a Saturday: what the law names, and nothing of a notice.
    assert.deepEqual(
      none.off.map(({ day, name }) => `${day} ${name}`),
      [
        '2027-01-01 元旦',
        ...[5, 6, 7, 8].map((day) => `2027-02-0${day} 春节`),
        ...[1, 2].map((day) => `2027-05-0${day} 劳动节`),
        ...[1, 2, 3].map((day) => `2027-10-0${day} 国庆节`),
      ],
    );
    assert.deepEqual(none.on, []);
  });

  it('knows 2026 from the notice that ships, and says that 2027 has none', async () => {
    const year = (await admin.get('/api/work-calendar/2026')).body as CalendarYearView;
    assert.equal(year.origin, 'builtIn');
    assert.equal(year.workingDays, 248);
    assert.equal(year.notice, '国办发明电〔2025〕7号');
    assert.equal(year.version, 0);
    const next = (await admin.get('/api/work-calendar/2027')).body as CalendarYearView;
    assert.equal(next.origin, 'none');
    assert.equal(next.notice, undefined);
    const list = (await admin.get('/api/work-calendar')).body;
    assert.deepEqual(
      (list.items as { year: number }[]).slice(0, 2).map(({ year: one }) => one),
      [2027, 2026],
    );
  });

  it('counts as the law does, with every day passed over', async () => {
    const counted = await count('from=2026-02-13&length=5wd');
    assert.equal(counted.dueOn, '2026-02-27');
    assert.deepEqual(
      (counted.madeUp as { day: string }[]).map(({ day }) => day),
      ['2026-02-14'],
    );
    assert.equal(counted.provisional, false);
    assert.equal((await count('from=2026-01-16&length=30cd')).dueOn, '2026-02-24');
    assert.equal((await count('from=2026-01-16&length=30cd&roll=none')).dueOn, '2026-02-15');
  });

  it('calls a count into 2027 provisional until the notice is entered, and then recounts it', async () => {
    const before = await count('from=2026-12-31&length=6wd');
    // 1 January is off by law, 4 to 8 January and the 11th by weekday alone
    assert.deepEqual([before.dueOn, before.provisional, before.missingYears], ['2027-01-11', true, [2027]]);
    const entered = await put(0);
    assert.equal(entered.status, 200);
    assert.deepEqual(
      [entered.body.origin, entered.body.version, entered.headers['etag']],
      ['stored', 1, '"v1"'],
    );
    const after = await count('from=2026-12-31&length=6wd');
    // the Saturday, 9 January, is made up
    assert.deepEqual([after.dueOn, after.provisional], ['2027-01-09', false]);
    assert.equal(isWorkingDay(plainDate('2027-01-09'), await loadCalendar('532601')), true);
    const event = await Events.findOne({ subject: 'calendar:2027' }).lean();
    assert.equal(event?.action, 'calendar.yearSet');
    assert.equal(event.facts['notice'], YEAR_2027.notice);
  });

  it('warns that a list of five days off looks short, and keeps it', async () => {
    const { body } = await put(0);
    assert.equal((body as CalendarYearView).warnings.length, 2);
  });

  it('is replaced only by somebody who saw the version before', async () => {
    assert.equal((await put(0)).status, 200);
    assert.equal((await put(0)).status, 412);
    assert.equal((await put(2)).status, 412);
    assert.equal((await put(1, { ...YEAR_2027, noticeUrl: undefined })).status, 200);
    assert.equal((await admin.get('/api/work-calendar/2027')).body.noticeUrl, undefined);
  });

  it('of two admins who enter a year at once one is told to look again', async () => {
    const both = await Promise.all([put(0), put(0)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 412]);
  });

  it('names the row that is wrong', async () => {
    const answer = await put(0, { ...YEAR_2027, on: [{ day: '2027-01-11', name: '调休' }] });
    assert.equal(answer.status, 422);
    assert.equal(answer.body.fields[0].path, 'on.0.day');
  });

  it('can replace a year that ships, when a notice is changed later', async () => {
    const shipped = (await admin.get('/api/work-calendar/2026')).body as CalendarYearView;
    const { off, on } = shipped;
    const changed = await put(
      0,
      { notice: '补充通知', off: [...off, { day: '2026-12-31', name: '补假' }], on },
      2026,
    );
    assert.equal(changed.status, 200);
    assert.deepEqual([changed.body.origin, changed.body.workingDays], ['stored', 247]);
  });

  it('has local holidays that count in their area and not beside it, until they are taken back', async () => {
    const holiday = {
      areaCode: '5326',
      day: '2026-12-03',
      name: '花山节（测试）',
      source: '州政府通知（测试）',
    };
    const added = await addLocal(holiday);
    assert.equal(added.status, 201);
    assert.equal((await count('from=2026-12-02&length=1wd&areaCode=532601')).dueOn, '2026-12-04');
    assert.equal((await count('from=2026-12-02&length=1wd&areaCode=5301')).dueOn, '2026-12-03');
    assert.equal((await addLocal(holiday)).status, 409);
    const id = (added.body as CalendarYearView).localOff[0]?.id ?? '';
    assert.equal((await admin.delete(`/api/work-calendar/local-holidays/${id}`)).status, 204);
    assert.equal((await admin.delete(`/api/work-calendar/local-holidays/${id}`)).status, 404);
    assert.equal((await count('from=2026-12-02&length=1wd&areaCode=532601')).dueOn, '2026-12-03');
    const actions = (await Events.find({ subject: 'calendar:2026' }).sort({ seq: 1 }).lean()).map(
      ({ action }) => action,
    );
    assert.deepEqual(actions, ['calendar.localAdded', 'calendar.localRemoved']);
  });

  it('has open periods counted again once after each change, and again where a count did not finish', async () => {
    let counts = 0;
    const count = (finished: boolean) =>
      recountWhenChanged('test', () => Promise.resolve({ moved: (counts += 1), finished }));
    await count(true);
    await count(true);
    assert.equal(counts, 1, 'nothing changed between the two');
    await put(0);
    await count(false);
    await count(true);
    await count(true);
    assert.equal(counts, 3);
    // As a version before left it that counted by other days: the calendar's own mark alone.
    await setCountedMark('test', await calendarMark());
    await count(true);
    await count(true);
    assert.equal(counts, 4, 'and once with a program that counts otherwise');
    assert.equal((await loadCalendar('5326')).years[2027]?.notices[0]?.number, YEAR_2027.notice);
  });

  const wrong = [
    'from=2026-02-30&length=5wd',
    'from=2026-02-13&length=5',
    'from=2026-02-13&length=-5wd',
    'from=9999-12-31&length=5wd',
    'from=2026-02-13&length=99999wd',
    'from=2026-02-13&length=5wd&roll=up',
    'length=5wd',
  ];
  for (const query of wrong) {
    it(`refuses to count "${query}"`, async () => {
      assert.equal((await admin.get(`/api/work-calendar/count?${query}`)).status, 422);
    });
  }

  it('is open to everybody signed in and set by admins alone', async () => {
    await openStaff(test, { clerk: ['clerk', '532601'] });
    const clerk = await test.signIn('clerk', PASSWORD);
    assert.equal((await clerk.get('/api/work-calendar/2026')).status, 200);
    assert.equal(
      (await clerk.put('/api/work-calendar/2027').set('if-match', '"v0"').send(YEAR_2027)).status,
      403,
    );
    assert.equal((await test.visitor().get('/api/work-calendar/2026')).status, 401);
    assert.equal((await clerk.get('/api/work-calendar/1800')).status, 404);
  });
});
