import { at, type Rule } from '../rule.ts';

/** Identifiers, working days and counting, personal data. */
export const COUNTING_RULES = {
  'VAL-ID': {
    certainty: 'confirmed',
    at: [at('gb11643')],
    zh: '公民身份号码校验',
    en: 'Citizen number check',
  },
  'VAL-USCC': {
    certainty: 'confirmed',
    at: [at('gb32100')],
    zh: '统一社会信用代码校验',
    en: 'Unified social credit code check',
  },
  'VAL-AREA': { certainty: 'confirmed', at: [at('gb2260')], zh: '行政区划代码', en: 'Division codes' },
  'VAL-BANK': { certainty: 'provisional', at: [], zh: '银行卡号校验', en: 'Bank card check' },
  'VAL-TEL': { certainty: 'confirmed', at: [], zh: '电话号码格式', en: 'Phone number form' },
  'CAL-1': {
    certainty: 'verified',
    at: [at('holidayMeasures', 2)],
    zh: '法定节假日',
    en: 'Statutory days off',
  },
  'CAL-2': {
    certainty: 'verified',
    at: [at('holidayMeasures', 7)],
    zh: '年度放假调休安排',
    en: 'Yearly arrangement and make-up days',
  },
  'CAL-3': {
    certainty: 'verified',
    at: [at('penaltyLaw', 85)],
    zh: '行政处罚法二、三、五、七日为工作日',
    en: 'Penalty Law: 2, 3, 5, 7 days are working days',
  },
  'CAL-4': {
    certainty: 'verified',
    at: [at('coercionLaw', 69)],
    zh: '行政强制法十日以内为工作日',
    en: 'Coercion Law: up to ten days are working days',
  },
  'CAL-5': {
    certainty: 'verified',
    at: [at('reconsiderationLaw', 88)],
    zh: '行政复议法三、五、七、十日为工作日',
    en: 'Reconsideration Law: 3, 5, 7, 10 days are working days',
  },
  'CAL-6': {
    certainty: 'verified',
    at: [at('civilCode', 201, 202), at('civilProcedureLaw', 85)],
    zh: '开始的当日不计入，按月计算到期对应日',
    en: 'The first day is not counted; months end on the same day',
  },
  'CAL-7': {
    certainty: 'verified',
    at: [at('civilCode', 203), at('civilProcedureLaw', 85)],
    zh: '期限最后一日是节假日的顺延',
    en: 'A last day on a day off rolls forward',
  },
  'CAL-8': {
    certainty: 'verified',
    at: [at('inspectionRegulation'), at('listMeasures'), at('civilCode', 201)],
    zh: '明文规定的工作日直接计算',
    en: 'Stated working days are counted directly',
  },
  'CAL-9': {
    certainty: 'verified',
    at: [at('civilProcedureLaw', 85)],
    zh: '期满前交邮不算过期',
    en: 'Mailing before expiry is in time',
  },
  'CAL-10': {
    certainty: 'verified',
    at: [at('wageRegulation', 27)],
    zh: '公示期按自然日计算',
    en: 'Public notice runs in calendar days',
  },
  'PII-1': {
    certainty: 'verified',
    at: [at('personalInformationLaw', 28, 29, 30)],
    zh: '敏感个人信息的处理',
    en: 'Sensitive personal information',
  },
  'PII-2': {
    certainty: 'verified',
    at: [at('personalInformationLaw', 34, 35, 36)],
    zh: '国家机关处理个人信息',
    en: 'Government bodies',
  },
  'PII-3': {
    certainty: 'verified',
    at: [at('personalInformationLaw', 51, 55)],
    zh: '安全措施与影响评估',
    en: 'Safeguards and impact assessment',
  },
  'PII-4': {
    certainty: 'verified',
    at: [at('personalInformationLaw', 19, 47)],
    zh: '保存期限最短必要',
    en: 'Kept no longer than needed',
  },
} as const satisfies Record<string, Rule>;
