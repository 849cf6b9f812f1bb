import type { Template } from './template.ts';

/** What the warnings tell: the companies that are to answer, and every morning's list to all who have one. */
export const ALERT_TEMPLATES = {
  alertAsked: {
    needs: ['projectName', 'by'],
    zh: {
      subject: '预警需要您答复',
      text: '人社部门就“{projectName}”的一条预警要求贵公司在 {by} 前答复，请打开预警说明情况、上传凭证。认为数据有误的，可以提出异议。',
    },
    en: {
      subject: 'A warning asks for your answer',
      text: 'The labour office asks your company to answer a warning on {projectName} by {by}. Open it, say what happened and attach proof; contest it if the data is wrong.',
    },
  },
  alertContestSettled: {
    needs: ['projectName', 'by'],
    zh: {
      subject: '预警异议已回复',
      text: '您对“{projectName}”一条预警提出的异议，人社部门已于 {by} 回复。',
    },
    en: {
      subject: 'Your contest of a warning was answered',
      text: 'The labour office answered on {by} what you contested about a warning on {projectName}.',
    },
  },
  alertOrdered: {
    needs: ['projectName', 'by'],
    zh: {
      subject: '要求整改',
      text: '人社部门要求贵公司在 {by} 前就“{projectName}”的一条预警完成整改。请打开预警查看要求并答复。',
    },
    en: {
      subject: 'Put this right',
      text: 'The labour office wants a warning on {projectName} put right by {by}. Open it to see what is required and answer there.',
    },
  },
  alertDigest: {
    needs: ['red', 'yellow', 'items'],
    zh: { subject: '今日预警', text: '红色 {red} 条，黄色 {yellow} 条：{items}' },
    en: { subject: 'Warnings of today', text: '{red} red, {yellow} yellow: {items}' },
  },
} as const satisfies Record<string, Template>;
