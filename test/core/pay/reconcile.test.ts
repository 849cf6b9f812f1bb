import assert from 'node:assert/strict';
import { DISAGREEMENTS } from '../../../server/core/contract/pay-overview.ts';
import type { DisagreementKind } from '../../../server/core/contract/pay-overview.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import type { PersonMonth, ReconcileDay } from '../../../server/core/pay/reconcile.ts';
import { reconcile } from '../../../server/core/pay/reconcile.ts';

const past: ReconcileDay = { payOn: plainDate('2026-11-13'), today: plainDate('2026-11-21') };
const ahead: ReconcileDay = { payOn: plainDate('2026-12-15'), today: plainDate('2026-11-21') };
const net = fen(600_000);

const LINE: NonNullable<PersonMonth['line']> = {
  id: 'b'.repeat(24),
  daysHundredths: 2400,
  netFen: net,
  bank: 'credited',
  answer: { kind: 'right' },
};
const AGREED: PersonMonth = {
  enrolmentId: 'a'.repeat(24),
  workerName: '李国平',
  teamName: '钢筋一班',
  attendedHundredths: 2400,
  teamHasAttendance: true,
  teamHasFiled: true,
  line: LINE,
  creditedFen: net,
};
const { line: _line, ...WITHOUT_LINE } = AGREED;
const { attendedHundredths: _seen, ...NOT_SEEN } = AGREED;
const { answer: _said, ...SILENT } = LINE;
const UNSENT: PersonMonth = { ...AGREED, creditedFen: fen(0), line: { ...LINE, bank: 'none' } };
const says = (kind: 'less' | 'nothing' | 'notMe', amountFen?: number): PersonMonth => ({
  ...AGREED,
  line: { ...LINE, answer: { kind, ...(amountFen === undefined ? {} : { amountFen: fen(amountFen) }) } },
});

const CASES: readonly [string, PersonMonth, ReconcileDay, readonly DisagreementKind[]][] = [
  ['all four agree', AGREED, past, []],
  [
    'worked, others of the team were filed, he was not',
    { ...WITHOUT_LINE, creditedFen: fen(0) },
    ahead,
    ['attendedNotOnPayroll'],
  ],
  [
    'worked, nobody filed, pay day gone',
    { ...WITHOUT_LINE, creditedFen: fen(0), teamHasFiled: false },
    past,
    ['attendedNotOnPayroll'],
  ],
  [
    'worked, nobody filed, pay day ahead: nothing to say yet',
    { ...WITHOUT_LINE, creditedFen: fen(0), teamHasFiled: false },
    ahead,
    [],
  ],
  [
    'credited for a line that no longer stands',
    { ...WITHOUT_LINE, attendedHundredths: 0 },
    past,
    ['creditedNotOnPayroll'],
  ],
  ['paid without a day of attendance', NOT_SEEN, past, ['onPayrollNotAttended']],
  ['nobody recorded attendance: absence says nothing', { ...NOT_SEEN, teamHasAttendance: false }, past, []],
  [
    'half a day more than attended',
    { ...AGREED, line: { ...LINE, daysHundredths: 2450 } },
    past,
    ['moreDaysThanAttended'],
  ],
  ['fewer days than attended is for the worker to answer', { ...AGREED, attendedHundredths: 2600 }, past, []],
  ['not sent, pay day gone', UNSENT, past, ['notSentToBank']],
  ['not sent, pay day ahead', UNSENT, ahead, []],
  ['not sent, no pay day agreed', UNSENT, { today: past.today }, []],
  [
    'sent, no answer of the bank, pay day gone',
    { ...UNSENT, line: { ...LINE, bank: 'sent' } },
    past,
    ['creditedLess'],
  ],
  ['bounced, even before the pay day', { ...UNSENT, line: { ...LINE, bank: 'bounced' } }, ahead, ['bounced']],
  ['credited a fen less', { ...AGREED, creditedFen: fen(net - 1) }, ahead, ['creditedLess']],
  ['credited a fen more', { ...AGREED, creditedFen: fen(net + 1) }, ahead, ['creditedMore']],
  ['says less', says('less', 450_000), past, ['answeredLess']],
  ['says nothing came', says('nothing'), past, ['answeredNothing']],
  ['says it is somebody else', says('notMe'), past, ['answeredNotMe']],
  ['credited and silent: unanswered, never agreed', { ...AGREED, line: SILENT }, ahead, ['unanswered']],
  [
    'silent before any money and any pay day is not asked yet',
    { ...UNSENT, line: { ...SILENT, bank: 'none' } },
    ahead,
    [],
  ],
  [
    'a ghost: no attendance, credited, says it is not him',
    { ...NOT_SEEN, line: { ...LINE, answer: { kind: 'notMe' } } },
    past,
    ['onPayrollNotAttended', 'answeredNotMe'],
  ],
];

describe('attendance, payroll, bank and the worker, side by side', () => {
  for (const [title, person, on, kinds] of CASES) {
    it(title, () => {
      assert.deepEqual(
        reconcile(person, on).map(({ kind }) => kind),
        kinds,
      );
    });
  }

  it('every kind of disagreement has an example here', () => {
    const shown = new Set(CASES.flatMap(([, , , kinds]) => kinds));
    assert.deepEqual(
      [...DISAGREEMENTS].filter((kind) => !shown.has(kind)),
      [],
    );
  });

  it('a row carries what each of the four says, in words too', () => {
    const [row] = reconcile(says('less', 450_000), past);
    assert.ok(row !== undefined);
    assert.equal(row.answerFen, 450_000);
    assert.equal(row.creditedFen, 600_000);
    assert.equal(row.attendedHundredths, 2400);
    assert.match(row.zh, /4,500\.00/u);
    assert.match(row.en, /4,500\.00/u);
  });
});
