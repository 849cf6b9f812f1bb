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
  groupMemberLeftUntold: {
    needs: ['receiptNumber'],
    zh: {
      subject: '有人退出了集体投诉，本人没有收到短信',
      text: '集体投诉 {receiptNumber} 中有人经核实退出，但没有短信通知到本人。请安排另一名工作人员告诉他，并问清是不是他本人的意思；不是的，请马上为他另行登记投诉。',
    },
    en: {
      subject: 'A member has left a group complaint and got no text message',
      text: 'A member of group complaint {receiptNumber} has left after being asked back, and no text message told him. Please have another colleague tell him and ask whether he meant it; if not, have a complaint of his own taken down at once.',
    },
  },
} as const satisfies Record<string, Template>;
