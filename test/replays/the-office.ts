import type { DocumentKind } from '../../server/core/contract/documents.ts';

/** The debtor of every history: its address is typed where a paper asks for it. */
export const FIRM = '文山建工集团有限公司';

const ADDRESS = { 当事人地址: '文山市七花路 8 号' };
const VIOLATED = { 违反规定: '《保障农民工工资支付条例》第十一条' };

/** What an inspector types into a paper beside what the record knows. */
export const WORDS_OF_PAPERS: Partial<Record<DocumentKind, Record<string, string>>> = {
  filingApproval: VIOLATED,
  inquiryNotice: { 询问时间: '上午九时' },
  rectificationOrder: { ...ADDRESS, ...VIOLATED },
  priorNotice: { ...ADDRESS, ...VIOLATED },
  hearingNotice: VIOLATED,
  handlingDecision: { ...ADDRESS, ...VIOLATED, 事实和证据: '考勤记录和工资支付台账' },
  penaltyDecision: {
    ...ADDRESS,
    ...VIOLATED,
    事实和证据: '指令书、送达回证',
    处罚种类和依据: '罚款，依据《劳动保障监察条例》第三十条',
  },
  performanceDemand: { 履行方式和期限: '缴至非税账户' },
  courtEnforcementApplication: ADDRESS,
  criminalTransferLetter: ADDRESS,
  serviceReceipt: { 送达地点: '文山市七花路 8 号' },
};
