import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR as calendar } from '../../server/core/law/calendar/index.ts';
import {
  currentDue,
  extendDeadline,
  meetDeadlines,
  nextDeadline,
  resumeDeadline,
  startDeadline,
  suspendDeadline,
  type Deadline,
} from '../../server/core/law/deadline.ts';
import type { PeriodId } from '../../server/core/law/periods.ts';

const start = (id: PeriodId, on: string): Deadline => startDeadline(id, plainDate(on), calendar);
const stop = (one: Deadline, on: string): Deadline => suspendDeadline(one, plainDate(on));
const goOn = (one: Deadline, on: string): Deadline => resumeDeadline(one, plainDate(on), calendar);

// 60 working days from Monday 2 March 2026 end on Thursday 28 May; 15 end on Monday 23 March.
const investigation = start('investigation', '2026-03-02');
const decision = start('decision', '2026-03-02');

describe('a period that stands still', () => {
  const examples: [string, Deadline, [from: string, until: string][], string][] = [
    [
      'ten working days of standstill move the last day by ten',
      investigation,
      [['2026-03-16', '2026-03-30']],
      '2026-06-11',
    ],
    [
      'a second standstill of two days moves it by two more',
      investigation,
      [
        ['2026-03-16', '2026-03-30'],
        ['2026-04-07', '2026-04-09'],
      ],
      '2026-06-15',
    ],
    [
      'stopped and gone on the same day, nothing moves',
      investigation,
      [['2026-03-16', '2026-03-16']],
      '2026-05-28',
    ],
    ['a weekend of standstill costs no working day', decision, [['2026-03-14', '2026-03-16']], '2026-03-23'],
    [
      'stopped on the last day, the day it goes on is the last',
      decision,
      [['2026-03-23', '2026-04-03']],
      '2026-04-03',
    ],
    [
      'gone on on a Saturday, the Monday after is the last',
      decision,
      [['2026-03-23', '2026-03-28']],
      '2026-03-30',
    ],
    [
      'gone on on a holiday, the first working day after it is',
      decision,
      [['2026-03-23', '2026-04-04']],
      '2026-04-07',
    ],
    [
      'what had run out before it stopped stays run out',
      decision,
      [['2026-03-24', '2026-04-10']],
      '2026-03-23',
    ],
  ];
  for (const [title, deadline, standstills, due] of examples) {
    it(title, () => {
      const result = standstills.reduce((one, [from, until]) => goOn(stop(one, from), until), deadline);
      assert.equal(currentDue(result), due);
      assert.deepEqual(
        result.standstills,
        standstills.map(([from, until]) => ({ from, until })),
      );
      assert.equal(result.dueOn, deadline.dueOn, 'the day counted at the start stays on record');
    });
  }

  it('ends on the same day whether it is extended before, while or after it stood still', () => {
    const before = goOn(stop(extendDeadline(investigation, calendar), '2026-03-16'), '2026-03-30');
    const within = goOn(extendDeadline(stop(investigation, '2026-03-16'), calendar), '2026-03-30');
    const after = extendDeadline(goOn(stop(investigation, '2026-03-16'), '2026-03-30'), calendar);
    // 11 June and 30 working days on: 12, 15–18, 22–26, 29–30 June and 1–3, 6–10, 13–17, 20–24 July
    for (const one of [before, within, after]) assert.equal(currentDue(one), '2026-07-24');
  });

  it('does not stop twice, nor once it is met, nor go on before it stopped', () => {
    const stopped = stop(investigation, '2026-03-16');
    assert.deepEqual(stop(stopped, '2026-03-20'), stopped);
    const [met] = meetDeadlines([investigation], ['investigation'], plainDate('2026-03-10'));
    assert.ok(met);
    assert.deepEqual(stop(met, '2026-03-16'), met);
    assert.throws(() => goOn(stopped, '2026-03-15'), RangeError);
    assert.deepEqual(goOn(investigation, '2026-03-16'), investigation);
  });

  it('ends its standstill when it is met, and is due on no day while it stands still', () => {
    const stopped = stop(investigation, '2026-03-16');
    const later = startDeadline('rectification', plainDate('2026-03-16'), calendar, plainDate('2026-12-01'));
    assert.equal(nextDeadline([stopped, later]), later);
    const [met] = meetDeadlines([stopped], ['investigation'], plainDate('2026-03-20'));
    assert.deepEqual(met?.standstills, [{ from: '2026-03-16', until: '2026-03-20' }]);
    assert.equal(met.metOn, '2026-03-20');
  });

  it('becomes provisional when it goes on into a year without a notice', () => {
    const late = start('decision', '2026-12-01'); // 22 December
    assert.equal(late.provisional, undefined);
    const moved = goOn(stop(late, '2026-12-14'), '2026-12-28');
    assert.equal(moved.provisional, true);
    assert.equal(currentDue(moved), '2027-01-06'); // 28–31 December, 4 to 6 January by weekday alone
  });
});
