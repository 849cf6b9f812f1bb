import { DEDUCTION_KINDS } from '../../../../server/core/contract/payroll.ts';
import { AMOUNT_CELLS, QUANTITY_CELLS, type CellKey, type EntryRow } from './entry-row.ts';

/** Columns that most months do not need: shown when asked for, and by themselves as soon as one of them is filled. */
export const MORE_COLUMNS = {
  hours: ['hoursHundredths'],
  backPay: ['backPayFen', 'backPayMonth'],
  deductions: [...DEDUCTION_KINDS, 'otherGround'],
} as const satisfies Record<string, readonly CellKey[]>;
export type MoreColumns = keyof typeof MORE_COLUMNS;

const ORDER: readonly CellKey[] = [
  'daysHundredths',
  'hoursHundredths',
  'dayRateFen',
  'piecesHundredths',
  'piecePriceFen',
  'overtimeFen',
  'allowancesFen',
  'backPayFen',
  'backPayMonth',
  'grossFen',
  'advanceFen',
  ...DEDUCTION_KINDS,
  'otherGround',
  'netFen',
];

export function shownColumns(rows: readonly EntryRow[], chosen: readonly MoreColumns[]): CellKey[] {
  const filled = (key: CellKey): boolean => rows.some((row) => row.cells[key].trim() !== '');
  const hidden = new Set<CellKey>();
  for (const name of Object.keys(MORE_COLUMNS) as MoreColumns[]) {
    const keys = MORE_COLUMNS[name]; // Object.keys of a constant gives its own keys
    if (!chosen.includes(name) && !keys.some(filled)) keys.forEach((key) => hidden.add(key));
  }
  const kinds = new Set(rows.map(({ payKind }) => payKind));
  if (!kinds.has('PIECE_RATE'))
    ['piecesHundredths' as const, 'piecePriceFen' as const].forEach((key) => hidden.add(key));
  if (!kinds.has('TIME_RATE') && rows.length > 0) hidden.add('dayRateFen');
  return ORDER.filter((key) => !hidden.has(key));
}

const AMOUNTS: readonly CellKey[] = AMOUNT_CELLS;
const QUANTITIES: readonly CellKey[] = QUANTITY_CELLS;
const RATES: readonly CellKey[] = ['dayRateFen', 'piecePriceFen'];
export const isNumber = (key: CellKey): boolean => AMOUNTS.includes(key) || QUANTITIES.includes(key);
/** Rates are not added up. */
export const isSummed = (key: CellKey): boolean => isNumber(key) && !RATES.includes(key);
/** A price belongs to its kind of pay: the other one's cell is closed. */
export const isOpen = (row: EntryRow, key: CellKey): boolean =>
  row.payKind === 'PIECE_RATE' ? key !== 'dayRateFen' : key !== 'piecesHundredths' && key !== 'piecePriceFen';
