import type { Locale } from '../../core/contract/accounts.ts';
import type { ComplaintState, IntakeKind, LeadChannel } from '../../core/contract/complaints.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** How states, kinds and channels are called in tables that leave the program: as on the screen they were made from. */
export const STATE_WORDS: Readonly<Record<ComplaintState, Words>> = {
  received: words('待决定受理', 'To be decided'),
  supplementing: words('待补正', 'Waits for a supplement'),
  transferring: words('转办待接收', 'Offered elsewhere'),
  accepted: words('已受理待立案', 'Accepted, to be filed'),
  inCase: words('已立案', 'In a case'),
  answered: words('已答复', 'Answered'),
  refused: words('不予受理', 'Refused'),
  transferred: words('已转出', 'Transferred'),
  merged: words('已并入', 'Merged'),
  withdrawn: words('已撤回', 'Withdrawn'),
};

export const KIND_WORDS: Readonly<Record<IntakeKind, Words>> = {
  COMPLAINT: words('投诉', 'Complaint'),
  REPORT: words('举报', 'Report'),
};

export const CHANNEL_WORDS: Readonly<Record<LeadChannel, Words>> = {
  ONLINE: words('手机自助', 'By phone online'),
  WALK_IN: words('窗口来访', 'Walk-in'),
  HOTLINE_12345: words('12345 热线', 'Hotline 12345'),
  HOTLINE_12333: words('12333 热线', 'Hotline 12333'),
  NATIONAL_PLATFORM: words('全国平台', 'National platform'),
  PETITION: words('信访', 'Petition'),
  ASSIGNED: words('上级交办', 'Assigned from above'),
  INSPECTION: words('巡查发现', 'Found on inspection'),
  GRID: words('网格员代办', 'Filed by a grid officer'),
  PAY_ANSWER: words('工资核对', 'Worker’s answer on pay'),
};
