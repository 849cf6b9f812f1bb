import type { Template } from './template.ts';

/** What a payroll asks its workers by text message, and what it tells those who answer for it. */
export const PAY_TEMPLATES = {
  payFiled: {
    needs: ['month', 'projectName', 'link', 'code'],
    zh: {
      subject: '工资表报上来了，请核对',
      text: '【安薪】“{projectName}”{month}的工资表报上来了。请打开 {link} ，输入 {code}，看看天数和钱数对不对。不对就告诉我们，不用登录。',
    },
    en: {
      subject: 'Your payroll was filed: is it right?',
      text: '[Anxin] The {month} payroll of {projectName} was filed. Open {link} and enter {code}: are the days and the amount right? If not, tell us there; no sign-in needed.',
    },
  },
  payCredited: {
    needs: ['month', 'projectName', 'link', 'code'],
    zh: {
      subject: '银行说工资已到账，请核对',
      text: '【安薪】银行说“{projectName}”{month}的工资已经打到您卡上。收到了多少？请打开 {link} ，输入 {code} 告诉我们，工资条也在里面。',
    },
    en: {
      subject: 'The bank says your wages have arrived',
      text: '[Anxin] The bank says your {month} wages of {projectName} are on your card. How much arrived? Open {link} and enter {code} to tell us; your pay slip is there too.',
    },
  },
  payTakenBack: {
    needs: ['month', 'projectName', 'link', 'code'],
    zh: {
      subject: '银行更正：工资没有到账',
      text: '【安薪】银行更正：之前说“{projectName}”{month}的工资已经到账，其实没有到，单位还要再发给您。请看一下您的卡，打开 {link} ，输入 {code} 告诉我们到底收到了没有。',
    },
    en: {
      subject: 'The bank corrects: your wages have not arrived',
      text: '[Anxin] The bank corrects itself: your {month} wages of {projectName}, said to have arrived, did not; your employer still has to pay them. Please look at your card, open {link} and enter {code} to tell us whether they came.',
    },
  },
  truthQuestion: {
    needs: ['month', 'projectName', 'link'],
    zh: {
      subject: '您的工资到账了吗？',
      text: '【安薪】人社部门抽到您来答一个问题：“{projectName}”{month}的工资，您拿到了吗？请打开 {link} ，用手机号登录，点一下就好。您答了什么，单位和别人都看不到。',
    },
    en: {
      subject: 'Did your wages arrive?',
      text: '[Anxin] The labour office has drawn you for one question: did you receive your {month} wages of {projectName}? Open {link}, sign in with your phone, one tap. Neither your employer nor anybody else sees what you say.',
    },
  },
  payAnswerDisputed: {
    needs: ['projectName', 'teamName', 'month'],
    zh: {
      subject: '有工人对工资表有异议',
      text: '“{projectName}”{teamName} {month} 的工资表：有工人回答少了、没收到或不是本人，线索已报送人社部门。请尽快核对并处理。',
    },
    en: {
      subject: 'A worker disagrees with a payroll',
      text: 'Payroll {month} of {teamName}, {projectName}: a worker answered less, nothing or not me, and a lead went to the labour office. Please check and settle it soon.',
    },
  },
} as const satisfies Record<string, Template>;
