import assert from 'node:assert/strict';
import { fireDay, firesBetween, lastFire, nextFire, readCron } from '../../server/platform/jobs/timing.ts';

/** Moments of Shanghai, written as such. */
const at = (text: string): Date => new Date(`${text}+08:00`);

describe('when jobs fire', () => {
  const cases: [cron: string, now: string, last: string, next: string][] = [
    ['10 0 * * *', '2026-11-21T00:10:00', '2026-11-21T00:10:00', '2026-11-22T00:10:00'],
    ['10 0 * * *', '2026-11-21T00:09:59.999', '2026-11-20T00:10:00', '2026-11-21T00:10:00'],
    ['0 6 * * *', '2027-01-01T05:00:00', '2026-12-31T06:00:00', '2027-01-01T06:00:00'],
    ['0 6 * * *', '2024-02-29T23:59:59', '2024-02-29T06:00:00', '2024-03-01T06:00:00'],
    ['*/10 * * * * *', '2026-11-21T12:00:19.500', '2026-11-21T12:00:10', '2026-11-21T12:00:20'],
    ['* * * * *', '2026-11-21T12:00:00', '2026-11-21T12:00:00', '2026-11-21T12:01:00'],
    ['*/5 * * * *', '2026-11-21T12:04:59', '2026-11-21T12:00:00', '2026-11-21T12:05:00'],
  ];
  for (const [cron, now, last, next] of cases) {
    it(`"${cron}" at ${now} fired last at ${last} and fires next at ${next}`, () => {
      const timing = readCron(cron);
      assert.deepEqual(lastFire(timing, at(now)), at(last));
      assert.deepEqual(nextFire(timing, at(now)), at(next));
    });
  }

  it('works for the day it is in Shanghai, not in UTC', () => {
    assert.equal(fireDay(at('2026-11-21T00:10:00')), '2026-11-21');
  });

  it('lists every missed day in order, without the one before and with the one that fires now', () => {
    const missed = firesBetween(
      readCron('10 0 * * *'),
      at('2026-11-18T00:10:00'),
      at('2026-11-21T00:10:00'),
      31,
    );
    assert.deepEqual(missed.map(fireDay), ['2026-11-19', '2026-11-20', '2026-11-21']);
  });

  it('keeps only the latest days after a very long standstill', () => {
    const missed = firesBetween(
      readCron('10 0 * * *'),
      at('2020-01-01T00:10:00'),
      at('2026-11-21T12:00:00'),
      31,
    );
    assert.equal(missed.length, 31);
    assert.equal(missed.map(fireDay)[0], '2026-10-22');
    assert.equal(missed.map(fireDay)[30], '2026-11-21');
  });

  for (const cron of [
    '0 6 * * 1',
    '0 6 1 * *',
    '*/7 * * * * *',
    '61 0 * * *',
    '0 25 * * *',
    'now',
    '* * * *',
    '0-5 1 * * *',
    '1,2 3 * * *',
  ]) {
    it(`refuses "${cron}" instead of reading it wrongly`, () => {
      assert.throws(() => readCron(cron), /cannot read the cron line/);
    });
  }
});
