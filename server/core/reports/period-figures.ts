import type { PeriodReport } from '../contract/reports.ts';
import type { Words } from '../alerts/rule.ts';
import type { FigureList, FigurePlace, FigureRow, FigureUnit } from './figure.ts';
import { CASES_DOOR, COMPLAINTS_DOOR, listOf } from './figure.ts';

/** A figure of a period: how it is read off the report, and the list behind it. */
export interface PeriodFigure extends FigureRow {
  readonly id: PeriodFigureId;
  readonly group: 'complaints' | 'cases' | 'recovered' | 'prevention';
  /** Null where nothing can be said. */
  readonly value: (report: PeriodReport) => number | null;
  /** What a reader would stumble over, said wherever the figure stands. */
  readonly remark?: (report: PeriodReport) => Words | null;
  readonly list?: (place: FigurePlace) => FigureList;
}
export const PERIOD_FIGURE_IDS = [
  ...(['complaintsReceived', 'complaintsAccepted', 'complaintsRefused', 'complaintsTransferred'] as const),
  ...(['complaintsWithdrawn', 'casesFiled', 'casesClosed', 'closingRate', 'workers'] as const),
  ...(['owedFen', 'amountFen', 'inspections', 'leaflets', 'vehicles', 'people'] as const),
  ...(['slogans', 'consultations'] as const),
] as const;
export type PeriodFigureId = (typeof PERIOD_FIGURE_IDS)[number];

const COMPLAINTS = { zh: '投诉举报登记（来件日、决定日）', en: 'Complaints, by the day received or decided' };
const CASES = { zh: '案件（立案日、结案日）', en: 'Cases, by the day filed or closed' };
const CLAIMS = {
  zh: '期间内结案案件的人员与金额表',
  en: 'Arrears sheets of the cases closed in the period',
};
const PAYMENTS = {
  zh: '期间内结案案件的到账记录：银行到账、工人本人确认',
  en: 'Payments of the cases closed in the period: bank credits, workers’ own words',
};
const VISITS = { zh: '检查记录（检查日）', en: 'Inspections, by day' };
const OUTREACH = { zh: '宣传记录（活动日）', en: 'Outreach log, by day' };

export const receivedList = (
  { areaCode, from, to }: FigurePlace,
  more: Record<string, string> = {},
): FigureList => listOf(COMPLAINTS_DOOR, { receivedFrom: from, receivedTo: to, areaCode, ...more });
const decidedList =
  (decided: string) =>
  ({ areaCode, from, to }: FigurePlace): FigureList =>
    listOf(COMPLAINTS_DOOR, { decided, decidedFrom: from, decidedTo: to, areaCode });
export const closedList = (
  { areaCode, from, to }: FigurePlace,
  more: Record<string, string> = {},
): FigureList => listOf(CASES_DOOR, { closedFrom: from, closedTo: to, areaCode, ...more });
const filedList = ({ areaCode, from, to }: FigurePlace): FigureList =>
  listOf(CASES_DOOR, { filedFrom: from, filedTo: to, areaCode });
const visitsList = ({ areaCode, from, to }: FigurePlace): FigureList =>
  listOf({ path: '/inspections', permission: 'inspections.list' }, { from, to, areaCode, kind: 'ROUTINE' });
const outreachList = ({ areaCode, from, to }: FigurePlace): FigureList =>
  listOf({ path: '/outreach', permission: 'outreach.list' }, { from, to, areaCode });

const WHOLE = 10_000;
const MORE_THAN_CAME_IN = {
  zh: '结案比收到的多：也结了以前收到的，或不是投诉举报引起的案件',
  en: 'more were closed than came in: earlier matters too, or cases without a complaint',
};

type Of = Pick<PeriodFigure, 'group' | 'source' | 'list'>;
const complaints = (list: PeriodFigure['list']): Of => ({
  group: 'complaints',
  source: COMPLAINTS,
  ...(list === undefined ? {} : { list }),
});
const outreach = (
  id: 'leaflets' | 'vehicles' | 'people' | 'slogans' | 'consultations',
  unit: FigureUnit,
  [zh, en]: readonly [string, string],
  [defineZh, defineEn]: readonly [string, string],
): PeriodFigure => ({
  ...{ id, unit, group: 'prevention', source: OUTREACH, list: outreachList },
  ...{ words: { zh, en }, define: { zh: defineZh, en: defineEn } },
  value: (report) => report.outreach[id],
});

export const PERIOD_FIGURES: readonly PeriodFigure[] = [
  {
    ...{ id: 'complaintsReceived', unit: 'pieces', ...complaints((place) => receivedList(place)) },
    words: { zh: '收到投诉举报', en: 'Received' },
    define: {
      zh: '在期间内收到的投诉和举报，各渠道合计，一件算一次。',
      en: 'Complaints and reports received in the period through any channel, each counted once.',
    },
    value: (report) => report.complaintsReceived,
  },
  {
    ...{ id: 'complaintsAccepted', unit: 'pieces', ...complaints(decidedList('accepted')) },
    words: { zh: '受理', en: 'Accepted' },
    define: { zh: '在期间内决定受理的件数。', en: 'Decided to be accepted within the period.' },
    value: (report) => report.complaintsAccepted,
  },
  {
    ...{ id: 'complaintsRefused', unit: 'pieces', ...complaints(decidedList('refused')) },
    words: { zh: '不予受理', en: 'Refused' },
    define: { zh: '在期间内经批准不予受理的件数。', en: 'Refused with approval within the period.' },
    value: (report) => report.complaintsRefused,
  },
  {
    ...{ id: 'complaintsTransferred', unit: 'pieces', ...complaints(decidedList('transferred')) },
    words: { zh: '转办', en: 'Transferred' },
    define: {
      zh: '在期间内由其他地区或部门接收的件数。',
      en: 'Taken over by another area or department within the period.',
    },
    value: (report) => report.complaintsTransferred,
  },
  {
    ...{ id: 'complaintsWithdrawn', unit: 'pieces', ...complaints(decidedList('withdrawn')) },
    words: { zh: '撤回', en: 'Withdrawn' },
    define: {
      zh: '在期间内经核实撤回的件数。',
      en: 'Withdrawn within the period, after it was confirmed.',
    },
    value: (report) => report.complaintsWithdrawn,
  },
  {
    ...{ id: 'casesFiled', unit: 'pieces', group: 'cases', source: CASES, list: filedList },
    words: { zh: '立案', en: 'Cases filed' },
    define: {
      zh: '在期间内立案的案件数。几件投诉可以并成一个案件。',
      en: 'Cases filed within the period. Several complaints may join one case.',
    },
    value: (report) => report.casesFiled,
  },
  {
    ...{ id: 'casesClosed', unit: 'pieces', group: 'cases', source: CASES },
    words: { zh: '结案', en: 'Cases closed' },
    define: {
      zh: '在期间内结案的案件数，各种结案方式都算。',
      en: 'Cases closed within the period, whatever the ending.',
    },
    value: (report) => report.casesClosed,
    list: (place) => closedList(place),
  },
  {
    ...{ id: 'closingRate', unit: 'percent', group: 'cases' },
    source: { zh: '上面两个指标', en: 'The two figures above' },
    words: { zh: '结案率', en: 'Closing rate' },
    define: {
      zh: '期间内结案数除以期间内收到的投诉举报数，不管结的是不是这期间收到的，所以可以超过 100%；一件都没收到时不计算。',
      en: 'Cases closed by complaints received, both in the period, whether or not they are the same matters: it may exceed 100%. Not computed when none came in.',
    },
    value: (report) => report.closingRate,
    remark: ({ closingRate }) => ((closingRate ?? 0) > WHOLE ? MORE_THAN_CAME_IN : null),
  },
  {
    ...{ id: 'workers', unit: 'people', group: 'recovered', source: CLAIMS },
    words: { zh: '涉及人数', en: 'People' },
    define: {
      zh: '期间内结案的案件中欠薪的人，同一个人只算一次。',
      en: 'People who were owed in the cases closed in the period, each counted once.',
    },
    value: (report) => report.workers,
    list: (place) => closedList(place),
  },
  {
    ...{ id: 'owedFen', unit: 'yuan', group: 'recovered', source: CLAIMS },
    words: { zh: '欠薪金额', en: 'Owed' },
    define: {
      zh: '期间内结案的案件中欠薪金额合计。',
      en: 'Owed in the cases closed in the period.',
    },
    value: (report) => report.owedFen,
    list: (place) => closedList(place),
  },
  {
    ...{ id: 'amountFen', unit: 'yuan', group: 'recovered', source: PAYMENTS },
    words: { zh: '追回金额', en: 'Recovered' },
    define: {
      zh: '期间内结案的案件中，银行到账或工人本人确认收到的金额合计。承诺支付的不算。',
      en: 'Credited by a bank or confirmed by the worker in the cases closed in the period. Promises do not count.',
    },
    value: (report) => report.amountFen,
    list: (place) => closedList(place),
  },
  {
    ...{ id: 'inspections', unit: 'employers', group: 'prevention', source: VISITS, list: visitsList },
    words: { zh: '日常巡查户数', en: 'Companies inspected' },
    define: {
      zh: '期间内日常巡视检查过的单位，同一单位只算一户。',
      en: 'Companies visited on routine inspections in the period, each counted once.',
    },
    value: (report) => report.inspections,
  },
  outreach(
    'leaflets',
    'copies',
    ['宣传资料', 'Leaflets'],
    ['期间内宣传记录中发放的资料份数合计。', 'Leaflets handed out, summed over the outreach of the period.'],
  ),
  outreach(
    'vehicles',
    'trips',
    ['出动车辆', 'Vehicle trips'],
    ['期间内宣传记录中出动车次合计。', 'Vehicle trips, summed over the outreach of the period.'],
  ),
  outreach(
    'people',
    'times',
    ['宣传人员', 'People sent'],
    ['期间内宣传记录中参加人次合计。', 'People sent, summed over the outreach of the period.'],
  ),
  outreach(
    'slogans',
    'strips',
    ['标语', 'Slogans'],
    ['期间内宣传记录中张挂标语合计。', 'Slogans put up, summed over the outreach of the period.'],
  ),
  outreach(
    'consultations',
    'times',
    ['解答咨询', 'Questions answered'],
    ['期间内宣传记录中解答咨询人次合计。', 'Questions answered, summed over the outreach of the period.'],
  ),
];

export function periodFigure(id: PeriodFigureId): PeriodFigure {
  const found = PERIOD_FIGURES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`); // every id has its row: a test says so
  return found;
}
