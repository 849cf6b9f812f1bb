import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { windowBefore } from '../../../server/core/office/before-report.ts';
import type { AwayDays } from '../../../server/core/office/stand-ins.ts';
import { isAway, standInsOn } from '../../../server/core/office/stand-ins.ts';

const away = (userId: string, substituteId: string, over: Partial<AwayDays> = {}): AwayDays => ({
  ...{ userId, userName: userId.toUpperCase(), role: 'inspector', officeCode: '532601' },
  ...{ from: plainDate('2026-03-02'), until: plainDate('2026-03-06'), substituteId },
  ...over,
});
const namesOn = (all: readonly AwayDays[], on: string): Record<string, string[]> =>
  Object.fromEntries(
    [...standInsOn(all, plainDate(on))].map(([id, those]) => [id, those.map(({ name }) => name)]),
  );

describe('who stands in for whom', () => {
  const days: [string, boolean, over?: Partial<AwayDays>][] = [
    ['2026-03-01', false],
    ['2026-03-02', true],
    ['2026-03-06', true],
    ['2026-03-07', false],
    ['2026-03-03', true, { endedOn: plainDate('2026-03-04') }],
    ['2026-03-04', false, { endedOn: plainDate('2026-03-04') }],
  ];
  for (const [on, expected, over] of days)
    it(`${on}: ${expected ? 'away' : 'there'}${over === undefined ? '' : ', ended on the 4th by hand'}`, () =>
      assert.equal(isAway(away('a', 'b', over), plainDate(on)), expected));

  it('passes on to the substitute of the substitute, and to nobody in a circle', () => {
    assert.deepEqual(namesOn([away('a', 'b')], '2026-03-03'), { b: ['A'] });
    assert.deepEqual(namesOn([away('a', 'b'), away('b', 'c')], '2026-03-03'), { c: ['A', 'B'] });
    assert.deepEqual(namesOn([away('a', 'b'), away('b', 'a')], '2026-03-03'), {});
  });

  it('does not pass on what somebody is away from in another role or office', () => {
    const asHead = away('b', 'c', { role: 'bureauHead' });
    assert.deepEqual(namesOn([away('a', 'b'), asHead], '2026-03-03'), { b: ['A'], c: ['B'] });
    const elsewhere = away('b', 'c', { officeCode: '532622' });
    assert.deepEqual(namesOn([away('a', 'b'), elsewhere], '2026-03-03'), { b: ['A'], c: ['B'] });
  });
});

describe('the days before a report', () => {
  const windows: [day: number, today: string, from: string, reportOn: string, month: string][] = [
    [25, '2026-11-20', '2026-11-22', '2026-11-25', '2026-11'],
    [25, '2026-11-25', '2026-11-22', '2026-11-25', '2026-11'],
    [25, '2026-11-26', '2026-12-22', '2026-12-25', '2026-12'],
    [3, '2026-12-30', '2026-12-31', '2027-01-03', '2026-12'],
    [31, '2027-02-10', '2027-02-25', '2027-02-28', '2027-02'],
  ];
  for (const [reportDay, today, from, reportOn, month] of windows)
    it(`on ${today} with the report on day ${reportDay}: from ${from} to ${reportOn}, of ${month}`, () =>
      assert.deepEqual(windowBefore({ reportDay, calendarDays: 3 }, plainDate(today)), {
        from,
        reportOn,
        month,
      }));
});
