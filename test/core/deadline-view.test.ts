import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { calendarWith, NATIONAL_CALENDAR as calendar } from '../../server/core/law/calendar/index.ts';
import { deadlineView, nextDueView } from '../../server/core/law/deadline-view.ts';
import {
  extendDeadline,
  meetDeadlines,
  resumeDeadline,
  startDeadline,
  suspendDeadline,
  type Deadline,
} from '../../server/core/law/deadline.ts';
import type { PeriodId } from '../../server/core/law/periods.ts';

const start = (id: PeriodId, on: string, named?: string): Deadline =>
  startDeadline(id, plainDate(on), calendar, named === undefined ? undefined : plainDate(named));
const view = (deadline: Deadline, today = '2026-03-02') => deadlineView(deadline, plainDate(today), calendar);
const days = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => `${month}-${String(from + nth).padStart(2, '0')}`);

describe('a period as a person can check it', () => {
  it('passes over the Spring Festival of 2026 and counts the Saturday made up before it', () => {
    const shown = view(start('acceptance', '2026-02-13'), '2026-02-24');
    assert.deepEqual([shown.dueOn, shown.counted, shown.firstDueOn], ['2026-02-27', 5, undefined]);
    assert.deepEqual(
      shown.skipped.map(({ day, why, name }) => [day, why, name]),
      days('2026-02', 15, 23).map((day) => [day, 'holiday', '春节']),
    );
    assert.deepEqual(shown.madeUp, [{ day: '2026-02-14', name: '春节' }]);
    assert.deepEqual(shown.timeLeft, { state: 'left', workingDays: 3, calendarDays: 3, provisional: false });
  });

  it('counts sixty working days from 10 February 2026 to 14 May, three of them made up', () => {
    const shown = view(start('investigation', '2026-02-10'));
    assert.deepEqual([shown.dueOn, shown.counted], ['2026-05-14', 60]);
    assert.deepEqual(
      shown.madeUp.map(({ day }) => day),
      ['2026-02-14', '2026-02-28', '2026-05-09'],
    );
    // 9 days of Spring Festival, 9 weekend days in March, Qingming and 6 in April, 5 of Labour Day and 10 May
    assert.equal(shown.skipped.length, 33);
    assert.equal(shown.skipped.filter(({ why }) => why === 'holiday').length, 17);
  });

  it('counts sixty and thirty as one run of ninety after the extension, and keeps the first day', () => {
    const shown = view(extendDeadline(start('investigation', '2026-02-10'), calendar));
    assert.deepEqual([shown.firstDueOn, shown.dueOn, shown.counted], ['2026-05-14', '2026-06-26', 90]);
    assert.ok(shown.skipped.some(({ day, name }) => day === '2026-06-19' && name === '端午节'));
  });

  it('shows which days moved the last one of a petition that was extended', () => {
    const shown = view(extendDeadline(start('petitionFinish', '2026-03-02'), calendar));
    assert.deepEqual([shown.firstDueOn, shown.dueOn], ['2026-05-06', '2026-06-01']);
    assert.deepEqual(
      shown.skipped.map(({ day, why }) => [day, why]),
      [['2026-05-31', 'weekend']],
    );
  });

  it('crosses the turn of the year over New Year and the Sunday made up for it', () => {
    const shown = view(start('decision', '2025-12-22'));
    assert.deepEqual([shown.dueOn, shown.counted], ['2026-01-13', 15]);
    assert.deepEqual(
      shown.skipped.map(({ day }) => day),
      ['2025-12-27', '2025-12-28', ...days('2026-01', 1, 3), '2026-01-10', '2026-01-11'],
    );
    assert.deepEqual(shown.madeUp, [{ day: '2026-01-04', name: '元旦' }]);
  });

  it('leaves the days of each standstill out, and still counts sixty', () => {
    let deadline = suspendDeadline(start('investigation', '2026-03-02'), plainDate('2026-03-16'));
    deadline = resumeDeadline(deadline, plainDate('2026-03-30'), calendar);
    deadline = suspendDeadline(deadline, plainDate('2026-04-07'));
    deadline = resumeDeadline(deadline, plainDate('2026-04-09'), calendar);
    const shown = view(deadline);
    assert.deepEqual([shown.firstDueOn, shown.dueOn, shown.counted], ['2026-05-28', '2026-06-15', 60]);
    assert.deepEqual(shown.standstills, [
      { from: '2026-03-16', until: '2026-03-30' },
      { from: '2026-04-07', until: '2026-04-09' },
    ]);
    assert.ok(shown.skipped.every(({ day }) => day < '2026-03-16' || day >= '2026-03-30'));
    assert.equal(shown.suspendedOn, undefined);
  });

  it('says since when it stands still and how much was used, and promises no time left', () => {
    const standing = suspendDeadline(start('investigation', '2026-03-02'), plainDate('2026-03-16'));
    const shown = view(standing, '2026-06-01');
    assert.deepEqual([shown.suspendedOn, shown.counted, shown.timeLeft], ['2026-03-16', 9, undefined]);
    assert.equal(nextDueView([standing], plainDate('2026-06-01'), calendar), undefined);
  });

  it('stopped on the last day and gone on on a Saturday, it has its last day on the Monday', () => {
    const standing = suspendDeadline(start('decision', '2026-03-02'), plainDate('2026-03-23'));
    const shown = view(resumeDeadline(standing, plainDate('2026-03-28'), calendar), '2026-03-31');
    assert.deepEqual([shown.dueOn, shown.counted], ['2026-03-30', 15]);
    assert.deepEqual([shown.timeLeft?.state, shown.timeLeft?.workingDays], ['overdue', 1]);
  });

  it('is provisional where a year has no notice yet, and stays so until it is counted anew', () => {
    const deadline = start('acceptance', '2026-12-30');
    const shown = view(deadline, '2026-12-31');
    assert.deepEqual(
      [shown.dueOn, shown.provisional, shown.timeLeft?.provisional],
      ['2027-01-07', true, true],
    );
    const { off, on, notices } = { off: [], on: [], notices: [] };
    const later = deadlineView(
      deadline,
      plainDate('2026-12-31'),
      calendarWith([{ year: 2027, off, on, notices }]),
    );
    assert.equal(later.provisional, true);
  });

  it('counts calendar days to a day an order named, and shows the days a limit rolled over', () => {
    const named = view(start('rectification', '2026-03-10', '2026-03-25'));
    assert.deepEqual([named.dueOn, named.counted, named.skipped], ['2026-03-25', 15, []]);
    const rolled = view(start('petitionNotice', '2026-02-05'));
    assert.deepEqual([rolled.dueOn, rolled.counted], ['2026-02-24', 15]);
    assert.deepEqual(
      rolled.skipped.map(({ day }) => day),
      days('2026-02', 20, 23),
    );
  });

  it('prints the rule only where it is certain, and never for a mere default', () => {
    const sure = view(start('investigation', '2026-03-02')).citation;
    assert.match(sure?.zh ?? '', /《劳动保障监察条例》.*第十七条/u);
    assert.match(sure?.en ?? '', /17/u);
    assert.equal(view(start('bondPayment', '2026-03-02')).citation, undefined);
  });

  it('shows no time left once it was met', () => {
    const [met] = meetDeadlines([start('decision', '2026-03-02')], ['decision'], plainDate('2026-03-20'));
    assert.ok(met);
    const shown = view(met, '2026-03-21');
    assert.deepEqual([shown.metOn, shown.timeLeft], ['2026-03-20', undefined]);
  });
});

describe('what a queue shows of the clock', () => {
  it('is the running period that is due first, whatever was met or stands still', () => {
    const today = plainDate('2026-03-20');
    const soonest = start('acceptance', '2026-03-02'); // 9 March, met
    const [met] = meetDeadlines([soonest], ['acceptance'], today);
    assert.ok(met);
    const list = [start('investigation', '2026-03-02'), met, start('decision', '2026-03-02')];
    const next = nextDueView(list, today, calendar);
    assert.deepEqual([next?.period, next?.dueOn, next?.timeLeft.workingDays], ['decision', '2026-03-23', 1]);
    assert.equal(nextDueView([met], today, calendar), undefined);
  });
});
