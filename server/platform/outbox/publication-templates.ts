import type { Template } from './template.ts';

/** Publications of serious violations and wage credit certificates: what waits, what was answered. */
export const PUBLICATION_TEMPLATES = {
  publicationWaits: {
    needs: ['caseNumber'],
    zh: { subject: '有重大违法公布待您处理', text: '案件 {caseNumber} 的重大违法公布等待您处理。' },
    en: {
      subject: 'A publication waits for your word',
      text: 'The publication from case {caseNumber} waits for your decision.',
    },
  },
  publicationAnswered: {
    needs: ['caseNumber'],
    zh: { subject: '重大违法公布已审批', text: '案件 {caseNumber} 的重大违法公布已由局负责人处理，请查看。' },
    en: {
      subject: 'A publication was decided on',
      text: 'The head has decided on the publication from case {caseNumber}.',
    },
  },
  violationPublished: {
    needs: ['publishedOn'],
    zh: {
      subject: '贵单位的重大违法信息已公布',
      text: '贵单位的重大劳动保障违法信息已于 {publishedOn} 向社会公布。如有异议，可以向公布机关提出。',
    },
    en: {
      subject: 'A violation of your company was published',
      text: 'A serious violation of your company was published on {publishedOn}. Objections go to the office that published it.',
    },
  },
  certificateAsked: {
    needs: ['companyName'],
    zh: { subject: '有信用记录证明申请待核查', text: '{companyName} 申请工资支付信用记录证明，请核查。' },
    en: {
      subject: 'A credit certificate was asked for',
      text: '{companyName} asks for a wage credit certificate; please check its record.',
    },
  },
  certificateWaits: {
    needs: ['companyName'],
    zh: {
      subject: '有信用记录证明待签发',
      text: '{companyName} 的工资支付信用记录证明已核查，请签发或者不予出具。',
    },
    en: {
      subject: 'A credit certificate waits for your word',
      text: 'The wage credit certificate of {companyName} was checked; please issue or refuse it.',
    },
  },
  certificateIssued: {
    needs: ['certificateNumber', 'validUntil'],
    zh: {
      subject: '工资支付信用记录证明已出具',
      text: '证明 {certificateNumber} 已出具，有效期至 {validUntil}，可以下载。',
    },
    en: {
      subject: 'Your wage credit certificate was issued',
      text: 'Certificate {certificateNumber} was issued and is valid until {validUntil}. You can download it.',
    },
  },
  certificateRefused: {
    needs: [],
    zh: {
      subject: '工资支付信用记录证明不予出具',
      text: '贵单位申请的工资支付信用记录证明不予出具，请查看理由。',
    },
    en: {
      subject: 'Your wage credit certificate was refused',
      text: 'The wage credit certificate you asked for was refused; see the reason.',
    },
  },
  certificateRevoked: {
    needs: ['certificateNumber'],
    zh: {
      subject: '工资支付信用记录证明已撤销',
      text: '证明 {certificateNumber} 已被撤销，不得继续使用，请查看理由。',
    },
    en: {
      subject: 'Your wage credit certificate was revoked',
      text: 'Certificate {certificateNumber} was revoked and may no longer be used; see the reason.',
    },
  },
} as const satisfies Record<string, Template>;
