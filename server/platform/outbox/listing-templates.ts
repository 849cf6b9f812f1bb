import type { Template } from './template.ts';

/** What the staff who handle a listing are told of it. */
export const LISTING_TEMPLATES = {
  listingWaits: {
    needs: ['caseNumber'],
    zh: {
      subject: '有列入失信名单事项待审批',
      text: '案件 {caseNumber} 有一项列入（移出）失信联合惩戒名单的事项等待决定。',
    },
    en: {
      subject: 'A listing waits for your word',
      text: 'A listing that rests on case {caseNumber} waits for your decision.',
    },
  },
  listingAnswered: {
    needs: ['caseNumber'],
    zh: {
      subject: '列入失信名单事项有新的决定',
      text: '案件 {caseNumber} 的列入失信联合惩戒名单事项有新的决定，请查看下一步。',
    },
    en: {
      subject: 'A listing was decided on',
      text: 'The listing that rests on case {caseNumber} was decided on; see what comes next.',
    },
  },
} as const satisfies Readonly<Record<string, Template>>;
