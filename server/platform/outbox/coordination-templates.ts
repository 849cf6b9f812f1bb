import type { Template } from './template.ts';

/** What member departments and the office of the joint meeting are told of. */
export const COORDINATION_TEMPLATES = {
  departmentTaskSent: {
    needs: ['dueOn'],
    zh: { subject: '有任务发到本部门', text: '本部门收到一项任务，请在 {dueOn} 前答复。' },
    en: {
      subject: 'A task for your department',
      text: 'Your department was sent a task; please answer by {dueOn}.',
    },
  },
  departmentTaskSentBack: {
    needs: ['dueOn'],
    zh: { subject: '有任务退回补办', text: '一项任务的答复被退回补办，请在 {dueOn} 前再次答复。' },
    en: {
      subject: 'A task was sent back to you',
      text: 'An answer was sent back for more; please answer again by {dueOn}.',
    },
  },
  departmentTaskWithdrawn: {
    needs: [],
    zh: { subject: '有任务已撤回', text: '发到本部门的一项任务已由发出单位撤回，不需要再办理。' },
    en: {
      subject: 'A task was withdrawn',
      text: 'A task sent to your department was withdrawn; nothing is left to do.',
    },
  },
  departmentTaskAnswered: {
    needs: ['department'],
    zh: { subject: '部门已答复任务', text: '{department}已答复您发出的任务，请办结或者退回补办。' },
    en: {
      subject: 'A department answered',
      text: 'A task you sent was answered ({department}); close it or send it back.',
    },
  },
  departmentTaskReturned: {
    needs: ['department'],
    zh: { subject: '部门退回了任务', text: '{department}退回了您发出的任务，请查看理由，重新发出或者撤回。' },
    en: {
      subject: 'A department gave a task back',
      text: 'A task you sent was given back ({department}); see why, then send it again or withdraw it.',
    },
  },
  supervisionOrderIssued: {
    needs: ['dueOn'],
    zh: { subject: '有督办事项由本部门负责', text: '一项督办由本部门负责，请在 {dueOn} 前办结并报告进展。' },
    en: {
      subject: 'A supervision order on your department',
      text: 'Your department answers for a supervision order; finish it by {dueOn} and report progress.',
    },
  },
  supervisionLiftAsked: {
    needs: [],
    zh: { subject: '有督办申请解除', text: '一项督办已申请解除，请审核办结情况。' },
    en: {
      subject: 'A supervision order asks to be lifted',
      text: 'A supervision order asks to be lifted; please decide.',
    },
  },
  jointMeetingPlanned: {
    needs: ['day'],
    zh: { subject: '联席会议通知', text: '本部门受邀参加 {day} 的联席会议，请查看议题。' },
    en: {
      subject: 'A joint meeting',
      text: 'Your department is invited to a joint meeting on {day}; please see its agenda.',
    },
  },
  jointMeetingPutOff: {
    needs: ['day'],
    zh: { subject: '联席会议改期', text: '本部门受邀参加的联席会议改到 {day} 召开，请查看。' },
    en: {
      subject: 'A joint meeting was put off',
      text: 'The joint meeting to which your department is invited now takes place on {day}.',
    },
  },
  jointMeetingCancelled: {
    needs: ['day'],
    zh: { subject: '联席会议取消', text: '原定 {day} 召开的联席会议已取消。' },
    en: {
      subject: 'A joint meeting was cancelled',
      text: 'The joint meeting planned for {day} does not take place.',
    },
  },
} as const satisfies Record<string, Template>;
