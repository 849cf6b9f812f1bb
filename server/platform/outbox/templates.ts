import { ALERT_TEMPLATES } from './alert-templates.ts';
import { CASE_STAFF_TEMPLATES } from './case-staff-templates.ts';
import { CASE_TEMPLATES } from './case-templates.ts';
import { COORDINATION_TEMPLATES } from './coordination-templates.ts';
import { CREDIT_TEMPLATES } from './credit-templates.ts';
import { FUNDS_TEMPLATES } from './funds-templates.ts';
import { GROUP_TEMPLATES } from './group-templates.ts';
import { INCIDENT_TEMPLATES } from './incident-templates.ts';
import { INSPECTION_TEMPLATES } from './inspection-templates.ts';
import { COMPANY_LISTING_TEMPLATES, LISTING_TEMPLATES } from './listing-templates.ts';
import { PAY_TEMPLATES } from './pay-templates.ts';
import { PUBLICATION_TEMPLATES } from './publication-templates.ts';
import { RELEASE_TEMPLATES } from './release-templates.ts';
import { RESPONDENT_TEMPLATES } from './respondent-templates.ts';
import type { Template } from './template.ts';

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
  accountUnused: {
    needs: ['days'],
    zh: {
      subject: '您的账号已停用',
      text: '您的安薪账号已有 {days} 天没有登录，按本单位的设定停用。需要继续使用的，请联系本单位管理员。',
    },
    en: {
      subject: 'Your account was closed',
      text: 'Nobody has signed in to your Anxin account for {days} days, so it was closed, as your office has set it. Ask your administrator to open it again.',
    },
  },
  standsIn: {
    needs: ['name', 'from', 'until'],
    zh: {
      subject: '请您代办一位同事的工作',
      text: '{name} 于 {from} 至 {until} 不在岗，期间由您代办。他名下的投诉、案件和待办已出现在您的列表中。',
    },
    en: {
      subject: 'You stand in for a colleague',
      text: '{name} is away from {from} to {until} and you stand in: what waits there stands on your list too.',
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
      subject: '您的反映已受理',
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
  complaintPetitionExtended: {
    needs: ['receiptNumber', 'dueOn'],
    zh: {
      subject: '信访事项延长办理期限',
      text: '【安薪】您的信访事项（回执号 {receiptNumber}）情况复杂，经批准延长办理期限，最晚到 {dueOn}。原因请打开查询页查看。',
    },
    en: {
      subject: 'Your petition takes longer',
      text: '[Anxin] Your petition (receipt {receiptNumber}) is complex; as approved, it may take until {dueOn}. The tracking page says why.',
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
  complaintMessage: {
    needs: ['receiptNumber'],
    zh: {
      subject: '工作人员给您留言了',
      text: '【安薪】工作人员就您的反映（回执号 {receiptNumber}）给您留了言。请打开查询页查看和回复。',
    },
    en: {
      subject: 'The office wrote to you',
      text: '[Anxin] The office wrote to you about receipt {receiptNumber}. Open the tracking page to read and answer.',
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
  ...CASE_TEMPLATES,
  ...CASE_STAFF_TEMPLATES,
  ...GROUP_TEMPLATES,
  ...COORDINATION_TEMPLATES,
  ...FUNDS_TEMPLATES,
  ...CREDIT_TEMPLATES,
  ...PAY_TEMPLATES,
  ...RELEASE_TEMPLATES,
  ...RESPONDENT_TEMPLATES,
  ...LISTING_TEMPLATES,
  ...COMPANY_LISTING_TEMPLATES,
  ...PUBLICATION_TEMPLATES,
  ...INCIDENT_TEMPLATES,
  ...INSPECTION_TEMPLATES,
  ...ALERT_TEMPLATES,
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
