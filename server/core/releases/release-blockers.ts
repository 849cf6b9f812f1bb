import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import { formatYuan } from '../kit/money.ts';

/** What keeps a wage account from being closed or a bond from being returned. */
export const RELEASE_BLOCKERS = [
  'worksNotFinished',
  'openCase',
  'unpaidCase',
  'openComplaint',
  'objection',
  'unpaidWages',
  'noPayroll',
  'payFilesWaiting',
] as const;
export type ReleaseBlockerKind = (typeof RELEASE_BLOCKERS)[number];

/** A record behind a blocker, as the office opens it. */
export interface BlockerRecord {
  readonly kind: 'case' | 'complaint' | 'payrollSheet' | 'project';
  readonly id: string;
  readonly label: string;
}

export interface ReleaseBlocker {
  readonly kind: ReleaseBlockerKind;
  readonly count: number;
  readonly fen?: Fen;
  /** The first few; `count` says how many there are. */
  readonly records: readonly BlockerRecord[];
}

/** What an outsider is not told apart: it would say that somebody complained. */
const OFFICES_OWN: readonly ReleaseBlockerKind[] = ['openCase', 'unpaidCase', 'openComplaint'];

/** What the contractor learns: its own records as they are, matters of the office only as being there. */
export function blockersForContractor(blockers: readonly ReleaseBlocker[]): {
  own: ReleaseBlocker[];
  hasOfficeMatters: boolean;
} {
  return {
    own: blockers.filter(({ kind }) => !OFFICES_OWN.includes(kind)),
    hasOfficeMatters: blockers.some(({ kind }) => OFFICES_OWN.includes(kind)),
  };
}

const yuan = (sum: Fen | undefined): string => (sum === undefined ? '' : formatYuan(sum));

const WORDS: Readonly<Record<ReleaseBlockerKind, (blocker: ReleaseBlocker) => Words>> = {
  worksNotFinished: () => ({
    zh: '工程还没有登记为完工',
    en: 'The works are not on record as finished',
  }),
  openCase: ({ count }) => ({
    zh: `有 ${count} 件欠薪案件正在办理`,
    en: count === 1 ? '1 wage case is open' : `${count} wage cases are open`,
  }),
  unpaidCase: ({ count, fen }) => ({
    zh: `有 ${count} 件已结案但工资没有付清，还差 ${yuan(fen)} 元（可能在仲裁或者诉讼中）`,
    en: `${count} closed without all wages seen paid, ${yuan(fen)} yuan left (it may be before an arbitrator or a court)`,
  }),
  openComplaint: ({ count }) => ({
    zh: `有 ${count} 件投诉举报没有办结`,
    en: count === 1 ? '1 complaint is not dealt with' : `${count} complaints are not dealt with`,
  }),
  objection: ({ count }) => ({
    zh: `有 ${count} 条异议没有了结`,
    en: count === 1 ? '1 objection is not settled' : `${count} objections are not settled`,
  }),
  unpaidWages: ({ count, fen }) => ({
    zh: `有 ${count} 张工资表没有全部到账，还差 ${yuan(fen)} 元`,
    en: `${count} ${count === 1 ? 'payroll is' : 'payrolls are'} not credited in full, ${yuan(fen)} yuan short`,
  }),
  noPayroll: ({ count }) => ({
    zh: `有 ${count} 个班组月有考勤而没有工资表，不能视为已付`,
    en: `${count} months of teams have attendance and no payroll: that is not shown as paid`,
  }),
  payFilesWaiting: ({ count }) => ({
    zh: `有 ${count} 个代发文件银行还没有答复完`,
    en: `${count} pay ${count === 1 ? 'file waits' : 'files wait'} for the bank`,
  }),
};

export const blockerWords = (blocker: ReleaseBlocker): Words => WORDS[blocker.kind](blocker);

/** All of them in a sentence; undefined where nothing stands in the way. */
export function blockedWords(blockers: readonly ReleaseBlocker[]): Words | undefined {
  if (blockers.length === 0) return undefined;
  const all = blockers.map(blockerWords);
  return {
    zh: `还有事项没有了结：${all.map(({ zh }) => zh).join('；')}`,
    en: `Not settled yet: ${all.map(({ en }) => en).join('; ')}`,
  };
}
