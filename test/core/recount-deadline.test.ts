import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { calendarWith, NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import {
  currentDue,
  extendDeadline,
  meetDeadlines,
  resumeDeadline,
  startDeadline,
  suspendDeadline,
} from '../../server/core/law/deadline.ts';
import { recountDeadline } from '../../server/core/law/recount-deadline.ts';

const withHoliday = (...days: string[]) =>
  calendarWith(
    [],
    [
      {
        source: 'a notice of the prefecture',
        off: days.map((day) => ({ name: '三月三', from: plainDate(day), to: plainDate(day) })),
      },
    ],
  );
const start = (on: string, id: Parameters<typeof startDeadline>[0] = 'acceptance') =>
  startDeadline(id, plainDate(on), NATIONAL_CALENDAR);

describe('a period counted again after the calendar changed', () => {
  it('ends a working day later when a local holiday falls into it', () => {
    const before = start('2026-09-14');
    assert.equal(before.dueOn, '2026-09-20'); // 15, 16, 17, 18 and the Sunday made up
    assert.equal(recountDeadline(before, withHoliday('2026-09-17')).dueOn, '2026-09-21');
  });

  it('stays the very same when the change lies outside it, and when it is met', () => {
    const before = start('2026-09-14');
    assert.equal(recountDeadline(before, withHoliday('2026-09-23')), before);
    const [met] = meetDeadlines([before], ['acceptance'], plainDate('2026-09-16'));
    assert.ok(met);
    assert.equal(recountDeadline(met, withHoliday('2026-09-17')), met);
  });

  it('leaves the day an order names', () => {
    const named = startDeadline(
      'rectification',
      plainDate('2026-09-14'),
      NATIONAL_CALENDAR,
      plainDate('2026-09-18'),
    );
    assert.equal(recountDeadline(named, withHoliday('2026-09-17')), named);
  });

  it('counts ninety days for an investigation that was extended', () => {
    const extended = extendDeadline(start('2026-02-10', 'investigation'), NATIONAL_CALENDAR);
    assert.equal(currentDue(extended), '2026-06-26');
    const after = recountDeadline(extended, withHoliday('2026-03-18', '2026-06-01'));
    // two days lost: 29 and 30 June are worked, and Saturday and Sunday lie between
    assert.deepEqual([after.dueOn, currentDue(after)], ['2026-05-15', '2026-06-30']);
  });

  it('counts ninety calendar days for a petition that was extended, whatever moved the sixtieth', () => {
    // The sixtieth day is 1 May 2026, a holiday: Wednesday 6 May. The ninetieth is Sunday 31 May.
    const petition = start('2026-03-02', 'petitionFinish');
    const extended = extendDeadline(petition, NATIONAL_CALENDAR);
    assert.deepEqual([petition.dueOn, currentDue(extended)], ['2026-05-06', '2026-06-01']);
    const after = recountDeadline(extended, withHoliday('2026-06-01'));
    assert.deepEqual([after.dueOn, currentDue(after)], ['2026-05-06', '2026-06-02']);
    assert.equal(recountDeadline(extended, NATIONAL_CALENDAR), extended);
  });

  it('keeps the days it stood still out of the count', () => {
    const stopped = suspendDeadline(start('2026-03-02', 'decision'), plainDate('2026-03-09'));
    const resumed = resumeDeadline(stopped, plainDate('2026-03-16'), NATIONAL_CALENDAR);
    // 3–6 March are four days; from the 16th eleven more
    assert.equal(currentDue(resumed), '2026-03-30');
    assert.equal(currentDue(recountDeadline(resumed, withHoliday('2026-03-10'))), '2026-03-30');
    assert.equal(currentDue(recountDeadline(resumed, withHoliday('2026-03-18'))), '2026-03-31');
  });

  it('is no longer provisional once the missing notice is on record', () => {
    const before = start('2026-12-30');
    assert.equal(before.provisional, true);
    const notices = [{ number: '国办发明电〔2026〕9号', issuedOn: plainDate('2026-11-05') }];
    const newYear = { name: '元旦', from: plainDate('2027-01-01'), to: plainDate('2027-01-03') };
    const after = recountDeadline(before, calendarWith([{ year: 2027, notices, off: [newYear], on: [] }]));
    assert.deepEqual([after.dueOn, after.provisional], ['2027-01-07', undefined]);
  });
});
