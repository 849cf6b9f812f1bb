import { checkCitizenId, isMobile } from '../../../../server/core/kit/identity-numbers.ts';
import { allocateFen, formatYuan, parseYuanText, type Fen } from '../../../../server/core/kit/money.ts';
import { isPayMonth, type PayMonth, type PlainDate } from '../../../../server/core/kit/plain-date.ts';
import { emptyPerson, type PersonRow } from './person-row.ts';

/** What was read out of rows copied from a workbook. */
export interface PeopleRead {
  rows: PersonRow[];
  /** Months named in the heading. */
  months: PayMonth[];
  /** Lines that hold something and yet no name: shown, never dropped in silence. */
  unread: string[];
  /** Rows whose one amount was shared out evenly over the months. */
  shared: number;
  /** Rows whose amounts could not be told apart, and numbers that the workbook has already rounded. */
  doubtful: string[];
}

const MOST_ROWS = 500;
/** 2026-03, 2026/3, 2026.03, 2026 nian 3 yue. */
const MONTH = /^(20\d\d)\s*[-/.\u5e74]\s*(\d{1,2})\s*\u6708?$/u;
const MONTH_ALONE = /^(\d{1,2})\s*\u6708/u;
const ROUNDED = /^\d(?:\.\d+)?E\+?\d+$/iu;
const NAME = /^[\p{Script=Han}\u00b7A-Za-z .]{2,30}$/u;

function monthOf(cell: string, chosen: readonly PayMonth[]): PayMonth | undefined {
  const full = MONTH.exec(cell);
  const alone = MONTH_ALONE.exec(cell);
  if (full) {
    const month = `${full[1]}-${(full[2] ?? '').padStart(2, '0')}`;
    return isPayMonth(month) ? month : undefined;
  }
  return alone ? chosen.find((one) => Number(one.slice(5)) === Number(alone[1])) : undefined;
}

/**
 * Reads rows as they are copied from a workbook, whatever the order of the columns: each cell says itself what it is
 * (18 places are a citizen id, 11 a mobile phone, 13 to 19 a bank card, money is money). A heading with months names
 * the columns of amounts.
 */
export function readPeople(text: string, chosen: readonly PayMonth[], today: PlainDate): PeopleRead {
  const read: PeopleRead = { rows: [], months: [], unread: [], shared: 0, doubtful: [] };
  const columns = new Map<number, PayMonth>();
  // Cells of a workbook are parted by tabs; commas part them only where there is not one tab.
  const separator = text.includes('\t') ? '\t' : /[,\uff0c;\uff1b]/u;
  for (const line of text.split(/\r?\n/).slice(0, MOST_ROWS + 20)) {
    if (line.trim() === '') continue;
    const cells = line.split(separator).map((cell) => cell.trim());
    const named = cells.map((cell) => monthOf(cell, chosen));
    if (named.some((month) => month !== undefined)) {
      named.forEach((month, at) => month && columns.set(at, month));
      continue;
    }
    const isHeading = columns.size === 0 && read.rows.length === 0 && !/\d/.test(line);
    if (isHeading && cells.length > 1) continue;
    readRow(cells, line, [...new Set([...chosen, ...columns.values()])].sort(), columns, today, read);
  }
  read.months = [...new Set(columns.values())].sort();
  return read;
}

function readRow(
  cells: readonly string[],
  line: string,
  months: readonly PayMonth[],
  columns: ReadonlyMap<number, PayMonth>,
  today: PlainDate,
  read: PeopleRead,
): void {
  const row = emptyPerson();
  const money: Fen[] = [];
  cells.forEach((cell, at) => {
    const bare = cell.replace(/[\s-]/g, '');
    if (cell === '' || (at === 0 && /^\d{1,3}$/.test(cell))) return; // the sheet's own running number
    const month = columns.get(at);
    if (ROUNDED.test(cell)) read.doubtful.push(line.trim());
    else if (month !== undefined) row.amounts[month] = cell;
    else if (/^\d{17}[\dX]$/i.test(bare) && looksLikeCitizenId(bare, today))
      row.citizenId = bare.toUpperCase();
    else if (isMobile(bare)) row.phone = bare;
    else if (/^\d{13,19}$/.test(bare)) row.bankCard = bare;
    else if (row.name === '' && NAME.test(cell)) row.name = cell;
    else {
      const amount = parseYuanText(cell);
      if (amount !== null) money.push(amount);
    }
  });
  if (row.name === '' && row.citizenId === '' && row.phone === '') return void read.unread.push(line.trim());
  if (columns.size === 0) spread(row, money, months, read);
  read.rows.push(row);
}

/** Born in a year that can be: a wrong check digit stays a citizen id, so that the person is told, not the bank card. */
function looksLikeCitizenId(bare: string, today: PlainDate): boolean {
  const found = checkCitizenId(bare, today);
  return found.ok || found.fault === 'checkDigit' || /[X]$/i.test(bare);
}

function spread(row: PersonRow, money: readonly Fen[], months: readonly PayMonth[], read: PeopleRead): void {
  const parts = money.length === months.length + 1 && isSum(money) ? money.slice(0, -1) : money;
  const [only] = parts;
  if (parts.length === 0 || months.length === 0 || only === undefined) return;
  if (parts.length === months.length) {
    months.forEach((month, at) => (row.amounts[month] = formatYuan(parts[at] ?? only, { grouping: false })));
    return;
  }
  if (parts.length > 1) return void read.doubtful.push(row.name);
  const shares = allocateFen(
    only,
    months.map(() => 1),
  );
  months.forEach((month, at) => (row.amounts[month] = formatYuan(shares[at] ?? only, { grouping: false })));
  read.shared += 1;
}

const isSum = (money: readonly Fen[]): boolean =>
  money.slice(0, -1).reduce((sum: number, part) => sum + part, 0) === money.at(-1);
