import type { DocumentKindRow } from '../kind.ts';
import type { DocumentSource } from '../source.ts';
import { BY_HAND, CASE_NUMBER, INSPECTORS, NUMBER, form, para, title } from './shared.ts';

/** Who asked, which need not be the two who lead the case. */
const askedBy = ({ interview }: DocumentSource): string | undefined => interview?.inspectors.join('、');

export const INTERVIEW_RECORD: DocumentKindRow = {
  kind: 'interviewRecord',
  name: { zh: '询问笔录', en: 'Record of an interview' },
  numberWord: '笔',
  needsApproval: false,
  isServed: false,
  hangsOn: 'case',
  cite: 'INS-16-1',
  addressee: '被询问人',
  fields: [
    CASE_NUMBER,
    { name: '被询问人', from: ({ interview }) => interview?.personName },
    { name: '被询问人身份', from: ({ interview }) => interview?.personRole },
    { name: '询问日期', type: 'day', from: ({ interview }) => interview?.on },
    { name: '询问起止时间', from: ({ interview }) => interview?.times },
    { name: '询问地点', from: ({ interview }) => interview?.place },
    { ...INSPECTORS, from: (source, value) => askedBy(source) ?? INSPECTORS.from?.(source, value) },
    { name: '询问内容', type: 'long', from: ({ interview }) => interview?.words },
  ],
  template: [
    title('询问笔录'),
    NUMBER,
    form(
      ['案号', '{案号}'],
      ['被询问人', '{被询问人}'],
      ['身份', '{被询问人身份}'],
      ['询问日期', '{询问日期}'],
      ['起止时间', '{询问起止时间}'],
      ['询问地点', '{询问地点}'],
      ['询问人', '{承办人}'],
    ),
    para(
      '我们是{机关}的劳动保障监察员，已向你出示执法证件。现依法向你询问，请如实回答。你认为询问人与本案有直接利害关系的，可以申请回避。',
    ),
    para('{询问内容}'),
    para('以上笔录已交被询问人阅读（或者向其宣读），被询问人确认无误。'),
    form(['被询问人', BY_HAND], ['询问人', BY_HAND], ['询问人', BY_HAND]),
  ],
};
