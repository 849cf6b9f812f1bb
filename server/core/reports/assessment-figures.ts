import type { Coverage, CoverageItem } from '../contract/dashboard.ts';
import { COVERAGE_ITEMS } from '../contract/dashboard.ts';
import type { PeriodReport } from '../contract/reports.ts';
import { COVERAGE_FIGURES, dashboardFigure } from './dashboard-figures.ts';
import { sitesList, truthList } from './dashboard-lists.ts';
import type { FigureList, FigurePlace, FigureRow } from './figure.ts';
import { basisPoints, listOf } from './figure.ts';
import type { PeriodFigureId } from './period-figures.ts';
import { closedList, periodFigure } from './period-figures.ts';

/** What the yearly sheet is computed from: the records of the year, and how sites stood on its last day or today. */
export interface AssessmentReadings {
  report: PeriodReport;
  /** Absent where nothing was kept of that day. */
  coverage?: readonly Coverage[];
  /** The newest sample of the area, where so many answered that a rate may be told. */
  sampledPaid?: number;
  replies: { sent: number; inTime: number };
  incidents: { reported: number; extreme: number; sizes?: readonly { atLeast: number; count: number }[] };
}

/** A figure a criterion may be computed from: how it is read, and the list behind it. */
export interface AssessmentFigure extends FigureRow {
  readonly value: (readings: AssessmentReadings) => number | null;
  readonly list?: (place: FigurePlace, readings: AssessmentReadings) => FigureList;
}

/** Figures that only the yearly sheet tells. */
export const ASSESSMENT_FIGURE_IDS = [
  ...(['assessPaidShare', 'assessPaidCases', 'assessRepliesInTime'] as const),
  ...(['assessIncidents', 'assessBigIncidents'] as const),
] as const;

const CASES = { zh: '当年结案的案件', en: 'Cases closed within the year' };
const INCIDENTS = { zh: '集体讨薪事件（上报日）', en: 'Group incidents, by the day reported' };

const incidentsList = ({ areaCode, from, to }: FigurePlace, atLeast?: number): FigureList =>
  listOf(
    { path: '/incidents', permission: 'incidents.list' },
    { areaCode, from, to, atLeast: atLeast?.toString() },
  );
const largest = ({ incidents: { sizes = [] } }: AssessmentReadings) =>
  sizes.reduce<(typeof sizes)[number] | undefined>(
    (most, one) => (most === undefined || one.atLeast > most.atLeast ? one : most),
    undefined,
  );

export const ASSESSMENT_FIGURES: readonly AssessmentFigure[] = [
  {
    ...{ id: 'assessPaidShare', unit: 'percent', source: CASES },
    words: { zh: '欠薪清偿率', en: 'Share of wages paid' },
    define: {
      zh: '当年结案的案件中，银行到账或工人本人确认的金额除以欠薪金额。答应支付的不算。',
      en: 'Credited or confirmed by owed, of the cases closed within the year. Promises do not count.',
    },
    value: ({ report: { amountFen, owedFen } }) => basisPoints(amountFen, owedFen),
    list: (place) => closedList(place),
  },
  {
    ...{ id: 'assessPaidCases', unit: 'percent', source: CASES },
    words: { zh: '全部清偿的案件占比', en: 'Cases closed as paid' },
    define: {
      zh: '当年以“已清偿”结案的案件除以当年结案的案件。',
      en: 'Closed as paid by closed, within the year.',
    },
    value: ({ report: { byClosure, casesClosed } }) => basisPoints(byClosure.PAID ?? 0, casesClosed),
    list: (place) => closedList(place, { closureCode: 'PAID' }),
  },
  {
    ...{ id: 'assessRepliesInTime', unit: 'percent' },
    source: { zh: '部门任务（发出日）', en: 'Tasks of departments, by the day sent' },
    words: { zh: '部门任务按期答复率', en: 'Tasks answered in time' },
    define: {
      zh: '当年发给各部门的任务中，在期限内答复的除以发出的。撤回的不计，还没有答复的算没有按期。',
      en: 'Answered within their day by sent, of the tasks sent within the year. Withdrawn ones are left out; what is not answered is not in time.',
    },
    value: ({ replies: { sent, inTime } }) => basisPoints(inTime, sent),
  },
  {
    ...{ id: 'assessIncidents', unit: 'pieces', source: INCIDENTS },
    words: { zh: '集体讨薪事件', en: 'Group incidents' },
    define: { zh: '当年上报的集体讨薪事件。', en: 'Reported within the year.' },
    value: ({ incidents: { reported } }) => reported,
    list: (place) => incidentsList(place),
  },
  {
    ...{ id: 'assessBigIncidents', unit: 'pieces', source: INCIDENTS },
    words: { zh: '最大人数分级的集体讨薪事件', en: 'Incidents of the largest size' },
    define: {
      zh: '当年上报、人数达到本地最大一级分级的集体讨薪事件；本地没有设定分级的不计算。',
      en: 'Reported within the year with at least as many people as the largest size the area has set; not told without one.',
    },
    value: (readings) => largest(readings)?.count ?? null,
    list: (place, readings) => incidentsList(place, largest(readings)?.atLeast),
  },
];

const PERIOD_IDS = [
  ...(['closingRate', 'complaintsReceived', 'casesClosed', 'amountFen', 'inspections'] as const),
  ...(['leaflets', 'people', 'consultations'] as const),
] satisfies readonly PeriodFigureId[];

const ofPeriod = (id: PeriodFigureId): AssessmentFigure => {
  const { words, define, unit, source, value, list } = periodFigure(id);
  return {
    ...{ id, words, define, unit, source, value: ({ report }) => value(report) },
    ...(list === undefined ? {} : { list }),
  };
};
const ofCoverage = (item: CoverageItem): AssessmentFigure => ({
  ...dashboardFigure(COVERAGE_FIGURES[item]),
  value: ({ coverage }) => coverage?.find((one) => one.item === item)?.rate ?? null,
  list: ({ areaCode }) => sitesList(areaCode, { item, lacks: 'true' }),
});

/** Everything a criterion may be computed from; each figure is defined once, where it is reported. */
export const CRITERION_FIGURES: ReadonlyMap<string, AssessmentFigure> = new Map(
  [
    ...ASSESSMENT_FIGURES,
    ...PERIOD_IDS.map(ofPeriod),
    ...COVERAGE_ITEMS.map(ofCoverage),
    {
      ...dashboardFigure('sampledPaidRate'),
      value: ({ sampledPaid }: AssessmentReadings) => sampledPaid ?? null,
      list: ({ areaCode }: FigurePlace) => truthList(areaCode),
    },
  ].map((one) => [one.id, one]),
);
