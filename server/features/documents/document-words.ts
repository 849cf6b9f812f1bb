import type { ServiceMode, SuspensionGround } from '../../core/contract/cases.ts';
import type { LeadChannel } from '../../core/contract/complaints.ts';
import type { DocumentState } from '../../core/contract/documents.ts';
import type { Locale } from '../../core/contract/accounts.ts';

/** As papers write it: papers are Chinese, whatever language the reader's screen is in. */
export const CHANNEL_NAMES: Readonly<Record<LeadChannel, string>> = {
  ONLINE: '网上提交',
  WALK_IN: '来访',
  HOTLINE_12345: '12345 热线',
  HOTLINE_12333: '12333 热线',
  NATIONAL_PLATFORM: '全国根治欠薪线索反映平台',
  PETITION: '信访',
  ASSIGNED: '上级交办',
  INSPECTION: '检查发现',
  GRID: '网格协助',
  PAY_ANSWER: '工资核对',
};

export const SUSPENSION_NAMES: Readonly<Record<SuspensionGround, string>> = {
  DEBTOR_ABSCONDED: '欠薪人下落不明',
  EVIDENCE_UNOBTAINABLE: '暂时无法取得关键证据',
  AWAITING_OTHER_DECISION: '须等待其他机关的结论',
  FORCE_MAJEURE: '不可抗力',
};

export const MODE_NAMES: Readonly<Record<ServiceMode, string>> = {
  DIRECT: '直接送达',
  LEFT: '留置送达',
  MAIL: '邮寄送达',
  ELECTRONIC: '电子送达',
  PUBLIC_NOTICE: '公告送达',
};

/** How states are called in tables that leave the program. */
export const STATE_WORDS: Readonly<Record<DocumentState, Readonly<Record<Locale, string>>>> = {
  draft: { 'zh-CN': '草稿', en: 'draft' },
  submitted: { 'zh-CN': '待审批', en: 'waiting for the head' },
  approved: { 'zh-CN': '已批准', en: 'approved' },
  issued: { 'zh-CN': '已签发', en: 'issued' },
  voided: { 'zh-CN': '已作废', en: 'void' },
};

/** 文山市 → 文山, as numbers of cases begin, too. */
export function shortOfficeName(areaName: string): string {
  const short = areaName.replace(/(?:市|县|区|旗)$/u, '');
  return [...short].length < 2 || short.endsWith('自治') ? areaName : short;
}
