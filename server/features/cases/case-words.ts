import type { Locale } from '../../core/contract/accounts.ts';
import type { CaseState, ClosureCode, SuspensionGround } from '../../core/contract/cases.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** How a case ended, in plain words and as on the screen: for tables, reports, papers and messages to those it concerns. */
export const CLOSURE_WORDS: Readonly<Record<ClosureCode, Words>> = {
  PAID: words('已付清', 'Paid in full'),
  PAID_PART_REST_ARBITRATION: words('部分付清，其余走仲裁', 'Paid in part, the rest to arbitration'),
  AGREED_NOT_PAID: words('达成协议，尚未付款', 'Agreed, not paid yet'),
  NOT_FOUND: words('查无欠薪', 'No arrears found'),
  NOT_WAGES: words('不属于工资', 'Not about wages'),
  NO_JURISDICTION: words('不属本机构管辖', 'Not for this office'),
  WITHDRAWN: words('投诉人撤回', 'Withdrawn'),
  TRANSFERRED_POLICE: words('移送公安机关', 'Transferred to the police'),
  COURT: words('进入法院程序', 'Before the court'),
  OTHER: words('其他', 'Other'),
};

/** In tables that leave the program, as on the screen they were made from. */
export const STATE_WORDS: Readonly<Record<CaseState, Words>> = {
  filed: words('已立案', 'Filed'),
  investigating: words('调查中', 'Investigating'),
  suspended: words('中止', 'Suspended'),
  deciding: words('待作处理', 'To be decided'),
  ordered: words('已责令改正', 'Order served'),
  closed: words('已结案', 'Closed'),
};

/** Why an investigation is suspended, in plain words for those it concerns. */
export const GROUND_WORDS: Readonly<Record<SuspensionGround, Words>> = {
  DEBTOR_ABSCONDED: words('欠薪人下落不明', 'the debtor cannot be found'),
  EVIDENCE_UNOBTAINABLE: words('暂时无法取得关键证据', 'evidence cannot be had for now'),
  AWAITING_OTHER_DECISION: words('须等待其他机关的结论', 'another authority’s decision is awaited'),
  FORCE_MAJEURE: words('不可抗力', 'force majeure'),
};
