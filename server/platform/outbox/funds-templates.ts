import type { Template } from './template.ts';

/** What wage accounts and pay files tell staff of the office, the bank and the general contractor. */
export const FUNDS_TEMPLATES = {
  outflowRefused: {
    needs: ['project', 'yuan'],
    zh: {
      subject: '工资专用账户有一笔支出被拒绝',
      text: '“{project}”的工资专用账户有一笔 {yuan} 元的支出不是给本项目农民工发工资，系统已拒绝并记录，请核查。',
    },
    en: {
      subject: 'Money was refused to leave a wage account',
      text: 'From the wage account of "{project}" {yuan} yuan were to go to somebody else than its workers. It was refused and recorded; please look into it.',
    },
  },
  payFileIssued: {
    needs: ['number', 'people', 'yuan'],
    zh: {
      subject: '有新的工资代发文件',
      text: '代发文件 {number} 已生成：{people} 人，共 {yuan} 元。请登录后领取并办理。',
    },
    en: {
      subject: 'A pay file is waiting',
      text: 'Pay file {number} was issued: {people} people, {yuan} yuan in all. Sign in to take it.',
    },
  },
  payFileBounced: {
    needs: ['number', 'people'],
    zh: {
      subject: '有工资被银行退回',
      text: '代发文件 {number} 中有 {people} 人的工资被银行退回，请核对银行卡后重新发放。',
    },
    en: {
      subject: 'The bank returned wages',
      text: 'In pay file {number} the wages of {people} people were returned. Check their bank cards and pay them again.',
    },
  },
} as const satisfies Record<string, Template>;
