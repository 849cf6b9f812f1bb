import { at, unread, type Rule } from '../rule.ts';

const BLK = 'listMeasures';
const PUB = 'publicationMeasures';

/** 失信联合惩戒名单, 重大违法行为公布, 守法诚信等级. */
export const LISTING_RULES = {
  'BLK-3-1': {
    certainty: 'verified',
    at: [at(BLK, 3, 4)],
    zh: '谁执法、谁认定、谁负责',
    en: 'Who enforces decides and answers',
  },
  'BLK-5-1': { certainty: 'verified', at: [at(BLK, 5)], zh: '列入条件', en: 'When to list' },
  'BLK-5-2': { certainty: 'verified', at: [at(BLK, 5)], zh: '列入对象', en: 'Whom to list' },
  'BLK-6-1': { certainty: 'verified', at: [at(BLK, 6)], zh: '列入前书面告知', en: 'Notice before listing' },
  'BLK-6-2': {
    certainty: 'verified',
    at: [at(BLK, 6)],
    zh: '五个工作日内提出异议，五个工作日内核实',
    en: 'Objection in 5, answer in 5 working days',
  },
  'BLK-7-1': {
    certainty: 'verified',
    at: [at(BLK, 7)],
    zh: '决定前改正并承诺的可不列入',
    en: 'Corrected and pledged before the decision: may be spared',
  },
  'BLK-8-1': {
    certainty: 'verified',
    at: [at(BLK, 8)],
    zh: '期满之日起二十个工作日内作出决定，可延长二十个工作日',
    en: 'Decision within 20 working days, extendable by 20',
  },
  'BLK-8-2': {
    certainty: 'verified',
    at: [at(BLK, 8)],
    zh: '列入决定书的内容',
    en: 'What the listing decision states',
  },
  'BLK-9-1': {
    certainty: 'verified',
    at: [at(BLK, 9, 10)],
    zh: '公布并推送信用平台',
    en: 'Published and sent to the credit platform',
  },
  'BLK-11-1': { certainty: 'verified', at: [at(BLK, 11)], zh: '列入期限三年', en: 'Listed for three years' },
  'BLK-12-1': {
    certainty: 'verified',
    at: [at(BLK, 12)],
    zh: '改正满六个月可申请提前移出',
    en: 'Early removal six months after correction',
  },
  'BLK-13-1': {
    certainty: 'verified',
    at: [at(BLK, 13)],
    zh: '不予提前移出的情形',
    en: 'Bars to early removal',
  },
  'BLK-14-1': {
    certainty: 'verified',
    at: [at(BLK, 14)],
    zh: '十五个工作日内决定是否提前移出',
    en: 'Early removal decided in 15 working days',
  },
  'BLK-15-1': {
    certainty: 'verified',
    at: [at(BLK, 15)],
    zh: '弄虚作假的撤销提前移出',
    en: 'Fraud restores the listing',
  },
  'BLK-16-1': {
    certainty: 'verified',
    at: [at(BLK, 16)],
    zh: '责令支付决定撤销的，撤销列入',
    en: 'Payment order revoked, listing revoked',
  },
  'BLK-17-1': {
    certainty: 'verified',
    at: [at(BLK, 17)],
    zh: '十个工作日内移出并停止公布',
    en: 'Removed within 10 working days',
  },
  'BLK-18-1': {
    certainty: 'verified',
    at: [at(BLK, 18)],
    zh: '可以复议或者诉讼',
    en: 'Reconsideration or suit',
  },
  'PUB-1': {
    certainty: 'confirmed',
    at: [unread(PUB, 5)],
    zh: '应当公布的重大违法行为',
    en: 'Violations that must be published',
  },
  'PUB-2': { certainty: 'confirmed', at: [at(PUB)], zh: '公布的事项', en: 'What is published' },
  'PUB-3': { certainty: 'confirmed', at: [at(PUB)], zh: '不予公布的内容', en: 'What is not published' },
  'PUB-4': { certainty: 'confirmed', at: [at(PUB)], zh: '公布的渠道', en: 'Where it is published' },
  'PUB-5': {
    certainty: 'confirmed',
    at: [at(PUB)],
    zh: '市县每季度、省每半年公布',
    en: 'City and county quarterly, province half-yearly',
  },
  'PUB-6': { certainty: 'confirmed', at: [at(PUB)], zh: '记入诚信档案并共享', en: 'Recorded and shared' },
  'PUB-7': { certainty: 'provisional', at: [unread(PUB)], zh: '异议复核', en: 'Objection re-checked' },
  'CRD-1': {
    certainty: 'confirmed',
    at: [at('gradeMeasures')],
    zh: '守法诚信等级每年评价一次',
    en: 'Graded once a year on the year before',
  },
  'CRD-2': {
    certainty: 'confirmed',
    at: [at('gradeMeasures')],
    zh: '评价的九项内容',
    en: 'The nine inputs of a grade',
  },
  'CRD-A': { certainty: 'confirmed', at: [unread('gradeMeasures', 7)], zh: 'A级条件', en: 'Grade A' },
  'CRD-B': { certainty: 'confirmed', at: [unread('gradeMeasures', 7)], zh: 'B级条件', en: 'Grade B' },
  'CRD-C': { certainty: 'confirmed', at: [unread('gradeMeasures', 7)], zh: 'C级条件', en: 'Grade C' },
  'CRD-3': {
    certainty: 'confirmed',
    at: [at('gradeMeasures')],
    zh: '结果告知与分类监管',
    en: 'Result told; supervision by class',
  },
  'CRD-4': { certainty: 'confirmed', at: [], zh: '等级与保证金挂钩（地方）', en: 'Grade and bond (local)' },
} as const satisfies Record<string, Rule>;
