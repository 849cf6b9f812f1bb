import type { Template } from './template.ts';

/** What a company is told when something is served on it, and the office when the company has sent something. */
export const RESPONDENT_TEMPLATES = {
  orderServed: {
    needs: ['caseNumber', 'rectifyBy'],
    zh: {
      subject: '有限期改正指令送达贵单位',
      text: '案件 {caseNumber}：责令贵单位在 {rectifyBy} 前改正，具体要求请在“涉案事项”中查看。逾期不改正的，依法处理。',
    },
    en: {
      subject: 'An order was served on your company',
      text: 'Case {caseNumber}: your company is ordered to put things right by {rectifyBy}. Read what is demanded under “Cases against us”.',
    },
  },
  proofDemandServed: {
    needs: ['caseNumber', 'produceBy'],
    zh: {
      subject: '请贵单位限期提供用工资料',
      text: '案件 {caseNumber}：请贵单位在 {produceBy} 前提供用工资料。要提供哪几项，请在“涉案事项”中查看并上传。不提供的，依法承担不利后果。',
    },
    en: {
      subject: 'Your company has to produce employment records',
      text: 'Case {caseNumber}: your company has to produce employment records by {produceBy}. See which, and upload them, under “Cases against us”. Who produces none bears the consequence.',
    },
  },
  paperServed: {
    needs: ['caseNumber'],
    zh: {
      subject: '有文书送达贵单位',
      text: '案件 {caseNumber} 有一份文书已送达贵单位，请在“涉案事项”中查看、下载。',
    },
    en: {
      subject: 'A paper was served on your company',
      text: 'A paper of case {caseNumber} was served on your company. Read and download it under “Cases against us”.',
    },
  },
  proofSent: {
    needs: ['caseNumber'],
    zh: {
      subject: '单位提交了用工资料',
      text: '案件 {caseNumber}：单位提交了要求提供的资料，已收入证据，请在“办理程序”中查看还缺什么。',
    },
    en: {
      subject: 'The company sent records',
      text: 'Case {caseNumber}: the company sent records that were demanded; they are among the evidence. See under Proceedings what is missing.',
    },
  },
} as const satisfies Record<string, Template>;
