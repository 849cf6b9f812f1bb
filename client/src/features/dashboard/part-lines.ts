import type { AreaRow, Coverage, IndustryRow } from '../../../../server/core/contract/dashboard.ts';
import { COVERAGE_FIGURES, dashboardFigure } from '../../../../server/core/reports/dashboard-figures.ts';
import {
  openCasesList,
  openComplaintsList,
  sitesList,
} from '../../../../server/core/reports/dashboard-lists.ts';
import type { DashboardFigureId } from '../../../../server/core/reports/dashboard-figure.ts';
import type { Words } from '../../../../server/core/alerts/rule.ts';
import { percentText } from '../../format/parameter-value.ts';
import type { PartCell, PartLine } from './part-table.vue';

/** How the page tells things: words in its language, money, and what stands where nothing can be said. */
export interface Telling {
  say: (words: Words) => string;
  area: (code: string) => string;
  yuan: (fen: number) => string;
  overdue: { complaints: string; cases: string };
  nothing: string;
}
const word = (id: DashboardFigureId, { say }: Telling): string => say(dashboardFigure(id).words);
const count = (key: string, heading: string, value: number, more: Partial<PartCell>): PartCell => ({
  ...{ key, heading, text: String(value), none: value === 0, ...more },
});

const rateCells = (
  coverage: readonly Coverage[],
  telling: Telling,
  listOf: (item: Coverage['item']) => Partial<PartCell>,
): PartCell[] =>
  coverage.map((one) => ({
    ...{ key: one.item, heading: word(COVERAGE_FIGURES[one.item], telling) },
    text: one.rate === null ? telling.nothing : `${percentText(one.rate)}%`,
    ...{ none: one.done === one.of, ...listOf(one.item) },
  }));

export const areaLines = (rows: readonly AreaRow[], telling: Telling): PartLine[] =>
  rows.map((row) => {
    const at = row.areaCode;
    return {
      ...{ key: at, name: telling.area(at) },
      to: row.hasParts ? { path: '/dashboard', query: { areaCode: at } } : undefined,
      cells: [
        count('complaints', word('openComplaints', telling), row.complaints, {
          list: openComplaintsList(at),
        }),
        count('complaintsOverdue', telling.overdue.complaints, row.complaintsOverdue, {
          ...{ tone: 'danger', list: openComplaintsList(at, { due: 'overdue' }) },
        }),
        count('cases', word('openCases', telling), row.cases, { list: openCasesList(at) }),
        count('casesOverdue', telling.overdue.cases, row.casesOverdue, {
          ...{ tone: 'danger', list: openCasesList(at, { due: 'overdue' }) },
        }),
        count('owedFen', word('openOwedFen', telling), row.owedFen, {
          ...{ text: telling.yuan(row.owedFen), list: openCasesList(at) },
        }),
        count('seenFen', word('openSeenFen', telling), row.seenFen, {
          ...{ text: telling.yuan(row.seenFen), list: openCasesList(at) },
        }),
        count('red', word('sitesRed', telling), row.red, {
          ...{ tone: 'danger', list: sitesList(at, { level: 'red' }) },
        }),
        count('yellow', word('sitesYellow', telling), row.yellow, {
          ...{ tone: 'warning', list: sitesList(at, { level: 'yellow' }) },
        }),
      ],
    };
  });

export const industryLines = (rows: readonly IndustryRow[], areaCode: string, telling: Telling): PartLine[] =>
  rows.map((row) => {
    const of = { industry: row.industry };
    return {
      ...{ key: row.industry, name: telling.say(row.name) },
      cells: [
        count('projects', word('sites', telling), row.projects, { list: sitesList(areaCode, of) }),
        count('red', word('sitesRed', telling), row.red, {
          ...{ tone: 'danger', list: sitesList(areaCode, { ...of, level: 'red' }) },
        }),
        count('yellow', word('sitesYellow', telling), row.yellow, {
          ...{ tone: 'warning', list: sitesList(areaCode, { ...of, level: 'yellow' }) },
        }),
        ...rateCells(row.coverage, telling, (item) => ({
          list: sitesList(areaCode, { ...of, item, lacks: 'true' }),
        })),
      ],
    };
  });
