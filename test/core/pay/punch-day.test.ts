import assert from 'node:assert/strict';
import type { Punch, SeenDay } from '../../../server/core/pay/punch-day.ts';
import { countSeenDay, takePunch } from '../../../server/core/pay/punch-day.ts';

const at = (day: number, time: string, direction: 'in' | 'out'): Punch => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return { day, minute: hour * 60 + minute, direction };
};

const seen = (...punches: Punch[]): [number, SeenDay][] => {
  const days = new Map<number, SeenDay>();
  for (const punch of punches) takePunch(days, punch);
  return [...days];
};

describe('punches of a device', () => {
  it('the first in and the last out make the day', () => {
    const day = [at(1, '07:58', 'in'), at(1, '12:00', 'out'), at(1, '13:30', 'in'), at(1, '18:02', 'out')];
    assert.deepEqual(seen(...day), [[1, { firstIn: 478, lastOut: 1082 }]]);
  });

  it('a night shift belongs to the day it began', () => {
    assert.deepEqual(seen(at(1, '22:00', 'in'), at(2, '06:00', 'out'), at(2, '22:00', 'in')), [
      [1, { firstIn: 1320, lastOut: 1800 }],
      [2, { firstIn: 1320 }],
    ]);
  });

  it('an out long after the last in opens no shift of thirty hours', () => {
    assert.deepEqual(seen(at(1, '08:00', 'in'), at(2, '14:00', 'out')), [
      [1, { firstIn: 480 }],
      [2, { lastOut: 840 }],
    ]);
  });

  const rows = [
    { who: 'a long day', day: { firstIn: 480, lastOut: 1080 }, counts: { hundredths: 100, hours: 1000 } },
    { who: 'four hours', day: { firstIn: 480, lastOut: 720 }, counts: { hundredths: 50, hours: 400 } },
    {
      who: 'a little more than four',
      day: { firstIn: 480, lastOut: 726 },
      counts: { hundredths: 100, hours: 410 },
    },
    { who: 'an in without an out', day: { firstIn: 480 }, counts: { hundredths: 100, hours: null } },
    { who: 'an out without an in', day: { lastOut: 1080 }, counts: { hundredths: 100, hours: null } },
  ];
  for (const { who, day, counts } of rows)
    it(`${who} counts ${String(counts.hundredths / 100)}`, () =>
      assert.deepEqual(countSeenDay(day, 800), counts));
});
