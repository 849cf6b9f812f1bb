import type { SheetColumn } from '../../core/contract/sheet-checks.ts';
import { parseYuanText } from '../../core/kit/money.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';

type Text = readonly [zh: string, en: string];
export type CellReading = { value: string | number | null } | { rule: string; says: Text };

const MAX_TEXT = 500;
/** A spreadsheet program keeps 15 digits of a number; what is longer has been changed without a word. */
const SURE_DIGITS = 15;
const ERROR_VALUES = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/u;

/** What a cell says as a value of its column: read by its digits, never through a float. */
export function readCell(value: unknown, column: SheetColumn): CellReading {
  if (value === null || value === undefined) return { value: null };
  if (value instanceof Date) return readDate(value, column);
  if (typeof value === 'number') {
    const text = digitsOf(value);
    if (text === null) return fault('longNumber', column);
    return READERS[column.kind](text, column);
  }
  if (typeof value !== 'string') return fault(RULES[column.kind], column);
  const text = plain(value);
  if (text === '') return { value: null };
  if (ERROR_VALUES.test(text)) return fault('error', column);
  if (text.length > (column.longest ?? MAX_TEXT)) return fault('tooLong', column);
  return READERS[column.kind](text, column);
}

const READERS: Readonly<Record<SheetColumn['kind'], (text: string, column: SheetColumn) => CellReading>> = {
  text: (text) => ({ value: text }),
  identity: (text) => ({ value: narrow(text).replace(/[\s-]/gu, '').toUpperCase() }),
  number: (text, column) => {
    const digits = narrow(text).replace(/(?<=\d),(?=\d{3}(?:\D|$))/gu, '');
    return /^-?\d{1,12}(?:\.\d{1,6})?$/u.test(digits) ? { value: Number(digits) } : fault('number', column);
  },
  amount: (text, column) => hundredths(text, column, 'amount'),
  quantity: (text, column) => hundredths(text, column, 'quantity'),
  day: (text, column) => {
    const match = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/u.exec(narrow(text));
    const [, year = '', month = match?.[4], day = match?.[5]] = match ?? [];
    const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return isPlainDate(written) && sensible(written) ? { value: written } : fault('day', column);
  },
  month: (text, column) => {
    const match = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/u.exec(narrow(text));
    const written = `${match?.[1]}-${(match?.[2] ?? match?.[3] ?? '').padStart(2, '0')}`;
    return isPlainDate(`${written}-01`) && sensible(written) ? { value: written } : fault('month', column);
  },
  choice: (text, column) => {
    const wanted = narrow(text).toLowerCase();
    const found = column.choices?.find(({ value, zh, en }) =>
      [value, zh, en].some((name) => name.normalize('NFKC').toLowerCase() === wanted),
    );
    return found === undefined ? fault('choice', column) : { value: found.value };
  },
};

const RULES: Readonly<Record<SheetColumn['kind'], keyof typeof SAYS>> = {
  text: 'text',
  identity: 'text',
  number: 'number',
  amount: 'amount',
  quantity: 'quantity',
  day: 'day',
  month: 'month',
  choice: 'choice',
};

function hundredths(text: string, column: SheetColumn, rule: 'amount' | 'quantity'): CellReading {
  const digits = narrow(text).replace(/\s/gu, '');
  const surplus = /\.\d\d(\d+)(?:元|$)/u.exec(digits)?.[1] ?? '';
  if (/[1-9]/u.test(surplus)) return fault('decimals', column);
  const value = parseYuanText(digits.replace(/(\.\d\d)0+(?=元|$)/u, '$1'));
  return value === null ? fault(rule, column) : { value };
}

function readDate(value: Date, column: SheetColumn): CellReading {
  if (Number.isNaN(value.getTime())) return fault(RULES[column.kind], column);
  const day = value.toISOString().slice(0, 10);
  if (column.kind === 'day') return sensible(day) ? { value: day } : fault('day', column);
  if (column.kind === 'month') return sensible(day) ? { value: day.slice(0, 7) } : fault('month', column);
  return column.kind === 'text' ? { value: day } : fault(RULES[column.kind], column);
}

/** A number as its cell shows it; null when digits were lost before it came here. */
function digitsOf(value: number): string | null {
  if (!Number.isFinite(value) || Math.abs(value) >= 10 ** SURE_DIGITS) return null;
  if (Number.isInteger(value)) return String(value);
  // The 16th and 17th digit are noise of arithmetic done in the sheet: 0.1 + 0.2.
  const text = String(Number(value.toPrecision(SURE_DIGITS)));
  if (!text.includes('e')) return text;
  return Number(value.toFixed(10)) === 0 ? '0' : null;
}

const sensible = (day: string): boolean => day >= '1900' && day < '2101';
/** Most cells: nothing in them needs a second look. */
const PLAIN = /^[\x20-\x7e\u4e00-\u9fff]*$/u;
const ASCII = /^[\x20-\x7e]*$/u;
/** Control and invisible characters become spaces. */
const plain = (text: string): string =>
  (PLAIN.test(text) ? text : text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')).trim();
/** Full-width digits and marks as the narrow ones. */
const narrow = (text: string): string => (ASCII.test(text) ? text : text.normalize('NFKC')).trim();

const SAYS = {
  longNumber: [
    '“{zh}”被存成了数字，超过 15 位的数字已被表格软件改动；请把这一列设为文本后重新填写',
    '“{en}” was typed as a number, and its digits beyond the 15th are lost; format the column as text and type it again',
  ],
  error: [
    '“{zh}”是错误值（如 #N/A），请改为实际内容',
    '“{en}” holds an error value; type what it should say',
  ],
  tooLong: ['“{zh}”超过 {longest} 个字', '“{en}” is longer than {longest} characters'],
  text: ['“{zh}”不是文字', '“{en}” is no text'],
  number: ['“{zh}”不是数字', '“{en}” is no number'],
  amount: ['“{zh}”不是金额，请填写数字，如 5200.00', '“{en}” is no amount; write digits such as 5200.00'],
  quantity: ['“{zh}”不是数量，请填写数字，如 21.5', '“{en}” is no quantity; write digits such as 21.5'],
  decimals: ['“{zh}”多于两位小数', '“{en}” has more than two decimals'],
  day: ['“{zh}”不是日期，请写成 2026-10-31', '“{en}” is no day; write it as 2026-10-31'],
  month: ['“{zh}”不是月份，请写成 2026-10', '“{en}” is no month; write it as 2026-10'],
  choice: ['“{zh}”只能填：{choices}', '“{en}” takes only: {choicesEn}'],
  required: ['“{zh}”没有填写', '“{en}” is missing'],
  formula: ['“{zh}”是公式，请复制后“粘贴为数值”', '“{en}” holds a formula; copy it and paste it as a value'],
} as const satisfies Record<string, Text>;

/** A fault of a cell: its rule `cell.<name>` and what to do about it. */
export function fault(name: keyof typeof SAYS, column: SheetColumn): { rule: string; says: Text } {
  const choices = column.choices ?? [];
  const words: Record<string, string> = {
    zh: column.zh,
    en: column.en,
    longest: String(column.longest ?? MAX_TEXT),
    choices: choices.map(({ zh }) => zh).join('、'),
    choicesEn: choices.map(({ en }) => en).join(', '),
  };
  const fill = (text: string): string => text.replace(/\{(\w+)\}/gu, (_, key: string) => words[key] ?? '');
  return { rule: `cell.${name}`, says: [fill(SAYS[name][0]), fill(SAYS[name][1])] };
}
