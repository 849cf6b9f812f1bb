import assert from 'node:assert/strict';
import { shownColumns } from '../../client/src/features/payroll/entry-columns.ts';
import type { CellKey, EntryRow } from '../../client/src/features/payroll/entry-row.ts';
import {
  emptyRow,
  entryOf,
  faultOf,
  isReadable,
  rowOf,
} from '../../client/src/features/payroll/entry-row.ts';
import { followOn, sumOf } from '../../client/src/features/payroll/entry-sums.ts';
import { isBlock, pastedCells } from '../../client/src/features/payroll/paste-cells.ts';
import { daysText, stateOf } from '../../client/src/features/roster/attendance-marks.ts';
import { fen } from '../../server/core/kit/money.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';

/** A person of the roster, typed as these cells say; each cell is followed by the sums it changes. */
function typed(
  cells: Partial<Record<CellKey, string>>,
  payKind: EntryRow['payKind'] = 'TIME_RATE',
): EntryRow {
  const row: EntryRow = { ...emptyRow(), enrolmentId: '6650f0c2a1b2c3d4e5f60718', name: '王五', payKind };
  for (const [key, text] of Object.entries(cells) as [CellKey, string][]) {
    row.cells[key] = text;
    followOn(row, key);
  }
  return row;
}

describe('client: a month of wages typed in a grid', () => {
  it('fills in gross and net from days and rate, whole fen, half a fen rounded up', () => {
    const row = typed({
      daysHundredths: '22.5',
      dayRateFen: '300',
      overtimeFen: '150.5',
      advanceFen: '1000',
    });
    assert.equal(row.cells.grossFen, '6900.50');
    assert.equal(row.cells.netFen, '5900.50');
    assert.equal(typed({ daysHundredths: '0.33', dayRateFen: '100.05' }).cells.grossFen, '33.02');
  });

  it('fills in gross from pieces and price for piece work', () => {
    const row = typed(
      { piecesHundredths: '10.33', piecePriceFen: '1.25', daysHundredths: '3' },
      'PIECE_RATE',
    );
    assert.equal(row.cells.grossFen, '12.91');
  });

  it('takes every deduction off the net, and a gross typed by hand stays', () => {
    const row = typed({
      daysHundredths: '20',
      dayRateFen: '300',
      grossFen: '6100',
      incomeTax: '35',
      damage: '65',
    });
    assert.equal(row.cells.grossFen, '6100');
    assert.equal(row.cells.netFen, '6000.00');
  });

  it('changes no sum while one of its parts cannot be read', () => {
    const row = typed({ daysHundredths: '20', dayRateFen: '300', overtimeFen: '一百' });
    assert.equal(row.cells.grossFen, '6000.00');
    assert.equal(faultOf(row, 'overtimeFen'), 'unreadable');
    assert.equal(isReadable(row), false);
  });

  it('does not send what is missing, negative or no month', () => {
    const row = typed({ dayRateFen: '300', backPayMonth: '2026-13', allowancesFen: '-5' });
    assert.equal(faultOf(row, 'daysHundredths'), 'missing');
    assert.equal(faultOf(row, 'backPayMonth'), 'unreadable');
    assert.equal(faultOf(row, 'allowancesFen'), 'unreadable');
  });

  it('sends a person of the roster by his place on it, and anybody else by name and number', () => {
    const known = entryOf(typed({ daysHundredths: '20', dayRateFen: '300' }));
    assert.deepEqual(
      'enrolmentId' in known && [known.daysHundredths, known.grossFen, known.netFen],
      [2000, 600000, 600000],
    );
    assert.equal('name' in known, false);
    const stranger: EntryRow = {
      ...typed({ daysHundredths: '1', dayRateFen: '300' }),
      name: '赵六 ',
      citizenId: '5326 2119 9001 0100 1x',
    };
    delete stranger.enrolmentId;
    const sent = entryOf(stranger);
    assert.deepEqual('name' in sent && [sent.name, sent.citizenId], ['赵六', '53262119900101001X']);
  });

  it('keeps the price of the other kind of pay to itself', () => {
    const row = typed({ daysHundredths: '20', dayRateFen: '300', piecePriceFen: '9' });
    assert.equal('piecePriceFen' in entryOf(row), false);
  });

  it('shows rarely used columns once one of their cells is filled, and piece prices with the first piece worker', () => {
    const plain = shownColumns([typed({ daysHundredths: '20' })], []);
    assert.equal(plain.includes('damage') || plain.includes('piecePriceFen'), false);
    assert.ok(shownColumns([typed({ damage: '5' })], []).includes('otherGround'));
    assert.ok(shownColumns([typed({}, 'PIECE_RATE')], []).includes('piecePriceFen'));
    assert.ok(shownColumns([], ['hours']).includes('hoursHundredths'));
  });

  it('adds up a column over every row that can be read', () => {
    const rows = [typed({ netFen: '10.01' }), typed({ netFen: '5' }), typed({ netFen: '?' })];
    assert.equal(sumOf(rows, 'netFen'), 1501);
  });

  it('takes a prefilled row as it is and sends the same amounts back', () => {
    const entry = {
      enrolmentId: '6650f0c2a1b2c3d4e5f60718',
      name: '王五',
      citizenIdMasked: '5326**********1234',
      payKind: 'TIME_RATE' as const,
      daysHundredths: 2250,
      dayRateFen: fen(30000),
      overtimeFen: fen(0),
      allowancesFen: fen(0),
      backPayFen: fen(0),
      grossFen: fen(675000),
      advanceFen: fen(50000),
      deductions: {
        incomeTax: fen(0),
        socialInsurance: fen(0),
        courtOrdered: fen(0),
        damage: fen(0),
        other: fen(0),
      },
      netFen: fen(625000),
      isSigned: false,
    };
    const { citizenIdMasked: _masked, name: _name, ...sent } = entry;
    assert.deepEqual(entryOf(rowOf(entry)), sent);
  });

  it('spreads a block that was copied from a workbook, and leaves a single value to the cell', () => {
    assert.deepEqual(pastedCells('22\t300\r\n21.5\t280\r\n'), [
      ['22', '300'],
      ['21.5', '280'],
    ]);
    assert.equal(isBlock('6,600.00\n'), false);
    assert.equal(isBlock('22\t300'), true);
  });
});

describe('client: a day of attendance', () => {
  it('keeps apart: worked, known not to have been there, nobody recorded anything', () => {
    const mark = { day: plainDate('2026-10-09'), hundredths: 50, source: 'hand' as const };
    assert.deepEqual(
      [stateOf(mark), stateOf({ ...mark, hundredths: 0 }), stateOf(undefined)],
      ['worked', 'absent', 'noData'],
    );
  });
  it('writes hundredths of a day by their digits', () => {
    assert.deepEqual([2250, 50, 100, 0, 1205].map(daysText), ['22.5', '0.5', '1', '0', '12.05']);
  });
});
