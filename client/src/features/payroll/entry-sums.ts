import { DEDUCTION_KINDS } from '../../../../server/core/contract/payroll.ts';
import {
  addFen,
  formatYuan,
  fractionOf,
  subtractFen,
  sumFen,
  type Fen,
} from '../../../../server/core/kit/money.ts';
import { faultOf, hundredthsOf, type CellKey, type EntryRow } from './entry-row.ts';

const INTO_GROSS: readonly CellKey[] = [
  'daysHundredths',
  'dayRateFen',
  'piecesHundredths',
  'piecePriceFen',
  'overtimeFen',
  'allowancesFen',
  'backPayFen',
];
const INTO_NET: readonly CellKey[] = [...INTO_GROSS, 'grossFen', 'advanceFen', ...DEDUCTION_KINDS];

function amountsOf(row: EntryRow, keys: readonly CellKey[]): Fen[] | null {
  const amounts = keys.map((key) =>
    faultOf(row, key) === 'unreadable' ? null : hundredthsOf(row.cells[key]),
  );
  return amounts.every((amount) => amount !== null) ? amounts : null;
}
const plain = (amount: Fen): string => formatYuan(amount, { grouping: false });

function grossOf(row: EntryRow): Fen | null {
  const isPiece = row.payKind === 'PIECE_RATE';
  const keys: CellKey[] = isPiece ? ['piecePriceFen', 'piecesHundredths'] : ['dayRateFen', 'daysHundredths'];
  if (keys.some((key) => row.cells[key].trim() === '')) return null;
  const parts = amountsOf(row, keys);
  const more = amountsOf(row, ['overtimeFen', 'allowancesFen', 'backPayFen']);
  const [rate, quantity] = parts ?? [];
  if (rate === undefined || quantity === undefined || more === null) return null;
  return addFen(fractionOf(rate, quantity, 100, 'halfUp'), sumFen(more));
}

/**
 * After a cell was typed: what follows from it by arithmetic is filled in; a sum typed by hand stays until one of its
 * parts changes. What cannot be read changes nothing.
 */
export function followOn(row: EntryRow, changed: CellKey | 'payKind'): void {
  if (changed === 'payKind' || INTO_GROSS.includes(changed)) {
    const gross = grossOf(row);
    if (gross !== null) row.cells.grossFen = plain(gross);
  }
  if (changed !== 'payKind' && !INTO_NET.includes(changed)) return;
  const [gross, ...off] = amountsOf(row, ['grossFen', 'advanceFen', ...DEDUCTION_KINDS]) ?? [];
  if (gross !== undefined && row.cells.grossFen.trim() !== '')
    row.cells.netFen = plain(subtractFen(gross, sumFen(off)));
}

/** The sum of a column over the rows that can be read. */
export const sumOf = (rows: readonly EntryRow[], key: CellKey): Fen =>
  sumFen(rows.map((row) => amountsOf(row, [key])?.[0] ?? (0 as Fen))); // nothing is zero fen
