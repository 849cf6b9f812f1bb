interface Words {
  subject: string;
  text: string;
}
interface Template {
  /** Every placeholder of the words; the sender must give each. */
  needs: readonly string[];
  zh: Words;
  en: Words;
}

/** Everything the system sends, in both languages. Subjects stand in lists: no names, codes or numbers of people. */
export const TEMPLATES = {
  invitation: {
    needs: ['name', 'login', 'link', 'expires'],
    zh: {
      subject: '开通安薪账号',
      text: '{name}，您好：\n\n管理员为您开通了安薪账号，登录名为 {login}。请打开下面的链接设置密码（{expires} 前有效）：\n{link}\n\n如果您不认识这封邮件，请忽略它。',
    },
    en: {
      subject: 'Your Anxin account',
      text: 'Hello {name},\n\nan administrator opened an Anxin account for you; your login is {login}. Set your password at this address (valid until {expires}):\n{link}\n\nIf you did not expect this message, please ignore it.',
    },
  },
  passwordReset: {
    needs: ['name'],
    zh: {
      subject: '您的密码已被重置',
      text: '{name}，您好：\n\n管理员重置了您的登录密码，您在各处的登录已全部退出。请向管理员领取新的初始密码，首次登录时须修改。\n\n如果不是您要求的，请立即联系管理员。',
    },
    en: {
      subject: 'Your password was reset',
      text: 'Hello {name},\n\nan administrator reset your password and ended all your sessions. Ask the administrator for the first password; you must change it when you sign in.\n\nIf you did not ask for this, contact the administrator at once.',
    },
  },
  phoneCode: {
    needs: ['code', 'minutes'],
    zh: {
      subject: '登录验证码',
      text: '【安薪】验证码 {code}，{minutes} 分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。',
    },
    en: {
      subject: 'Sign-in code',
      text: '[Anxin] Your code is {code}, valid for {minutes} minutes. Our staff never ask for it; tell nobody.',
    },
  },
  accountDisabled: {
    needs: [],
    zh: {
      subject: '您的账号已停用',
      text: '您的安薪账号已被管理员停用，登录已全部退出。如有疑问请联系本单位管理员。',
    },
    en: {
      subject: 'Your account was disabled',
      text: 'An administrator disabled your Anxin account and ended all sessions. Ask your administrator if you have questions.',
    },
  },
  rightsChanged: {
    needs: [],
    zh: { subject: '您的权限已变更', text: '管理员变更了您在安薪中的权限，请重新登录后继续使用。' },
    en: {
      subject: 'Your rights were changed',
      text: 'An administrator changed what you may do in Anxin. Sign in again to go on.',
    },
  },
  signedInFromNewDevice: {
    needs: [],
    zh: {
      subject: '新设备登录提醒',
      text: '您的账号刚在一台新设备上登录。如果不是您本人，请立即修改密码，并在“账号与安全”中退出该设备。',
    },
    en: {
      subject: 'Sign-in from a new device',
      text: 'Your account was just used to sign in from a new device. If that was not you, change your password at once and end that session under Account and security.',
    },
  },
  jobFailed: {
    needs: ['job', 'day'],
    zh: { subject: '定时任务失败', text: '任务“{job}”在 {day} 运行失败，请在“任务”页面查看原因并重新运行。' },
    en: {
      subject: 'A scheduled job failed',
      text: 'The job "{job}" failed for {day}. See the reason on the Jobs page and run it again.',
    },
  },
  calendarMissing: {
    needs: ['year'],
    zh: {
      subject: '缺少工作日历',
      text: '系统还没有 {year} 年的放假安排，该年的期限暂按周末计算并标为“暂定”。国务院办公厅通知公布后，请在“工作日历”中录入。',
    },
    en: {
      subject: 'A work calendar is missing',
      text: 'There is no holiday notice for {year} yet; deadlines in that year are marked provisional. Enter the notice under Work calendar once it is published.',
    },
  },
  outboxFailed: {
    needs: ['template', 'channel'],
    zh: {
      subject: '有消息未能送达',
      text: '一条“{template}”消息（{channel}）多次发送失败，已停止重试。请在“发件箱”中查看原因并重发。',
    },
    en: {
      subject: 'A message could not be delivered',
      text: 'A "{template}" message ({channel}) failed repeatedly and is no longer tried. See the reason in the outbox and send it again.',
    },
  },
  complaintReceived: {
    needs: ['receiptNumber', 'dueOn'],
    zh: {
      subject: '已收到您的反映',
      text: '【安薪】已收到您的反映，回执号 {receiptNumber}。我们会在 {dueOn} 前告诉您是否受理。凭回执号和手机号可随时查询进度。',
    },
    en: {
      subject: 'We have received what you sent',
      text: '[Anxin] We received what you sent; your receipt number is {receiptNumber}. By {dueOn} we tell you whether it is accepted. Follow it any time with this number and your phone.',
    },
  },
  complaintSupplementAsked: {
    needs: ['receiptNumber'],
    zh: {
      subject: '需要您补充情况',
      text: '【安薪】您的反映（回执号 {receiptNumber}）还缺一点情况。请打开查询页，看看要补充什么；补齐以后我们继续办理。',
    },
    en: {
      subject: 'We need something more from you',
      text: '[Anxin] Something is still missing in what you sent (receipt {receiptNumber}). Open the tracking page to see what; we go on once it is there.',
    },
  },
  complaintAccepted: {
    needs: ['receiptNumber'],
    zh: {
      subject: '已受理',
      text: '【安薪】您的反映（回执号 {receiptNumber}）已经受理，劳动监察人员会着手调查。进度可随时查询。',
    },
    en: {
      subject: 'Accepted',
      text: '[Anxin] What you sent (receipt {receiptNumber}) was accepted; labour inspectors look into it. Follow it any time.',
    },
  },
  complaintRefused: {
    needs: ['receiptNumber'],
    zh: {
      subject: '没有受理',
      text: '【安薪】您的反映（回执号 {receiptNumber}）没有受理。原因和您可以去哪里办理，请打开查询页查看。',
    },
    en: {
      subject: 'Not accepted',
      text: '[Anxin] What you sent (receipt {receiptNumber}) was not accepted. The tracking page says why and where to go instead.',
    },
  },
  complaintTransferred: {
    needs: ['receiptNumber', 'office'],
    zh: {
      subject: '已转到负责的单位',
      text: '【安薪】您的反映（回执号 {receiptNumber}）已由{office}接手办理。回执号不变，进度可随时查询。',
    },
    en: {
      subject: 'Now with the office in charge',
      text: '[Anxin] {office} has taken over what you sent (receipt {receiptNumber}). The number stays the same; follow it any time.',
    },
  },
  complaintMerged: {
    needs: ['receiptNumber'],
    zh: {
      subject: '与同一件事合并办理',
      text: '【安薪】您的反映（回执号 {receiptNumber}）与反映同一件事的其他来件合并办理。您的回执号继续有效，进度可随时查询。',
    },
    en: {
      subject: 'Handled together with the same matter',
      text: '[Anxin] What you sent (receipt {receiptNumber}) is handled together with others about the same matter. Your number stays valid; follow it any time.',
    },
  },
  withdrawalsInBulk: {
    needs: ['count', 'days'],
    zh: {
      subject: '同一用人单位短期内多人要求撤回',
      text: '{days} 天内已有 {count} 件针对同一用人单位的投诉要求撤回，请留意是否有人向投诉人施压。',
    },
    en: {
      subject: 'Several withdrawals against one employer',
      text: 'Within {days} days {count} complaints against one employer were asked to be withdrawn. Please look whether anybody presses the complainants.',
    },
  },
  caseFiled: {
    needs: ['receiptNumber', 'caseNumber'],
    zh: {
      subject: '您的投诉已立案',
      text: '【安薪】您的投诉（回执号 {receiptNumber}）已立案调查，案号：{caseNumber}。可凭回执号随时查询进度。',
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
      text: '【安薪】您的投诉（回执号 {receiptNumber}）案情复杂，经批准延长调查，最晚到 {dueOn}。',
    },
    en: {
      subject: 'The investigation takes longer',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is complex; the investigation may now take until {dueOn}, as approved.',
    },
  },
  caseOrdered: {
    needs: ['receiptNumber', 'rectifyBy'],
    zh: {
      subject: '已责令单位限期支付',
      text: '【安薪】您的投诉（回执号 {receiptNumber}）：已责令单位在 {rectifyBy} 前支付。收到钱或到期没收到，都请告诉我们。',
    },
    en: {
      subject: 'The employer was ordered to pay',
      text: '[Anxin] Your complaint (receipt {receiptNumber}): the employer was ordered to pay by {rectifyBy}. Tell us when the money arrives, and when it does not.',
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
      subject: '您的投诉已办结',
      text: '【安薪】您的投诉（回执号 {receiptNumber}）已办结：{outcome}。可凭回执号查看结果并评价。',
    },
    en: {
      subject: 'Your complaint is closed',
      text: '[Anxin] Your complaint (receipt {receiptNumber}) is closed: {outcome}. See the result and rate it with your receipt number.',
    },
  },
  caseAssigned: {
    needs: ['caseNumber'],
    zh: { subject: '有案件交给您办理', text: '案件 {caseNumber} 由您承办。' },
    en: { subject: 'A case was given to you', text: 'Case {caseNumber} is yours to handle.' },
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
      text: '{count} complaint(s) have waited {days} working days untouched; please accept, ask for more or answer. {items}',
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
  test: {
    needs: [],
    zh: { subject: '安薪测试消息', text: '这是一条测试消息，收到即表示发送正常。' },
    en: { subject: 'Anxin test message', text: 'This is a test message; if you can read it, sending works.' },
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof TEMPLATES;
export type TemplateData<Name extends TemplateName> = {
  [Key in (typeof TEMPLATES)[Name]['needs'][number]]: string | number;
};
