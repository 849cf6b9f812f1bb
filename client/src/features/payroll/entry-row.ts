import {
  DEDUCTION_KINDS,
  type PrefilledEntry,
  type TypedEntry,
} from '../../../../server/core/contract/payroll.ts';
import type { PayKind } from '../../../../server/core/contract/roster.ts';
import { formatYuan, parseYuanText, ZERO_FEN, type Fen } from '../../../../server/core/kit/money.ts';
import { isPayMonth } from '../../../../server/core/kit/plain-date.ts';
import { daysText } from '../roster/attendance-marks.ts';

export const QUANTITY_CELLS = ['daysHundredths', 'hoursHundredths', 'piecesHundredths'] as const;
export const AMOUNT_CELLS = [
  'dayRateFen',
  'piecePriceFen',
  'overtimeFen',
  'allowancesFen',
  'backPayFen',
  'grossFen',
  'advanceFen',
  ...DEDUCTION_KINDS,
  'netFen',
] as const;
export const TEXT_CELLS = ['backPayMonth', 'otherGround'] as const;
export type CellKey = (typeof QUANTITY_CELLS | typeof AMOUNT_CELLS | typeof TEXT_CELLS)[number];
const CELL_KEYS: readonly CellKey[] = [...QUANTITY_CELLS, ...AMOUNT_CELLS, ...TEXT_CELLS];
const NEEDED: readonly CellKey[] = ['daysHundredths', 'grossFen', 'netFen'];

/** One row of the grid as it is typed; a person of the roster by id, anybody else by name and number. */
export interface EntryRow {
  key: number;
  enrolmentId?: string;
  name: string;
  citizenId: string;
  citizenIdMasked?: string;
  bankCard: string;
  payKind: PayKind;
  cells: Record<CellKey, string>;
  isSigned: boolean;
}
let nextKey = 1;
const noCells = (): Record<CellKey, string> =>
  Object.fromEntries(CELL_KEYS.map((key) => [key, ''])) as Record<CellKey, string>; // one of each key

export const emptyRow = (): EntryRow => ({
  key: nextKey++,
  name: '',
  citizenId: '',
  bankCard: '',
  payKind: 'TIME_RATE',
  cells: noCells(),
  isSigned: false,
});

/** A zero that was not asked for stays an empty cell: what is empty is easier to read than columns of 0.00. */
const yuan = (amount: Fen | undefined): string =>
  amount === undefined || amount === 0 ? '' : formatYuan(amount, { grouping: false });
const quantity = (value: number | undefined): string => (value === undefined ? '' : daysText(value));

export function rowOf(entry: PrefilledEntry): EntryRow {
  const cells = noCells();
  for (const key of QUANTITY_CELLS) cells[key] = quantity(entry[key]);
  for (const kind of DEDUCTION_KINDS) cells[kind] = yuan(entry.deductions[kind]);
  for (const key of [
    'dayRateFen',
    'piecePriceFen',
    'overtimeFen',
    'allowancesFen',
    'backPayFen',
    'advanceFen',
  ] as const)
    cells[key] = yuan(entry[key]);
  cells.grossFen = formatYuan(entry.grossFen, { grouping: false });
  cells.netFen = formatYuan(entry.netFen, { grouping: false });
  cells.backPayMonth = entry.backPayMonth ?? '';
  cells.otherGround = entry.otherGround ?? '';
  return {
    ...emptyRow(),
    enrolmentId: entry.enrolmentId,
    name: entry.name,
    citizenIdMasked: entry.citizenIdMasked,
    payKind: entry.payKind,
    cells,
    isSigned: entry.isSigned,
  };
}

/** Both amounts and quantities are whole hundredths inside and have at most two decimals on paper. */
export const hundredthsOf = (text: string): Fen | null =>
  text.trim() === '' ? ZERO_FEN : parseYuanText(text);

/** Why a cell cannot be sent: nothing in it, or nothing that can be read. */
export function faultOf(row: EntryRow, key: CellKey): 'missing' | 'unreadable' | undefined {
  const text = row.cells[key].trim();
  if (text === '') return NEEDED.includes(key) ? 'missing' : undefined;
  if (key === 'otherGround') return undefined;
  if (key === 'backPayMonth') return isPayMonth(text) ? undefined : 'unreadable';
  return (parseYuanText(text) ?? -1) < 0 ? 'unreadable' : undefined;
}
export const isReadable = (row: EntryRow): boolean =>
  CELL_KEYS.every((key) => faultOf(row, key) === undefined) &&
  (row.enrolmentId !== undefined || (row.name.trim() !== '' && row.citizenId.trim() !== ''));

/** The row as it is filed; only for rows that can be read. */
export function entryOf(row: EntryRow): TypedEntry {
  const { cells } = row;
  const amount = (key: CellKey): Fen => hundredthsOf(cells[key]) ?? ZERO_FEN;
  const filled = (key: CellKey): boolean => cells[key].trim() !== '';
  const bankCard = row.bankCard.replace(/\s/g, '');
  const month = cells.backPayMonth.trim();
  const isPiece = row.payKind === 'PIECE_RATE';
  return {
    ...(row.enrolmentId === undefined
      ? {
          name: row.name.trim(),
          citizenId: row.citizenId.replace(/\s/g, '').toUpperCase(),
          ...(bankCard !== '' && { bankCard }),
        }
      : { enrolmentId: row.enrolmentId }),
    payKind: row.payKind,
    daysHundredths: amount('daysHundredths'),
    ...(filled('hoursHundredths') && { hoursHundredths: amount('hoursHundredths') }),
    ...(!isPiece && filled('dayRateFen') && { dayRateFen: amount('dayRateFen') }),
    ...(isPiece && filled('piecesHundredths') && { piecesHundredths: amount('piecesHundredths') }),
    ...(isPiece && filled('piecePriceFen') && { piecePriceFen: amount('piecePriceFen') }),
    overtimeFen: amount('overtimeFen'),
    allowancesFen: amount('allowancesFen'),
    backPayFen: amount('backPayFen'),
    ...(isPayMonth(month) && { backPayMonth: month }),
    grossFen: amount('grossFen'),
    advanceFen: amount('advanceFen'),
    deductions: {
      incomeTax: amount('incomeTax'),
      socialInsurance: amount('socialInsurance'),
      courtOrdered: amount('courtOrdered'),
      damage: amount('damage'),
      other: amount('other'),
    },
    ...(filled('otherGround') && { otherGround: cells.otherGround.trim() }),
    netFen: amount('netFen'),
    isSigned: row.isSigned,
  };
}
