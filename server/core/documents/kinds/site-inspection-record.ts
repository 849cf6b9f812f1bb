import type { DocumentKindRow } from '../kind.ts';
import { BY_HAND, CASE_NUMBER, INSPECTORS, NUMBER, PARTY, form, title } from './shared.ts';

export const SITE_INSPECTION_RECORD: DocumentKindRow = {
  kind: 'siteInspectionRecord',
  name: { zh: '现场检查笔录', en: 'Record of an inspection on site' },
  numberWord: '检',
  needsApproval: false,
  isServed: false,
  hangsOn: 'case',
  cite: 'INS-15-1',
  addressee: '当事人',
  fields: [
    CASE_NUMBER,
    PARTY,
    { name: '检查日期', type: 'day' },
    { name: '检查起止时间' },
    { name: '检查地点' },
    { name: '在场人员', type: 'long' },
    INSPECTORS,
    { name: '检查情况', type: 'long' },
  ],
  template: [
    title('现场检查笔录'),
    NUMBER,
    form(
      ['案号', '{案号}'],
      ['被检查单位', '{当事人}'],
      ['检查日期', '{检查日期}'],
      ['起止时间', '{检查起止时间}'],
      ['检查地点', '{检查地点}'],
      ['在场人员', '{在场人员}'],
      ['检查人', '{承办人}（已出示执法证件）'],
      ['检查情况', '{检查情况}'],
      ['被检查单位在场人', BY_HAND],
      ['检查人', BY_HAND],
      ['检查人', BY_HAND],
    ),
  ],
};
