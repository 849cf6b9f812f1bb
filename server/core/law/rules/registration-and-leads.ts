import { at, unread, type Rule } from '../rule.ts';

const RNM = 'realNameMeasures';

/** 实名制, 考核, 专项行动, 线索渠道. */
export const REGISTRATION_AND_LEAD_RULES = {
  'RNM-3': {
    certainty: 'confirmed',
    at: [at(RNM, 3)],
    zh: '适用房屋建筑和市政基础设施工程',
    en: 'Scope: building and municipal works',
  },
  'RNM-8': {
    certainty: 'confirmed',
    at: [at(RNM, 8), at('realNameNotice2022')],
    zh: '签订劳动合同或用工书面协议、培训、登记后进场',
    en: 'Contract or written agreement, training and registration before entry',
  },
  'RNM-8b': {
    certainty: 'confirmed',
    at: [at('realNameNotice2022')],
    zh: '“劳动合同”含用工书面协议',
    en: '“Labour contract” includes the written agreement',
  },
  'RNM-9': {
    certainty: 'confirmed',
    at: [at(RNM, 9)],
    zh: '施工人员和管理人员均实名',
    en: 'Builders and managers alike',
  },
  'RNM-11': {
    certainty: 'confirmed',
    at: [at(RNM, 11)],
    zh: '基本信息、从业信息、诚信信息',
    en: 'Basic, employment and credit data',
  },
  'RNM-12': {
    certainty: 'confirmed',
    at: [at(RNM, 12)],
    zh: '总包采集核实更新实名制信息',
    en: 'The general contractor keeps the data',
  },
  'RNM-12b': {
    certainty: 'provisional',
    at: [unread(RNM, 12)],
    zh: '一年未更新的重新培训',
    en: 'No update for a year: training again',
  },
  'RNM-13': {
    certainty: 'confirmed',
    at: [at(RNM, 13)],
    zh: '封闭式管理与考勤设备',
    en: 'Closed sites and attendance devices',
  },
  'RNM-13b': {
    certainty: 'provisional',
    at: [unread(RNM, 13)],
    zh: '电子考勤和影像保存',
    en: 'Keeping attendance and images',
  },
  'ASM-1': {
    certainty: 'confirmed',
    at: [at('assessmentMeasures', 3)],
    zh: '对省级政府年度考核',
    en: 'Yearly assessment of provinces',
  },
  'ASM-2': {
    certainty: 'confirmed',
    at: [at('assessmentMeasures', 5)],
    zh: '考核内容',
    en: 'What is assessed',
  },
  'ASM-3': {
    certainty: 'provisional',
    at: [unread('assessmentMeasures', 7)],
    zh: '考核步骤与等级',
    en: 'Steps and grades',
  },
  'ASM-4': {
    certainty: 'confirmed',
    at: [],
    zh: '省对州市考核（地方）',
    en: 'Assessment by the province (local)',
  },
  'ASM-5': { certainty: 'confirmed', at: [], zh: 'C级情形（地方）', en: 'Grade C examples (local)' },
  'CMP-1': { certainty: 'confirmed', at: [], zh: '根治欠薪冬季行动', en: 'Winter campaign' },
  'CMP-2': { certainty: 'confirmed', at: [], zh: '两清零', en: 'Two counters to zero' },
  'CMP-3': { certainty: 'confirmed', at: [], zh: '早期专项检查', en: 'Earlier campaigns' },
  'OPI-1': {
    certainty: 'confirmed',
    at: [{ in: 'arrearsOpinion', part: '一(二)' }],
    zh: '治理领域与三层治理',
    en: 'Sectors and three layers',
  },
  'OPI-2': {
    certainty: 'confirmed',
    at: [{ in: 'arrearsOpinion', part: '二' }],
    zh: '企业主体责任',
    en: 'The enterprise answers first',
  },
  'OPI-3': { certainty: 'provisional', at: [at('arrearsOpinion')], zh: '其他治理制度', en: 'Other systems' },
  'LED-1': { certainty: 'confirmed', at: [], zh: '全国根治欠薪线索反映平台', en: 'National lead platform' },
  'LED-2': { certainty: 'confirmed', at: [], zh: '平台线索的填报内容', en: 'What a lead states' },
  'LED-3': { certainty: 'confirmed', at: [], zh: '核处结论回填', en: 'The conclusion is written back' },
  'LED-4': { certainty: 'confirmed', at: [], zh: '核查率与化解率', en: 'Checked and resolved rates' },
  'LED-5': {
    certainty: 'provisional',
    at: [],
    zh: '平台线索反馈时限',
    en: 'Feedback limit of platform leads',
  },
  'LED-6': {
    certainty: 'confirmed',
    at: [at('hotlineOpinion')],
    zh: '12345热线闭环办理',
    en: '12345 closed loop',
  },
  'LED-7': {
    certainty: 'verified',
    at: [at('petitionRegulation', 23, 34)],
    zh: '十五日内告知，六十日内办结，可延长三十日',
    en: 'Told in 15 days, finished in 60, extendable by 30',
  },
  'LED-8': { certainty: 'provisional', at: [], zh: '12333线索', en: '12333 leads' },
} as const satisfies Record<string, Rule>;
