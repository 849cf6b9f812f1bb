import assert from 'node:assert/strict';
import { marksOf } from '../../client/src/features/pay-overview/cell-marks.ts';
import type { PayGridCell } from '../../server/core/contract/pay-overview.ts';
import { payMonth } from '../../server/core/kit/plain-date.ts';

const cell = (more: Partial<PayGridCell>): PayGridCell => ({
  ...{ teamId: 't', month: payMonth('2026-10'), tone: 'waiting', ...more },
});
const answers = { right: 1, less: 1, nothing: 0, notMe: 0, unanswered: 4 };

describe('the four marks of a team’s month', () => {
  const levels = (more: Partial<PayGridCell>): string =>
    marksOf(cell(more))
      .map(({ mark, level }) => `${mark} ${level}`)
      .join(', ');

  it('a month nobody filed has none: no data is not “not yet”', () => {
    assert.equal(levels({ attended: 5 }), '');
  });
  it('filed and not approved, nobody paid, nobody answered', () => {
    const silent = { ...answers, right: 0, less: 0, unanswered: 6 };
    assert.equal(
      levels({ sheetId: 's', state: 'signing', people: 6, credited: 0, answers: silent }),
      'filed all, signed none, paid none, answered none',
    );
    assert.match(levels({ sheetId: 's', state: 'returned', people: 6 }), /signed none/u);
  });
  it('paid in part and answered in part are half marks; everybody makes a whole one', () => {
    assert.equal(
      levels({ sheetId: 's', state: 'partPaid', people: 6, credited: 4, answers }),
      'filed all, signed all, paid some, answered some',
    );
    assert.equal(
      levels({ sheetId: 's', state: 'paid', people: 6, credited: 6, answers: { ...answers, unanswered: 0 } }),
      'filed all, signed all, paid all, answered all',
    );
  });
});
