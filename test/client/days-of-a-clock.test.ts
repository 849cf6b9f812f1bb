import assert from 'node:assert/strict';
import { daysOfClock } from '../../client/src/ui/clock/clock-days.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import { deadlineView } from '../../server/core/law/deadline-view.ts';
import { startDeadline, suspendDeadline } from '../../server/core/law/deadline.ts';

describe('client: the days of a running period', () => {
  const kinds = (marks: ReadonlyMap<string, { kind: string }>, kind: string): string[] =>
    [...marks].filter(([, mark]) => mark.kind === kind).map(([day]) => day);

  it('over the Spring Festival: holidays passed over, the make-up Saturday counted, as many days as the law says', () => {
    const today = plainDate('2026-02-14');
    const view = deadlineView(
      startDeadline('acceptance', plainDate('2026-02-13'), NATIONAL_CALENDAR),
      today,
      NATIONAL_CALENDAR,
    );
    const marks = daysOfClock(view);
    assert.deepEqual(kinds(marks, 'start'), ['2026-02-13']);
    assert.deepEqual(kinds(marks, 'madeUp'), ['2026-02-14']);
    assert.deepEqual(kinds(marks, 'holiday'), [
      '2026-02-15',
      '2026-02-16',
      '2026-02-17',
      '2026-02-18',
      '2026-02-19',
      '2026-02-20',
      '2026-02-21',
      '2026-02-22',
      '2026-02-23',
    ]);
    assert.deepEqual(kinds(marks, 'due'), ['2026-02-27']);
    const counted = kinds(marks, 'counted').length + kinds(marks, 'madeUp').length + 1;
    assert.equal(counted, view.counted);
  });

  it('days on which the clock stands are neither counted nor passed over', () => {
    const started = startDeadline('acceptance', plainDate('2026-03-02'), NATIONAL_CALENDAR);
    const view = deadlineView(
      suspendDeadline(started, plainDate('2026-03-04')),
      plainDate('2026-03-05'),
      NATIONAL_CALENDAR,
    );
    const marks = daysOfClock(view);
    assert.deepEqual(kinds(marks, 'counted'), ['2026-03-03']);
    assert.ok(kinds(marks, 'standing').includes('2026-03-04'));
  });
});
