import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { createLog } from '../../server/platform/log.ts';
import { Outbox } from '../../server/platform/outbox/outbox.models.ts';
import {
  checkCalendarAndParameters,
  expectedYears,
} from '../../workers/jobs/check-calendar-and-parameters.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';

describe('the daily check of calendar and parameters', () => {
  useStore();
  before(() => void startTestApp());

  const years: [today: string, expected: number[]][] = [
    ['2026-10-31', [2026]],
    ['2026-11-01', [2026, 2027]],
    ['2026-12-31', [2026, 2027]],
    ['2027-01-01', [2027]],
  ];
  for (const [today, expected] of years) {
    it(`on ${today} looks for the notices of ${expected.join(' and ')}`, () => {
      assert.deepEqual(expectedYears(plainDate(today)), expected);
    });
  }

  const admins = [new mongoose.Types.ObjectId().toHexString(), new mongoose.Types.ObjectId().toHexString()];
  const runOn = (today: string) =>
    checkCalendarAndParameters({
      regionCode: '5326',
      smtpUrl: undefined,
      demo: true,
      findAdmins: () => Promise.resolve(admins),
    }).run({
      today: plainDate(today),
      now: new Date(`${today}T06:00:00+08:00`),
      log: createLog('silent'),
      signal: new AbortController().signal,
    });
  const waiting = () => Outbox.countDocuments({ template: 'calendarMissing' });

  it('is silent while every notice is there', async () => {
    const { calendarYearsMissing, adminsTold } = await runOn('2026-10-31');
    assert.deepEqual({ calendarYearsMissing, adminsTold }, { calendarYearsMissing: 0, adminsTold: 0 });
    assert.equal(await waiting(), 0);
  });

  it('tells every admin once a month, however often it runs', async () => {
    const first = await runOn('2026-11-21');
    assert.deepEqual([first['calendarYearsMissing'], first['adminsTold']], [1, 2]);
    await runOn('2026-11-21');
    await runOn('2026-11-22');
    assert.equal(await waiting(), 2);
    await runOn('2026-12-01');
    assert.equal(await waiting(), 4);
  });
});
