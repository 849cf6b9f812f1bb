import type { MatterPart } from '../contract/campaigns.ts';
import type { FigureList, FigureRow } from './figure.ts';
import { listOf } from './figure.ts';

/** Figures of the double-zero board of a winter campaign. */
export const CAMPAIGN_FIGURE_IDS = [
  ...(['campaignAtStart', 'campaignCame', 'campaignCleared', 'campaignOtherwise', 'campaignLeft'] as const),
  ...(['campaignOwedFen', 'campaignSeenFen', 'campaignLeftFen', 'campaignPerDay'] as const),
] as const;
export type CampaignFigureId = (typeof CAMPAIGN_FIGURE_IDS)[number];
export interface CampaignFigure extends FigureRow {
  readonly id: CampaignFigureId;
}

const CASES = {
  zh: '案件（立案日、结案日、结案方式），项目的投资性质和行业主管部门',
  en: 'Cases by the day filed and closed and how; investment and department of their projects',
};
const row = (
  id: CampaignFigureId,
  unit: FigureRow['unit'],
  [zh, en]: readonly [string, string],
  [defineZh, defineEn]: readonly [string, string],
): CampaignFigure => ({
  ...{ id, unit, source: CASES },
  ...{ words: { zh, en }, define: { zh: defineZh, en: defineEn } },
});

export const CAMPAIGN_FIGURES: readonly CampaignFigure[] = [
  row(
    'campaignAtStart',
    'pieces',
    ['行动开始时', 'At the start'],
    [
      '行动开始日期以前立案、到开始那天还没有结案的案件。',
      'Filed before the campaign and open when it began.',
    ],
  ),
  row('campaignCame', 'pieces', ['新增', 'New'], ['行动期间立案的案件。', 'Filed within the campaign.']),
  row(
    'campaignCleared',
    'pieces',
    ['已清零', 'Cleared'],
    [
      '行动期间以“已清偿”结案的案件：银行到账或者工人本人确认全部收到。答应支付的不算。',
      'Closed as paid within the campaign: credited by a bank or confirmed by the workers. Promises do not count.',
    ],
  ),
  row(
    'campaignOtherwise',
    'pieces',
    ['其他方式结案', 'Closed otherwise'],
    [
      '行动期间以其他方式结案的案件，例如查无欠薪、转仲裁、移送公安。不算清零，也不再剩余。',
      'Closed in another way, e.g. nothing found, arbitration, police. Not cleared, and not left either.',
    ],
  ),
  row(
    'campaignLeft',
    'pieces',
    ['剩余', 'Left'],
    ['行动开始时的加新增的，减去已清零和其他方式结案的。', 'At the start and new, less what is closed.'],
  ),
  row(
    'campaignOwedFen',
    'yuan',
    ['欠薪金额', 'Owed'],
    ['行动开始时和新增的案件人员与金额表上的欠薪合计。', 'Owed by the arrears sheets of all these cases.'],
  ),
  row(
    'campaignSeenFen',
    'yuan',
    ['已核实到账', 'Seen paid'],
    [
      '这些案件中银行到账或工人本人确认收到的金额。',
      'Credited by a bank or confirmed by the worker in these cases.',
    ],
  ),
  row(
    'campaignLeftFen',
    'yuan',
    ['剩余金额', 'Still owed'],
    ['剩余案件的欠薪减去已核实到账的。', 'Owed in the cases that are left, less what is seen.'],
  ),
  row(
    'campaignPerDay',
    'pieces',
    ['每天须清零', 'To clear a day'],
    [
      '剩余件数除以到清零日的天数（含今天），向上取整；清零日已过的不计算。',
      'What is left by the days to the day of zero, today included, rounded up; nothing once it has passed.',
    ],
  ),
];

export function campaignFigure(id: CampaignFigureId): CampaignFigure {
  const found = CAMPAIGN_FIGURES.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no figure ${id}`); // every id has its row: a test says so
  return found;
}

/** The cases behind a number of the board. */
export const mattersList = (
  campaignId: string,
  filters: Readonly<{ areaCode: string; counter?: string; part?: MatterPart; department?: string }>,
): FigureList =>
  listOf({ path: `/campaigns/${campaignId}/matters`, permission: 'campaigns.matters' }, filters);
