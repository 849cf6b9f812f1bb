import type { Template } from './template.ts';

/** What a case tells complainants, in plain words, and what its parties and heads hear. */
export const CASE_TEMPLATES = {
  caseFiled: {
    needs: ['receiptNumber', 'caseNumber'],
    zh: {
      subject: '您反映的欠薪已立案',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）已立案调查，案号：{caseNumber}。可凭回执号随时查询进度。',
    },
    en: {
      subject: 'A case was opened for your complaint',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is being investigated as case {caseNumber}. Follow it with your receipt number.',
    },
  },
  caseExtended: {
    needs: ['receiptNumber', 'dueOn'],
    zh: {
      subject: '案件调查延期',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）案情复杂，经批准延长调查，最晚到 {dueOn}。',
    },
    en: {
      subject: 'The investigation takes longer',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is complex; the investigation may now take until {dueOn}, as approved.',
    },
  },
  caseSuspended: {
    needs: ['receiptNumber', 'ground'],
    zh: {
      subject: '案件中止调查',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）因“{ground}”暂时中止调查，原因消除后会继续，届时可凭回执号查看。',
    },
    en: {
      subject: 'The investigation is suspended',
      text: '[Anxin] The investigation of your complaint (receipt {receiptNumber}) is suspended: {ground}. It goes on once that has passed; follow it with your receipt number.',
    },
  },
  caseResumed: {
    needs: ['receiptNumber'],
    zh: {
      subject: '案件恢复调查',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）已恢复调查。可凭回执号随时查询进度。',
    },
    en: {
      subject: 'The investigation goes on',
      text: '[Anxin] The investigation of your complaint (receipt {receiptNumber}) goes on. Follow it with your receipt number.',
    },
  },
  caseDecided: {
    needs: ['receiptNumber'],
    zh: {
      subject: '已作出处理决定',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）：本局已作出处理决定，将依法送达单位。送达后会再告诉您。',
    },
    en: {
      subject: 'A decision was made',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): the authority has made its decision and will serve it on the employer. We will tell you when that is done.',
    },
  },
  caseDecisionServed: {
    needs: ['receiptNumber'],
    zh: {
      subject: '处理决定已送达单位',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）：处理决定已送达单位。收到钱或没收到，都请告诉我们。',
    },
    en: {
      subject: 'The decision was served',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): the decision was served on the employer. Tell us when the money arrives, and when it does not.',
    },
  },
  caseTakenUpAgain: {
    needs: ['receiptNumber'],
    zh: {
      subject: '您反映的欠薪重新办理',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）已重新立案调查。可凭回执号随时查询进度。',
    },
    en: {
      subject: 'Your complaint was taken up again',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is being investigated again. Follow it with your receipt number.',
    },
  },
  caseOrdered: {
    needs: ['receiptNumber', 'rectifyBy'],
    zh: {
      subject: '已责令单位限期支付',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）：已责令单位在 {rectifyBy} 前支付。收到钱或到期没收到，都请告诉我们。',
    },
    en: {
      subject: 'The employer was ordered to pay',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): the employer was ordered to pay by {rectifyBy}. Tell us when the money arrives, and when it does not.',
    },
  },
  arrearsShownToWorker: {
    needs: ['caseNumber', 'answerBy'],
    zh: {
      subject: '欠薪测算出来了，请核对',
      text: '【安薪】欠薪案件 {caseNumber} 的测算出来了：每个月该发多少、发了多少、还欠多少。请在 {answerBy} 前用手机登录安薪，点“我的欠薪”核对，不对就告诉我们。',
    },
    en: {
      subject: 'What you are owed was reckoned: is it right?',
      text: '[Anxin] Case {caseNumber}: what you earned, got and are owed was reckoned month by month. Sign in on your phone by {answerBy}, open “What I am owed” and tell us whether it is right.',
    },
  },
  arrearsShownToCompany: {
    needs: ['caseNumber', 'answerBy'],
    zh: {
      subject: '欠薪测算书请贵单位核对',
      text: '案件 {caseNumber} 的欠薪测算书已向贵单位出示，请在 {answerBy} 前逐行核对，写明意见和依据。逾期不答复不视为同意，也不视为异议。',
    },
    en: {
      subject: 'An arrears sheet to answer',
      text: 'The arrears sheet of case {caseNumber} is shown to your company. Say of each line by {answerBy} whether it is right, with your grounds. Silence is neither agreement nor dispute.',
    },
  },
  casePaymentReported: {
    needs: ['yuan', 'paidOn'],
    zh: {
      subject: '请确认是否收到工资',
      text: '【安薪】单位称已于 {paidOn} 向您支付 {yuan} 元。请登录安薪确认是否收到；没有收到或少了，也请如实选择。',
    },
    en: {
      subject: 'Did your wages arrive?',
      text: '[Anxin] The employer says {yuan} yuan were paid to you on {paidOn}. Sign in to Anxin and say whether they arrived, less arrived, or nothing did.',
    },
  },
  caseClosed: {
    needs: ['receiptNumber', 'outcome'],
    zh: {
      subject: '您反映的欠薪已办结',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）已办结：{outcome}。可凭回执号查看结果并评价。',
    },
    en: {
      subject: 'Your complaint is closed',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is closed: {outcome}. See the result and rate it with your receipt number.',
    },
  },
  caseOtherInspector: {
    needs: ['receiptNumber'],
    zh: {
      subject: '已更换承办监察员',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）：您提出的回避申请已获批准，已换由另一位监察员承办，调查照常进行。',
    },
    en: {
      subject: 'Another inspector handles your matter',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): as you asked, another inspector has taken over; the investigation goes on.',
    },
  },
  caseSameInspector: {
    needs: ['receiptNumber'],
    zh: {
      subject: '回避申请的答复',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）：您提出的回避申请经负责人审查未予批准，仍由原监察员承办。想知道理由可凭回执号留言询问。',
    },
    en: {
      subject: 'Your wish for another inspector',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): the head found no reason to replace the inspector. Write to us with your receipt number to ask why.',
    },
  },
  caseRecusalAsked: {
    needs: ['caseNumber'],
    zh: { subject: '有回避申请待决定', text: '案件 {caseNumber} 有监察员回避申请，请决定。' },
    en: {
      subject: 'A recusal waits for your word',
      text: 'Case {caseNumber}: an inspector may have to stay away; please decide.',
    },
  },
  caseRecusalDeclined: {
    needs: ['caseNumber'],
    zh: { subject: '回避申请未获批准', text: '案件 {caseNumber} 的回避申请未获批准，承办人不变。' },
    en: {
      subject: 'A recusal was declined',
      text: 'Case {caseNumber}: the recusal was declined; the inspectors stay.',
    },
  },
  closuresInBulk: {
    needs: ['count', 'days', 'reportOn'],
    zh: {
      subject: '报表日前集中结案、撤诉',
      text: '{reportOn} 报表日前 {days} 天内已有 {count} 件申请结案或撤诉，请核查是否真实办结。',
    },
    en: {
      subject: 'Many closures before a report day',
      text: 'Within {days} days before the report day {reportOn}, {count} closures and withdrawals were asked for. Please look whether the matters are settled.',
    },
  },
} as const satisfies Record<string, Template>;
