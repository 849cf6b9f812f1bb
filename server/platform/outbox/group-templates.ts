import type { Template } from './template.ts';

/** What people of group complaints and their offices are told beside what every complainant is told. */
export const GROUP_TEMPLATES = {
  groupMemberLeft: {
    needs: ['receiptNumber'],
    zh: {
      subject: '您已退出集体投诉',
      text: '【安薪】您已退出集体投诉（回执号 {receiptNumber}），其他人的继续办理。如果不是您本人的意思，请马上打 12333 告诉我们。',
    },
    en: {
      subject: 'You have left the group complaint',
      text: '[Anxin] You have left the group complaint (receipt {receiptNumber}); the others go on. If you did not mean to, please call 12333 at once.',
    },
  },
  groupMemberPressed: {
    needs: ['receiptNumber'],
    zh: {
      subject: '有工人说被人逼着退出集体投诉',
      text: '集体投诉 {receiptNumber} 中有人申请退出，并说是有人逼他退的。请安排单独核实。',
    },
    en: {
      subject: 'Somebody says he is pressed to leave a group complaint',
      text: 'A member of group complaint {receiptNumber} asks to leave and says that somebody presses him. Please have it looked into with him alone.',
    },
  },
} as const satisfies Record<string, Template>;
