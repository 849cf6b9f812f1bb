import type { Template } from './template.ts';

/** What the staff who work on a case are told of it. */
export const CASE_STAFF_TEMPLATES = {
  caseAssigned: {
    needs: ['caseNumber'],
    zh: { subject: '有案件交给您办理', text: '案件 {caseNumber} 由您承办。' },
    en: { subject: 'A case was given to you', text: 'Case {caseNumber} is yours to handle.' },
  },
  caseHandedOver: {
    needs: ['caseNumber'],
    zh: { subject: '案件已交由他人承办', text: '案件 {caseNumber} 已交由其他监察员承办。' },
    en: { subject: 'A case was handed over', text: 'Case {caseNumber} is now handled by other inspectors.' },
  },
  caseExtensionAsked: {
    needs: ['caseNumber'],
    zh: { subject: '有延期申请待审批', text: '案件 {caseNumber} 申请延长调查，请审批。' },
    en: {
      subject: 'An extension waits for your word',
      text: 'Case {caseNumber} asks for an extension; please decide.',
    },
  },
  caseExtensionApproved: {
    needs: ['caseNumber'],
    zh: { subject: '延期申请已批准', text: '案件 {caseNumber} 的延期申请已批准。' },
    en: { subject: 'An extension was approved', text: 'The extension of case {caseNumber} was approved.' },
  },
  caseExtensionDeclined: {
    needs: ['caseNumber'],
    zh: { subject: '延期申请未获批准', text: '案件 {caseNumber} 的延期申请未获批准，请查看理由。' },
    en: {
      subject: 'An extension was declined',
      text: 'The extension of case {caseNumber} was declined; see the reason.',
    },
  },
  documentSubmitted: {
    needs: ['paper', 'belongsTo'],
    zh: { subject: '有文书待审批', text: '{belongsTo} 的《{paper}》已提交，请审批。' },
    en: { subject: 'A paper waits for your word', text: '{paper} of {belongsTo} was submitted to you.' },
  },
  documentApproved: {
    needs: ['paper', 'belongsTo'],
    zh: { subject: '文书已批准', text: '{belongsTo} 的《{paper}》已批准，可以签发。' },
    en: { subject: 'A paper was approved', text: '{paper} of {belongsTo} was approved and can be issued.' },
  },
  documentReturned: {
    needs: ['paper', 'belongsTo'],
    zh: { subject: '文书被退回', text: '{belongsTo} 的《{paper}》被退回修改，理由见文书。' },
    en: {
      subject: 'A paper was returned',
      text: '{paper} of {belongsTo} was returned to you; see why there.',
    },
  },
  caseProceedingWaits: {
    needs: ['caseNumber'],
    zh: { subject: '有办理程序待审批', text: '案件 {caseNumber} 有一项办理程序等待审批，请查看“办理程序”。' },
    en: {
      subject: 'A proceeding waits for your word',
      text: 'A proceeding of case {caseNumber} waits for your decision.',
    },
  },
  caseProceedingAnswered: {
    needs: ['caseNumber'],
    zh: { subject: '办理程序已审批', text: '案件 {caseNumber} 的一项办理程序已审批，请查看“办理程序”。' },
    en: {
      subject: 'A proceeding was decided on',
      text: 'A proceeding of case {caseNumber} was decided on; see there.',
    },
  },
  caseClosureAsked: {
    needs: ['caseNumber'],
    zh: { subject: '有结案申请待审批', text: '案件 {caseNumber} 申请结案，请审批。' },
    en: {
      subject: 'A closure waits for your word',
      text: 'Case {caseNumber} is to be closed; please decide.',
    },
  },
  caseClosureApproved: {
    needs: ['caseNumber'],
    zh: { subject: '结案申请已批准', text: '案件 {caseNumber} 已批准结案。' },
    en: { subject: 'A closure was approved', text: 'The closure of case {caseNumber} was approved.' },
  },
  caseClosureDeclined: {
    needs: ['caseNumber'],
    zh: { subject: '结案申请被退回', text: '案件 {caseNumber} 的结案申请被退回，请查看理由。' },
    en: {
      subject: 'A closure was declined',
      text: 'The closure of case {caseNumber} was declined; see the reason.',
    },
  },
  caseReopened: {
    needs: ['caseNumber'],
    zh: { subject: '案件已重新启动', text: '案件 {caseNumber} 已重新启动调查。' },
    en: { subject: 'A case was reopened', text: 'Case {caseNumber} was reopened.' },
  },
  casePaymentDisputed: {
    needs: ['caseNumber'],
    zh: { subject: '有人说钱没到或少了', text: '案件 {caseNumber} 中有人答复：付款没有收到或少于所报金额。' },
    en: {
      subject: 'Somebody says the money did not arrive',
      text: 'In case {caseNumber} somebody answered that a payment did not arrive, or less than was reported.',
    },
  },
  casePaymentUnasked: {
    needs: ['caseNumber'],
    zh: {
      subject: '问工人是否收到钱的短信没有发到',
      text: '案件 {caseNumber} 中有单位报了付款，问工人是否收到的短信没有发到。请打电话或当面问本人，凭银行回单或本人签字的凭据登记到账；没有本人的话或凭据，不算付清。',
    },
    en: {
      subject: 'A worker was not asked whether the money arrived',
      text: 'In case {caseNumber} a payment was reported, and the text message that asks a worker whether it arrived did not reach him. Ask him by phone or in person and record it with the bank’s slip or his signed word; until then it is not seen as paid.',
    },
  },
  caseCreditTakenBack: {
    needs: ['caseNumber'],
    zh: {
      subject: '银行更正：登记的工资没有到账',
      text: '案件 {caseNumber} 中有工人的工资，银行原来登记到账，现在更正为没有到账。请核对欠薪测算和到账记录：按这笔到账登记的付款要撤销；已经结案的，请决定是否重新启动调查。',
    },
    en: {
      subject: 'The bank corrects: wages on record did not arrive',
      text: 'In case {caseNumber} the bank takes back a credit it had on record for a worker. Check what was reckoned and recorded: revoke a payment that rests on it; where the case is closed, decide whether it is taken up again.',
    },
  },
  deadlineNotices: {
    needs: ['overdue', 'today', 'within1', 'within3', 'items'],
    zh: {
      subject: '有期限临近或超期',
      text: '请留意：超期 {overdue} 件，今天到期 {today} 件，1 个工作日内到期 {within1} 件，3 个工作日内到期 {within3} 件。{items}',
    },
    en: {
      subject: 'Deadlines near or overdue',
      text: 'Please note: {overdue} overdue, {today} due today, {within1} due within one working day, {within3} within three. {items}',
    },
  },
  untouchedComplaints: {
    needs: ['count', 'days', 'items'],
    zh: {
      subject: '有来件尚未处理',
      text: '{count} 件来件收到 {days} 个工作日还没有人处理，请尽快受理、补正或答复。{items}',
    },
    en: {
      subject: 'Complaints nobody has looked at',
      text: '{count} [[complaint has/complaints have]] waited {days} working [[day/days]] untouched; please accept, ask for more or answer. {items}',
    },
  },
  complainantUntold: {
    needs: ['receiptNumber'],
    zh: {
      subject: '告知投诉人的短信没有发到',
      text: '投诉 {receiptNumber}：要求补正、不予受理、转办或者撤回的短信没有通知到投诉人。请打电话或当面告诉他：要求补正的，把他说的代录为补充内容；撤回的，请换一名工作人员问清是不是他本人的意思。',
    },
    en: {
      subject: 'A text message to a complainant did not arrive',
      text: 'Complaint {receiptNumber}: no text message told the complainant that more was asked for, or that it was refused, passed on or withdrawn. Please tell him by phone or in person: what he adds is written down as his supplement; whether he meant to withdraw is for another colleague to ask.',
    },
  },
  complaintWithdrawalNoted: {
    needs: ['receiptNumber'],
    zh: {
      subject: '已记下您要撤回',
      text: '【安薪】工作人员记下您要撤回反映的欠薪（回执号 {receiptNumber}）。几个工作日后会再问您本人，在此之前照常办理。如果不是您本人的意思，或者有人逼您撤回，请马上打 12333 告诉我们。',
    },
    en: {
      subject: 'A wish to withdraw was written down',
      text: '[Anxin] Our staff wrote down that you wish to withdraw your complaint (receipt {receiptNumber}). You are asked again in some working days; until then work goes on. If you did not mean to, or somebody presses you, please call 12333 at once.',
    },
  },
  complaintWithdrawn: {
    needs: ['receiptNumber'],
    zh: {
      subject: '已按您的意思撤回',
      text: '【安薪】您反映的欠薪（回执号 {receiptNumber}）经向您本人核实，已经撤回，不再办理。如果没有人问过您，或者不是您本人的意思，请马上打 12333 告诉我们，可以重新反映。',
    },
    en: {
      subject: 'Withdrawn as you wished',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) was withdrawn after you were asked again, and is not worked on any more. If nobody asked you, or you did not mean to, please call 12333 at once; you may complain again.',
    },
  },
  complaintSupplementReminder: {
    needs: ['receiptNumber'],
    zh: {
      subject: '还在等您补充情况',
      text: '【安薪】您的反映（回执号 {receiptNumber}）还在等您补充情况。请打开查询页回答；补齐以后我们马上继续办理。',
    },
    en: {
      subject: 'We still wait for your answer',
      text: '[Anxin] What you sent (receipt {receiptNumber}) still waits for something from you. Open the tracking page to answer; we go on at once.',
    },
  },
} as const satisfies Record<string, Template>;
