import type { Locale } from '../../core/contract/accounts.ts';
import { CLOSURE_CODES } from '../../core/contract/cases.ts';
import { LEAD_CHANNELS } from '../../core/contract/complaints.ts';
import type { PeriodReport } from '../../core/contract/reports.ts';
import type { Fen } from '../../core/kit/money.ts';
import { formatYuan } from '../../core/kit/money.ts';
import { CLOSURE_WORDS } from '../cases/index.ts';
import { CHANNEL_WORDS, FIGURE_WORDS, SHEET_WORDS, UNITS } from './report-words.ts';
import type { Sheet } from '../../platform/tables/index.ts';

type Line = readonly [name: string, value: number | string | null, unit: string];

const yuan = (amount: Fen): number => Number(formatYuan(amount, { grouping: false }));

/** The figures as lines of name, value and unit: a sheet of the workbook, and what the command line prints. */
export function figureLines(report: PeriodReport, locale: Locale): Line[] {
  const say = sayIn(locale);
  const line = (
    name: keyof typeof FIGURE_WORDS,
    value: number | null,
    unit: keyof typeof UNITS = 'pieces',
  ): Line => [say(FIGURE_WORDS[name]), value, say(UNITS[unit])];
  const { outreach, closingRate } = report;
  return [
    line('inspections', report.inspections, 'employers'),
    line('complaintsReceived', report.complaintsReceived),
    line('complaintsAccepted', report.complaintsAccepted),
    line('complaintsRefused', report.complaintsRefused),
    line('complaintsTransferred', report.complaintsTransferred),
    line('complaintsWithdrawn', report.complaintsWithdrawn),
    line('casesFiled', report.casesFiled),
    line('casesClosed', report.casesClosed),
    line('closingRate', closingRate === null ? null : closingRate / 100, 'percent'),
    line('workers', report.workers, 'people'),
    line('owedFen', yuan(report.owedFen), 'yuan'),
    line('amountFen', yuan(report.amountFen), 'yuan'),
    line('leaflets', outreach.leaflets, 'copies'),
    line('vehicles', outreach.vehicles, 'trips'),
    line('people', outreach.people, 'times'),
    line('slogans', outreach.slogans, 'strips'),
    line('consultations', outreach.consultations, 'times'),
  ];
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
      pairs(LEAD_CHANNELS, report.byChannel, (one) => say(CHANNEL_WORDS[one])),
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
