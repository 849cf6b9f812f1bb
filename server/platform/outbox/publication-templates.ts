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
  violationObjected: {
    needs: ['day'],
    zh: {
      subject: '已收到贵单位对公布信息的异议',
      text: '公布机关已于 {day} 登记贵单位对公布的重大违法信息的异议，正在复核，结果会另行告知。',
    },
    en: {
      subject: 'Your objection to a publication was received',
      text: 'Your objection to the published violation was recorded on {day}. It is looked into and you will be told the result.',
    },
  },
  violationUpheld: {
    needs: ['day'],
    zh: {
      subject: '公布信息经复核维持',
      text: '贵单位对公布的重大违法信息提出的异议，公布机关已于 {day} 复核，予以维持。',
    },
    en: {
      subject: 'A publication stands after your objection',
      text: 'The office looked into your objection on {day}; the publication stands as it is.',
    },
  },
  violationCorrected: {
    needs: ['day'],
    zh: {
      subject: '公布的重大违法信息已更正',
      text: '公布机关已于 {day} 更正贵单位的重大劳动保障违法信息，请查看更正后的内容。',
    },
    en: {
      subject: 'What is published of your company was corrected',
      text: 'What is published of your company’s violation was corrected on {day}. Please read it as it stands now.',
    },
  },
  violationWithdrawn: {
    needs: ['day'],
    zh: {
      subject: '公布的重大违法信息已撤下',
      text: '贵单位的重大劳动保障违法信息已于 {day} 撤下，不再公布。',
    },
    en: {
      subject: 'A publication about your company was taken down',
      text: 'The violation of your company was taken down on {day} and is no longer published.',
    },
  },
  violationEnded: {
    needs: ['day'],
    zh: {
      subject: '重大违法信息公布期满',
      text: '贵单位的重大劳动保障违法信息公布期满，自 {day} 起不再公布。',
    },
    en: {
      subject: 'The term of a publication is over',
      text: 'The term of the publication about your company is over; from {day} it is no longer shown.',
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
  certificateAskedForYou: {
    needs: [],
    zh: {
      subject: '窗口已受理贵单位的信用记录证明申请',
      text: '窗口工作人员已为贵单位登记工资支付信用记录证明申请，可以随时查看办理情况。不是贵单位申请的，请撤回或者联系人社部门。',
    },
    en: {
      subject: 'A certificate was asked for in the name of your company',
      text: 'A wage credit certificate was asked for at the counter in the name of your company. If that was not you, withdraw it or contact the labour office.',
    },
  },
  certificateWithdrawn: {
    needs: [],
    zh: {
      subject: '信用记录证明申请已撤回',
      text: '窗口工作人员已撤回贵单位的工资支付信用记录证明申请。',
    },
    en: {
      subject: 'A request for a certificate was withdrawn',
      text: 'The request of your company for a wage credit certificate was withdrawn at the counter.',
    },
  },
  certificateExpired: {
    needs: ['certificateNumber', 'validUntil'],
    zh: {
      subject: '工资支付信用记录证明已过有效期',
      text: '证明 {certificateNumber} 的有效期已于 {validUntil} 届满，需要时请重新申请。',
    },
    en: {
      subject: 'Your wage credit certificate has expired',
      text: 'Certificate {certificateNumber} was valid until {validUntil}. Ask for a new one when you need it.',
    },
  },
} as const satisfies Record<string, Template>;
