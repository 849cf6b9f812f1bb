import { at, type Rule } from '../rule.ts';

const SPC = 'crimeInterpretation';
const TRF = 'transferRules';

/** 拒不支付劳动报酬罪 and the transfer to the police. */
export const CRIME_RULES = {
  'CRM-1': {
    certainty: 'verified',
    at: [{ in: 'criminalLaw', articles: [276], suffix: 1 }],
    zh: '拒不支付劳动报酬罪',
    en: 'Crime of refusing to pay labour remuneration',
  },
  'CRM-2': {
    certainty: 'verified',
    at: [at(SPC, 3)],
    zh: '数额较大的标准',
    en: 'What counts as a larger amount',
  },
  'CRM-3': { certainty: 'confirmed', at: [], zh: '各省数额标准', en: 'Provincial figures' },
  'CRM-4': {
    certainty: 'verified',
    at: [at(SPC, 4)],
    zh: '经政府有关部门责令支付',
    en: 'Ordered to pay by a government department',
  },
  'CRM-5': {
    certainty: 'verified',
    at: [at(SPC, 4)],
    zh: '逃匿的可张贴责令支付文书',
    en: 'For absconders the order is posted',
  },
  'CRM-6': { certainty: 'verified', at: [at(SPC, 2)], zh: '转移财产、逃匿等方法', en: 'Acts of evasion' },
  'CRM-7': {
    certainty: 'confirmed',
    at: [{ in: 'crimeNotice', part: '一(一)' }],
    zh: '账册缺失时的事实认定',
    en: 'Finding facts without books',
  },
  'CRM-8': {
    certainty: 'confirmed',
    at: [{ in: 'crimeNotice', part: '一(二)' }],
    zh: '逃匿的认定',
    en: 'When someone has absconded',
  },
  'CRM-9': {
    certainty: 'verified',
    at: [at(SPC, 6)],
    zh: '立案前、起诉前、判决前支付的从宽',
    en: 'Leniency for paying in time',
  },
  'CRM-10': {
    certainty: 'verified',
    at: [at(SPC, 7, 8)],
    zh: '无资质用工者和实际控制人的责任',
    en: 'Unqualified hirers and de-facto controllers',
  },
  'TRF-1': {
    certainty: 'verified',
    at: [at(TRF, 5)],
    zh: '三日内决定移送，二十四小时内移送',
    en: 'Decided in 3 days, sent within 24 hours',
  },
  'TRF-2': { certainty: 'verified', at: [at(TRF, 6)], zh: '移送案件的材料', en: 'The transfer bundle' },
  'TRF-2b': {
    certainty: 'provisional',
    at: [{ in: 'crimeNotice', part: '二' }],
    zh: '本罪移送另附的材料',
    en: 'Further papers for this crime',
  },
  'TRF-3': {
    certainty: 'verified',
    at: [at(TRF, 7, 8)],
    zh: '公安机关三日内决定是否立案',
    en: 'Police decide within 3 days',
  },
  'TRF-4': {
    certainty: 'verified',
    at: [at(TRF, 9)],
    zh: '不立案的三日内提请复议',
    en: 'Not filed: reconsideration within 3 days',
  },
  'TRF-5': {
    certainty: 'verified',
    at: [at(TRF, 12)],
    zh: '立案后三日内移交物品材料',
    en: 'Hand-over within 3 days of filing',
  },
  'TRF-6': {
    certainty: 'verified',
    at: [at(TRF, 11), at('penaltyLaw', 82)],
    zh: '不得以罚代刑',
    en: 'A fine never replaces transfer',
  },
} as const satisfies Record<string, Rule>;
