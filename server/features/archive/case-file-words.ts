import type { Locale } from '../../core/contract/accounts.ts';
import type { CaseFileState } from '../../core/contract/archive.ts';

/** Steps of a case as a file calls them: files are Chinese, whatever language the reader's screen is in. */
export const STEP_WORDS: Readonly<Record<string, string>> = {
  file: '立案',
  assign: '调整办案人员',
  edit: '修改案由和责任',
  link: '关联登记单位或项目',
  editClaims: '修改人员与金额',
  addClaims: '添加人员',
  editClaim: '修改人员金额',
  removeClaim: '删除人员',
  joinComplaint: '并入投诉',
  complaintJoined: '并入投诉',
  memberJoined: '成员加入',
  memberLeft: '成员退出',
  investigate: '开始调查',
  askExtension: '申请延期',
  approveExtension: '批准延期',
  declineExtension: '不批准延期',
  askRecusal: '申请回避',
  approveRecusal: '决定回避',
  declineRecusal: '驳回回避申请',
  suspend: '中止调查',
  resume: '恢复调查',
  endInvestigation: '结束调查',
  order: '责令改正',
  recordPayment: '登记付款',
  recount: '日历变更，期限重算',
  answerPayment: '劳动者答复付款',
  addEvidence: '添加证据',
  askClosure: '申请结案',
  approveClosure: '批准结案',
  declineClosure: '不批准结案',
  archive: '归档',
  reopen: '重新立案调查',
};

/** How states are called in tables that leave the program. */
export const STATE_WORDS: Readonly<Record<CaseFileState, Readonly<Record<Locale, string>>>> = {
  waiting: { 'zh-CN': '等待制作', en: 'waiting' },
  making: { 'zh-CN': '正在制作', en: 'being made' },
  kept: { 'zh-CN': '已归档', en: 'kept' },
  failed: { 'zh-CN': '制作失败', en: 'failed' },
  earlier: { 'zh-CN': '原案卷', en: 'earlier' },
  destroyed: { 'zh-CN': '已销毁', en: 'destroyed' },
};
