import { fen, formatYuan } from '../kit/money.ts';
import { payMonthOf } from '../kit/plain-date.ts';
import type { PayrollFinding } from './payroll-rules.ts';
import type { MonthFacts, PayrollRow, PersonFacts } from './payroll-row.ts';
import { plainHundredths } from './payroll-row.ts';

/**
 * What only shows when all rows lie side by side: the same person or card twice, a wage far above the others, somebody
 * who worked and is missing, and what could not be checked at all, said once.
 */
export function checkSheet(
  rows: readonly PayrollRow[],
  people: ReadonlyMap<string, PersonFacts>,
  month: MonthFacts,
): PayrollFinding[] {
  if (rows.length === 0) return [{ row: 0, rule: 'sheet.empty' }];
  return [
    ...notChecked(rows, people, month),
    ...findTwice(rows),
    ...findSharedCards(rows, people),
    ...findOutliers(rows, month),
    ...findUnsigned(rows),
    ...findAbsent(rows, people),
  ];
}

function notChecked(
  rows: readonly PayrollRow[],
  people: ReadonlyMap<string, PersonFacts>,
  { payMonth, today, minimumMonthlyFen, minimumHourlyFen, outlier }: MonthFacts,
): PayrollFinding[] {
  const unknown = rows.filter(({ personKey }) => {
    const person = personKey === null ? undefined : people.get(personKey);
    return person !== undefined && person.attendedHundredths === undefined;
  }).length;
  const isFuture = payMonth > payMonthOf(today);
  return [
    ...(isFuture ? [{ row: 0, rule: 'month.future', facts: { month: payMonth } } as const] : []),
    ...(minimumMonthlyFen === null && minimumHourlyFen === null
      ? [{ row: 0, rule: 'minimumWage.notSet' } as const]
      : []),
    ...(outlier === null ? [{ row: 0, rule: 'outlier.notSet' } as const] : []),
    ...(unknown > 0 ? [{ row: 0, rule: 'attendance.none', facts: { count: unknown } } as const] : []),
  ];
}

function findTwice(rows: readonly PayrollRow[]): PayrollFinding[] {
  const first = new Map<string, number>();
  const found: PayrollFinding[] = [];
  for (const { row, personKey } of rows) {
    if (personKey === null) continue;
    const before = first.get(personKey);
    if (before === undefined) first.set(personKey, row);
    else found.push({ row, rule: 'person.twice', facts: { first: before } });
  }
  return found;
}

/** More rows than this with one card are not listed one by one. */
const LISTED_ROWS = 5;

/** @law REG-31-1 */
function findSharedCards(
  rows: readonly PayrollRow[],
  people: ReadonlyMap<string, PersonFacts>,
): PayrollFinding[] {
  const owners = new Map<string, string>();
  for (const { personKey, cardKey } of people.values()) {
    if (cardKey !== undefined && !owners.has(cardKey)) owners.set(cardKey, personKey);
  }
  const byCard = new Map<string, PayrollRow[]>();
  for (const row of rows) {
    if (row.cardKey === null) continue;
    const others = byCard.get(row.cardKey);
    if (others === undefined) byCard.set(row.cardKey, [row]);
    else others.push(row);
  }
  const found: PayrollFinding[] = [];
  for (const [card, users] of byCard) {
    const owner = owners.get(card);
    const isShared = new Set(users.map(({ personKey, row }) => personKey ?? row)).size > 1;
    for (const { row, personKey } of users) {
      if (isShared) {
        const others = users.filter((user) => user.row !== row).map((user) => user.row);
        const listed = others.slice(0, LISTED_ROWS).join(', ') + (others.length > LISTED_ROWS ? ' …' : '');
        found.push({ row, rule: 'card.shared', facts: { rows: listed } });
      } else if (owner !== undefined && owner !== personKey && ownCardOf(personKey, people) !== card) {
        found.push({ row, rule: 'card.ofAnother' });
      }
    }
  }
  return found.sort((a, b) => a.row - b.row);
}

const ownCardOf = (personKey: string | null, people: ReadonlyMap<string, PersonFacts>): string | undefined =>
  personKey === null ? undefined : people.get(personKey)?.cardKey;

/**
 * A gross wage far above the middle of those paid the same way: a slipped decimal point or a wage collected for others.
 * The median, because one such row moves an average along with it; small sheets have no middle worth the name.
 * @example factor 300, median 6,000.00: 18,000.00 passes, 18,000.01 is shown
 */
function findOutliers(rows: readonly PayrollRow[], { outlier }: MonthFacts): PayrollFinding[] {
  if (outlier === null) return [];
  return (['TIME_RATE', 'PIECE_RATE'] as const).flatMap((kind) => {
    const same = rows.filter((row) => row.payKind === kind && (row.grossFen ?? 0) > 0);
    if (same.length < outlier.leastPeople) return [];
    const median = medianOf(same.map(({ grossFen }) => grossFen ?? 0));
    return same
      .filter(({ grossFen }) => (grossFen ?? 0) * 100 > median * outlier.timesMedianHundredths)
      .map(({ row, grossFen }) => ({
        row,
        rule: 'gross.outlier' as const,
        facts: { gross: formatYuan(fen(grossFen ?? 0)), median: formatYuan(fen(median)) },
      }));
  });
}

/** The middle one, of two middle ones the lower: an amount that was really paid. */
function medianOf(amounts: readonly number[]): number {
  const sorted = [...amounts].sort((a, b) => a - b);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}

/** Each row without a signature; a sheet nobody has signed on paper says so once. */
function findUnsigned(rows: readonly PayrollRow[]): PayrollFinding[] {
  const unsigned = rows.filter(({ isSigned }) => !isSigned);
  if (unsigned.length === rows.length) return [{ row: 0, rule: 'signature.none' }];
  return unsigned.map(({ row }) => ({ row, rule: 'signature.missing' }));
}

/** On the roster, seen at work, and not on the sheet. */
function findAbsent(rows: readonly PayrollRow[], people: ReadonlyMap<string, PersonFacts>): PayrollFinding[] {
  const listed = new Set(rows.map(({ personKey }) => personKey));
  return [...people.values()]
    .filter(({ personKey, attendedHundredths = 0 }) => attendedHundredths > 0 && !listed.has(personKey))
    .map(({ name, attendedHundredths = 0 }) => ({
      row: 0,
      rule: 'roster.absent' as const,
      facts: { name, attended: plainHundredths(attendedHundredths) },
    }));
}
