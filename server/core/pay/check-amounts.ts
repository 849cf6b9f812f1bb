import type { DeductionKind } from '../contract/payroll.ts';
import { DEDUCTION_KINDS } from '../contract/payroll.ts';
import type { Fen } from '../kit/money.ts';
import { fen, formatYuan, fractionOf, shareOf } from '../kit/money.ts';
import { lastDayOf } from '../kit/plain-date.ts';
import { thresholdOn } from '../law/thresholds.ts';
import { minimumFor, wageOfMonth } from './minimum-wage.ts';
import type { PayrollFinding, PayrollRuleId } from './payroll-rules.ts';
import type { MonthFacts, PayrollRow, PersonFacts } from './payroll-row.ts';
import { deductedFen, plainHundredths } from './payroll-row.ts';

type Find = (rule: PayrollRuleId, facts?: PayrollFinding['facts'], column?: string) => void;
const yuan = (amount: number): string => formatYuan(fen(amount), { grouping: false });

const AMOUNTS = [
  'daysHundredths',
  'hoursHundredths',
  'dayRateFen',
  'piecesHundredths',
  'piecePriceFen',
  'overtimeFen',
  'allowancesFen',
  'backPayFen',
  'grossFen',
  'advanceFen',
  'netFen',
] as const satisfies readonly (keyof PayrollRow)[];
const NEEDED = ['daysHundredths', 'grossFen', 'netFen'] as const;

/** A hundred million yuan, a million days or pieces: beyond it a decimal point is missing, and sums stay exact. */
const MOST = 10_000_000_000;

type NumberColumn = (typeof AMOUNTS)[number] | DeductionKind;

/** Which numbers of a row can be what they say: a fault in one of them hides nothing that is reckoned from others. */
export interface Usable {
  /** All of these can be reckoned with. */
  all(...columns: readonly NumberColumn[]): boolean;
  /** Can be held against what was reckoned: a result below zero can, one beyond all reason or missing cannot. */
  result(column: NumberColumn): boolean;
}

/** Whether each number can be what it says; sums are compared as far as theirs are. */
export function checkNumbers(row: PayrollRow, find: Find): Usable {
  const below = new Set<NumberColumn>();
  const unknown = new Set<NumberColumn>();
  const look = (value: number | null, column: NumberColumn): void => {
    if (value === null || (value >= 0 && value <= MOST)) return;
    (value < 0 && value >= -MOST ? below : unknown).add(column);
    find(value < 0 ? 'amount.negative' : 'amount.tooLarge', {}, column);
  };
  for (const key of AMOUNTS) look(row[key], key);
  for (const kind of DEDUCTION_KINDS) look(row.deductions[kind], kind);
  for (const key of NEEDED) {
    if (row[key] !== null) continue;
    unknown.add(key);
    find('amount.missing', {}, key);
  }
  return {
    all: (...columns) => !columns.some((column) => below.has(column) || unknown.has(column)),
    result: (column) => !unknown.has(column),
  };
}

/** What time or pieces alone come to: the whole fen below and above it, and the one it is rounded to (half up). */
interface Base {
  low: Fen;
  high: Fen;
  rounded: Fen;
}

/**
 * Gross = days × rate, or pieces × price, + overtime + allowances + back pay. Exact; where the product has a part of a
 * fen, the fen below and the fen above are both right, because contracts round either way.
 * @example 22.5 days × 300.00 = 6,750.00: 6,750.01 is wrong; 10.33 pieces × 1.25 = 12.9125: 12.91 and 12.92 are right
 */
export function checkGross(row: PayrollRow, usable: Usable, find: Find): void {
  const { overtimeFen, allowancesFen, backPayFen, grossFen } = row;
  const isPiece = row.payKind === 'PIECE_RATE';
  const [counted, priced] = isPiece
    ? (['piecesHundredths', 'piecePriceFen'] as const)
    : (['daysHundredths', 'dayRateFen'] as const);
  const [quantity, rate] = [row[counted], row[priced]];
  if (rate === null) return find('rate.missing', RATE_WORDS[priced], priced);
  if (quantity === null) {
    // Days that are missing were said already.
    return counted === 'piecesHundredths' ? find('rate.missing', RATE_WORDS[counted], counted) : undefined;
  }
  if (!usable.all(counted, priced, 'overtimeFen', 'allowancesFen', 'backPayFen')) return;
  if (grossFen === null || !usable.result('grossFen')) return;
  const { low, high, rounded } = baseOf(rate, quantity);
  const more = overtimeFen + allowancesFen + backPayFen;
  if (grossFen === low + more || grossFen === high + more) return;
  const parts = [overtimeFen, allowancesFen, backPayFen].filter((part) => part !== 0).map(yuan);
  find('gross.arithmetic', {
    gross: yuan(grossFen),
    how: [`${plainHundredths(quantity)} × ${yuan(rate)}`, ...parts].join(' + '),
    expected: yuan(rounded + more),
  });
}

const RATE_WORDS = {
  dayRateFen: { what: '日工资标准', whatEn: 'day rate' },
  piecePriceFen: { what: '计件单价', whatEn: 'price of a piece' },
  piecesHundredths: { what: '计件数量', whatEn: 'number of pieces' },
} as const;

function baseOf(rate: number, quantity: number): Base {
  const product = rate * quantity;
  if (Number.isSafeInteger(product) && product % 100 === 0) {
    const exact = fen(product / 100);
    return { low: exact, high: exact, rounded: exact };
  }
  const [low, high, rounded] = (['down', 'up', 'halfUp'] as const).map((way) =>
    fractionOf(fen(rate), quantity, 100, way),
  ) as [Fen, Fen, Fen]; // one of each way
  return { low, high, rounded };
}

/** Net = gross − advance − all deductions, to the fen: nothing is divided here. */
export function checkNet(row: PayrollRow, usable: Usable, find: Find): void {
  const { grossFen, advanceFen, netFen } = row;
  if (grossFen === null || netFen === null || !usable.result('netFen')) return;
  if (!usable.all('grossFen', 'advanceFen', ...DEDUCTION_KINDS)) return;
  const deducted = deductedFen(row);
  const expected = grossFen - advanceFen - deducted;
  if (netFen === expected) return;
  find('net.arithmetic', {
    net: yuan(netFen),
    gross: yuan(grossFen),
    advance: yuan(advanceFen),
    deducted: yuan(deducted),
    expected: yuan(expected),
  });
}

/**
 * What the law lets an employer take off: tax, social insurance and what a court ordered; anything else needs the law it
 * rests on; for damage at most 20 % of the month's wage, and the minimum wage is left.
 * @law WAG-4 WAG-5
 */
export function checkDeductions(row: PayrollRow, month: MonthFacts, usable: Usable, find: Find): void {
  const { damage, other }: Record<DeductionKind, number> = row.deductions;
  if (usable.all('other') && other > 0 && (row.otherGround ?? '').trim() === '')
    find('deduction.noGround', { other: yuan(other) });
  if (damage <= 0 || row.grossFen === null || !usable.all('damage', 'grossFen', 'backPayFen')) return;
  const wage = fen(Math.max(0, row.grossFen - row.backPayFen));
  const share = thresholdOn('damageDeduction', lastDayOf(month.payMonth));
  const most = typeof share === 'number' ? shareOf(wage, share, 'down') : null;
  if (most !== null && damage > most) {
    find('deduction.damageShare', { damage: yuan(damage), most: yuan(most) });
  }
  const minimum = knownMinimum(row, month, usable);
  const left = wage - damage;
  if (minimum !== null && left < minimum) {
    find('deduction.damageRemainder', { left: yuan(left), minimum: yuan(minimum) });
  }
}

const knownMinimum = (row: PayrollRow, month: MonthFacts, usable: Usable): Fen | null =>
  usable.all('daysHundredths', 'hoursHundredths') ? minimumFor(row, month) : null;

/** The minimum wage for the time worked, overtime without pay, and a rate below what was agreed. */
export function checkLevel(
  row: PayrollRow,
  person: PersonFacts | undefined,
  month: MonthFacts,
  usable: Usable,
  find: Find,
): void {
  const minimum = knownMinimum(row, month, usable);
  if (minimum !== null && row.grossFen !== null && usable.all('grossFen', 'overtimeFen', 'backPayFen')) {
    const wage = wageOfMonth(row, row.grossFen);
    if (wage < minimum) find('wage.belowMinimum', { wage: yuan(wage), minimum: yuan(minimum) });
  }
  if (usable.all('hoursHundredths', 'daysHundredths', 'dayRateFen', 'overtimeFen'))
    checkOvertime(row, month, find);
  const column = row.payKind === 'PIECE_RATE' ? 'piecePriceFen' : 'dayRateFen';
  const [rate, agreed] = [row[column], person?.[column]];
  if (rate === null || agreed === undefined || rate >= agreed || !usable.all(column)) return;
  find('rate.belowAgreed', { ...RATE_WORDS[column], rate: yuan(rate), agreed: yuan(agreed) }, column);
}

/**
 * Hours beyond eight a day without a word of overtime pay: shown with what a working day's rate would make, no more.
 * @law WAG-3
 */
function checkOvertime(row: PayrollRow, { payMonth }: MonthFacts, find: Find): void {
  const { hoursHundredths, daysHundredths, dayRateFen, overtimeFen, payKind } = row;
  if (payKind !== 'TIME_RATE' || overtimeFen > 0 || dayRateFen === null) return;
  if (hoursHundredths === null || daysHundredths === null || daysHundredths === 0) return;
  const perDay = thresholdOn('payHoursPerDay', lastDayOf(payMonth));
  const times = thresholdOn('overtimeOnWorkingDay', lastDayOf(payMonth));
  if (perDay === null || typeof times !== 'number') return;
  const over = hoursHundredths - Math.floor((daysHundredths * perDay) / 100);
  if (over <= 0) return;
  const pay = shareOf(fractionOf(fen(dayRateFen), over, perDay, 'down'), times, 'down');
  find('overtime.unpaid', { hours: plainHundredths(over), pay: yuan(pay) });
}
