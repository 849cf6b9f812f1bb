import type { PeriodReport } from '../../../../server/core/contract/reports.ts';
import type { Words } from '../../../../server/core/alerts/rule.ts';
import type { FigureList, FigureRow } from '../../../../server/core/reports/figure.ts';
import type { PeriodFigure } from '../../../../server/core/reports/period-figures.ts';
import { closedList, PERIOD_FIGURES } from '../../../../server/core/reports/period-figures.ts';
import type { RouteLocationRaw } from 'vue-router';

/** One figure on screen: its definition, its value, and the list behind it. */
export interface Figure extends Pick<FigureRow, 'id' | 'words' | 'define' | 'unit'> {
  /** Null where nothing can be said, e.g. a rate of nothing. */
  value: number | null;
  list?: FigureList;
  /** What a reader would stumble over. */
  remark?: Words;
}
export interface FigureGroup {
  key: PeriodFigure['group'];
  figures: Figure[];
}
const GROUPS = ['complaints', 'cases', 'recovered', 'prevention'] as const;
/** Lists whose pages show what is not over unless they are asked for everything. */
const QUEUES: readonly string[] = ['/complaints', '/cases', '/alerts'];

/** The page of a list with the filters of its door. */
export const pageOf = ({ path, query }: FigureList): RouteLocationRaw => ({
  path,
  query: QUEUES.includes(path) && query['open'] === undefined ? { ...query, open: 'all' } : { ...query },
});

export const endingList = (report: PeriodReport, closureCode: string): FigureList =>
  closedList(report, { closureCode });

function shown({ value, list, remark, ...figure }: PeriodFigure, report: PeriodReport): Figure {
  const said = remark?.(report);
  return {
    ...figure,
    value: value(report),
    ...(list === undefined ? {} : { list: list(report) }),
    ...(said ? { remark: said } : {}),
  };
}

export const figureGroups = (report: PeriodReport): FigureGroup[] =>
  GROUPS.map((key) => ({
    key,
    figures: PERIOD_FIGURES.filter(({ group }) => group === key).map((row) => shown(row, report)),
  }));
