import type { Template } from './template.ts';

/** What a company hears of its yearly grade, and the office of an objection. */
export const CREDIT_TEMPLATES = {
  gradeTold: {
    needs: ['year', 'by'],
    zh: {
      subject: '年度守法诚信等级告知',
      text: '人社部门已评定贵公司 {year} 年度劳动保障守法诚信等级。请打开查看等级、依据的事实；有异议的，请在 {by} 前提出并说明理由。',
    },
    en: {
      subject: 'Your yearly compliance grade',
      text: 'The labour office graded your company for {year}. Open it to see the grade and the facts behind it; objections, with reasons, until {by}.',
    },
  },
  gradeInForce: {
    needs: ['year'],
    zh: {
      subject: '年度守法诚信等级已生效',
      text: '贵公司 {year} 年度劳动保障守法诚信等级已生效，请打开查看结果。',
    },
    en: {
      subject: 'Your yearly compliance grade is in force',
      text: 'The compliance grade of your company for {year} is in force now. Open it to see the result.',
    },
  },
  gradeReopened: {
    needs: ['year'],
    zh: {
      subject: '年度守法诚信等级已撤销，重新评价',
      text: '贵公司 {year} 年度劳动保障守法诚信等级已撤销，人社部门将重新评价并另行告知。',
    },
    en: {
      subject: 'Your yearly compliance grade was taken back',
      text: 'The compliance grade of your company for {year} was taken back; it is graded again and you will be told.',
    },
  },
  gradeObjected: {
    needs: ['year'],
    zh: { subject: '企业对年度等级有异议', text: '一家企业对 {year} 年度守法诚信等级提出了异议，请复核。' },
    en: {
      subject: 'A company objects to its grade',
      text: 'A company objects to its compliance grade for {year}. Please look at it again.',
    },
  },
} as const satisfies Record<string, Template>;
