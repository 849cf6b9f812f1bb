import type { AssessmentGroup, Criterion } from './criteria.ts';

const WHOLE = 10_000;
const row = (id: string, group: AssessmentGroup, points: number, words: string): Criterion => ({
  ...{ id, group, points, words },
});
/** A share: nothing earns nothing, the whole earns all. */
const rate = (
  id: string,
  group: AssessmentGroup,
  points: number,
  words: string,
  figure: string,
): Criterion => ({
  ...{ ...row(id, group, points, words), figure, zeroAt: 0, fullAt: WHOLE },
});

/** A sheet to start from. Words, points and thresholds are examples; the area puts those of its own notice in their place. */
export const EXAMPLE_CRITERIA: readonly Criterion[] = [
  row('meeting', 'organisation', 8, '政府主要负责人专题研究部署根治欠薪工作，联席会议按期召开'),
  rate('replies', 'organisation', 12, '成员单位按期办理、答复交办任务', 'assessRepliesInTime'),
  rate('contract', 'systems', 6, '劳动合同或者用工书面协议签订', 'coverContract'),
  rate('realName', 'systems', 6, '用工实名登记', 'coverRealName'),
  rate('account', 'systems', 7, '农民工工资专用账户开立', 'coverAccount'),
  rate('bond', 'systems', 7, '工资保证金存储', 'coverBond'),
  rate('bankPay', 'systems', 7, '总包单位通过银行代发工资', 'coverBankPay'),
  rate('board', 'systems', 7, '维权信息告示牌设置', 'coverBoard'),
  rate('closing', 'results', 10, '欠薪投诉举报按期办结', 'closingRate'),
  rate('paid', 'results', 10, '查实的欠薪足额清偿', 'assessPaidShare'),
  {
    ...row('incidents', 'results', 10, '不发生较大规模的集体讨薪事件'),
    ...{ figure: 'assessBigIncidents', zeroAt: 2, fullAt: 0 },
  },
  rate('sampled', 'satisfaction', 6, '抽样工人反映工资发清', 'sampledPaidRate'),
  row('survey', 'satisfaction', 4, '群众满意度调查结果'),
];
