import type { Locale } from '../../core/contract/accounts.ts';
import type { ComplaintState, IntakeKind, LeadChannel } from '../../core/contract/complaints.ts';

type Words = Readonly<Record<Locale, string>>;
const words = (zh: string, en: string): Words => ({ 'zh-CN': zh, en });

/** How states, kinds and channels are called in tables that leave the program. */
export const STATE_WORDS: Readonly<Record<ComplaintState, Words>> = {
  received: words('待受理', 'received'),
  supplementing: words('待补正', 'waiting for a supplement'),
  transferring: words('移送中', 'being transferred'),
  accepted: words('已受理', 'accepted'),
  inCase: words('办案中', 'in a case'),
  answered: words('已答复', 'answered'),
  refused: words('不予受理', 'refused'),
  transferred: words('已移送', 'transferred'),
  merged: words('已并入', 'merged'),
  withdrawn: words('已撤回', 'withdrawn'),
};

export const KIND_WORDS: Readonly<Record<IntakeKind, Words>> = {
  COMPLAINT: words('投诉', 'complaint'),
  REPORT: words('举报', 'report'),
};

export const CHANNEL_WORDS: Readonly<Record<LeadChannel, Words>> = {
  ONLINE: words('网上提交', 'online'),
  WALK_IN: words('来访', 'walk-in'),
  HOTLINE_12345: words('12345 热线', '12345 hotline'),
  HOTLINE_12333: words('12333 热线', '12333 hotline'),
  NATIONAL_PLATFORM: words('全国根治欠薪线索反映平台', 'national platform'),
  PETITION: words('信访', 'petition'),
  ASSIGNED: words('上级交办', 'assigned'),
  INSPECTION: words('检查发现', 'found at an inspection'),
  GRID: words('网格协助', 'grid officer'),
  PAY_ANSWER: words('工资核对', 'worker’s answer on pay'),
};
