import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { RuleId } from '../law/articles.ts';

/** What the measures of grading ask about; a source of entries says of which of them it would know. */
export const GRADE_GROUNDS = [
  'finding',
  'handled',
  'orderRefused',
  'incident',
  'childOrForced',
  'obstruction',
  'crime',
] as const;
export type GradeGround = (typeof GRADE_GROUNDS)[number];

interface EntryKind {
  readonly name: Words;
  /** How it weighs at a glance; what it means for the grade is the criteria's. */
  readonly tone: 'bad' | 'good' | 'plain';
  readonly ground?: GradeGround;
  readonly cite?: RuleId;
}

const kind = (zh: string, en: string, tone: EntryKind['tone'], rest: Omit<EntryKind, 'name' | 'tone'> = {}) =>
  ({ name: { zh, en }, tone, ...rest }) as const satisfies EntryKind;

/** Everything that can stand in the file of a company: its words, its weight, and the question it answers. */
export const CREDIT_ENTRY_KINDS = {
  caseFiled: kind('立案调查', 'Case filed', 'bad', { cite: 'INS-14-1' }),
  caseClosed: kind('案件结案', 'Case closed', 'plain'),
  orderServed: kind('责令限期改正', 'Order to put it right', 'bad', { ground: 'handled', cite: 'INS-18-1' }),
  orderMissed: kind('限期改正期满未履行', 'Order not carried out in time', 'bad', {
    ground: 'orderRefused',
    cite: 'INS-26-1',
  }),
  decisionMade: kind('行政处理决定', 'Handling decision', 'bad', { ground: 'handled', cite: 'INS-18-1' }),
  decisionMissed: kind('处理决定期满未履行', 'Decision not carried out in time', 'bad', {
    ground: 'orderRefused',
    cite: 'INS-26-1',
  }),
  penaltyMade: kind('行政处罚决定', 'Penalty', 'bad', { ground: 'handled', cite: 'INS-18-1' }),
  fineMissed: kind('罚款逾期未缴', 'Fine not paid in time', 'bad', {
    ground: 'orderRefused',
    cite: 'PRO-11',
  }),
  transferred: kind('涉嫌犯罪移送公安', 'Transferred to the police', 'bad', { cite: 'TRF-1' }),
  convicted: kind('被追究刑事责任', 'Criminal liability', 'bad', { ground: 'crime' }),
  obstruction: kind('阻碍监察检查', 'Obstructed an inspection', 'bad', {
    ground: 'obstruction',
    cite: 'INS-30-1',
  }),
  childOrForced: kind('使用童工或强迫劳动', 'Child or forced labour', 'bad', { ground: 'childOrForced' }),
  incident: kind('引发群体性、极端事件', 'Group or extreme incident', 'bad', { ground: 'incident' }),
  inspectionClean: kind('巡查未发现问题', 'Inspected, nothing found', 'good'),
  inspectionFinding: kind('巡查发现问题', 'Inspected, to be put right', 'bad', { ground: 'finding' }),
  complaints: kind('被投诉', 'Complaints', 'plain'),
  alertRed: kind('红色预警', 'Red warning', 'bad'),
  accountAlert: kind('实名制、专户类预警', 'Warning about real names or the wage account', 'bad'),
  listed: kind('列入失信联合惩戒名单', 'On the dishonesty list', 'bad', { cite: 'BLK-5-1' }),
  unlisted: kind('移出失信联合惩戒名单', 'Off the dishonesty list', 'good', { cite: 'BLK-17-1' }),
  published: kind('重大违法行为社会公布', 'Violation published', 'bad', { cite: 'PUB-2' }),
  certificate: kind('出具工资支付信用记录证明', 'Wage credit certificate issued', 'plain'),
  certificateRevoked: kind('撤销工资支付信用记录证明', 'Wage credit certificate revoked', 'plain'),
  findingFixed: kind('检查问题整改到位', 'Finding put right', 'good'),
  findingMissed: kind('检查问题期满未整改', 'Finding not put right in time', 'bad'),
} as const satisfies Record<string, EntryKind>;
export type CreditEntryKind = keyof typeof CREDIT_ENTRY_KINDS;

/** One kind as a plain record, so that absent fields can be asked for. */
export const entryKind = (id: CreditEntryKind): EntryKind => CREDIT_ENTRY_KINDS[id];

/** The record an entry was read from. */
export const CREDIT_RECORDS = [
  'case',
  'alert',
  'inspection',
  'finding',
  'complaints',
  'listing',
  'publication',
  'certificate',
  'incident',
] as const;
export interface CreditRecordRef {
  readonly kind: (typeof CREDIT_RECORDS)[number];
  readonly id: string;
}

/** The company's own papers say nothing of what it did: with these alone it was not on record that year. */
export const OWN_PAPERS: readonly CreditEntryKind[] = ['certificate', 'certificateRevoked'];

/** One dated fact of a company's record. The file is nothing but these, read off other records for a day. */
export interface CreditEntry {
  readonly companyId: string;
  readonly kind: CreditEntryKind;
  readonly on: PlainDate;
  /** The first day on which it no longer stands; absent while it does, and for what is over with its day. */
  readonly endedOn?: PlainDate;
  readonly areaCode: string;
  readonly record: CreditRecordRef;
  /** What it belongs to: several papers of one case are one matter. */
  readonly matter?: string;
  readonly number?: string;
  /** How it ended, or what it was about: words of the program, never of people. */
  readonly note?: Words;
  readonly fen?: Fen;
  readonly count?: number;
  /** The office's own: it is not shown to the company. */
  readonly isOfficeOnly?: true;
}

/** What makes two readings of the same fact one: a late change of the fact is a change of the file. */
export const entryKey = ({ kind: of, record, on, endedOn, fen }: CreditEntry): string =>
  [of, record.kind, record.id, on, endedOn ?? '', fen ?? ''].join(' ');

/** The entries up to a day, newest first. */
export const entriesOn = (entries: readonly CreditEntry[], day: PlainDate): CreditEntry[] =>
  entries.filter(({ on }) => on <= day).sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1));
