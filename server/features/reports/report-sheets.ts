import type { Locale } from '../../core/contract/accounts.ts';
import { CLOSURE_CODES } from '../../core/contract/cases.ts';
import { LEAD_CHANNELS } from '../../core/contract/complaints.ts';
import type { PeriodReport } from '../../core/contract/reports.ts';
import { fen, formatYuan } from '../../core/kit/money.ts';
import type { FigureUnit } from '../../core/reports/figure.ts';
import { FIGURE_UNITS } from '../../core/reports/figure.ts';
import { PERIOD_FIGURES } from '../../core/reports/period-figures.ts';
import { CLOSURE_WORDS } from '../cases/index.ts';
import { CHANNEL_WORDS } from '../complaints/index.ts';
import { SHEET_WORDS } from './report-words.ts';
import type { Sheet } from '../../platform/tables/index.ts';

type Line = readonly [name: string, value: number | string | null, unit: string];

/** As it is read: yuan and per cent, not fen and basis points. */
function read(value: number | null, unit: FigureUnit): number | null {
  if (value === null) return null;
  if (unit === 'yuan') return Number(formatYuan(fen(value), { grouping: false }));
  return unit === 'percent' ? value / 100 : value;
}

/** The figures as lines of name, value and unit: a sheet of the workbook, and what the command line prints. */
export function figureLines(report: PeriodReport, locale: Locale): Line[] {
  const say = sayIn(locale);
  return PERIOD_FIGURES.map(({ words, unit, value, remark }) => {
    const said = remark?.(report);
    const beside = said ? `    ${say(said)}` : '';
    return [say(words), read(value(report), unit), `${say(FIGURE_UNITS[unit])}${beside}`];
  });
}

type Said = Readonly<{ zh: string; en: string }>;
const sayIn =
  (locale: Locale) =>
  (one: Said): string =>
    locale === 'en' ? one.en : one.zh;

/** The report as sheets: figures, channels, months and closures. */
export function reportSheets(report: PeriodReport, locale: Locale): Sheet[] {
  const say = sayIn(locale);
  const counted = (title: Said, heading: Said, rows: [string, number][]): Sheet => ({
    title: say(title),
    headings: [
      { text: say(heading), kind: 'text' },
      { text: say(SHEET_WORDS.pieces), kind: 'number' },
    ],
    rows,
  });
  return [
    {
      title: say(SHEET_WORDS.figures),
      headings: [
        { text: say(SHEET_WORDS.figure), kind: 'text' },
        { text: say(SHEET_WORDS.value), kind: 'number' },
        {
          text: `${say(SHEET_WORDS.unit)}    ${report.areaName} ${report.from} — ${report.to}`,
          kind: 'text',
        },
      ],
      rows: figureLines(report, locale),
    },
    counted(
      SHEET_WORDS.channels,
      SHEET_WORDS.channel,
      pairs(LEAD_CHANNELS, report.byChannel, (one) => CHANNEL_WORDS[one][locale]),
    ),
    {
      title: say(SHEET_WORDS.months),
      headings: [
        { text: say(SHEET_WORDS.month), kind: 'text' },
        { text: say(SHEET_WORDS.received), kind: 'number' },
        { text: say(SHEET_WORDS.closed), kind: 'number' },
        { text: say(SHEET_WORDS.paid), kind: 'fen' },
      ],
      rows: report.byMonth.map(({ month, received, closed, amountFen }) => [
        month,
        received,
        closed,
        amountFen,
      ]),
    },
    counted(
      SHEET_WORDS.closures,
      SHEET_WORDS.closure,
      pairs(CLOSURE_CODES, report.byClosure, (one) => CLOSURE_WORDS[one][locale]),
    ),
  ];
}

/** What there is, in the order of the list, each under its word. */
const pairs = <Name extends string>(
  names: readonly Name[],
  counts: Partial<Record<Name, number>>,
  say: (name: Name) => string,
): [string, number][] =>
  names.flatMap((name) => (counts[name] === undefined ? [] : [[say(name), counts[name]]]));
