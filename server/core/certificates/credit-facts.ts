import type { Words } from '../alerts/rule.ts';
import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { words } from '../lives/facts.ts';

/** What a wage credit certificate looks at, in the order in which it is printed. */
export const CREDIT_FACT_KINDS = [
  'openCase',
  'decision',
  'penalty',
  'listing',
  'publication',
  'redAlert',
] as const;
export type CreditFactKind = (typeof CREDIT_FACT_KINDS)[number];

/** One record that speaks against the company, as it stood on the day it was looked at. */
export interface CreditFact {
  readonly kind: CreditFactKind;
  /** Of the record itself. */
  readonly id: string;
  /** As people call it: number of the case, the decision, the alert. */
  readonly number: string;
  readonly on: PlainDate;
  /** Wages not paid yet, of a case. */
  readonly fen?: Fen;
}

/** The record of a company over some years, as of one day. */
export interface CreditRecord {
  readonly from: PlainDate;
  readonly day: PlainDate;
  readonly facts: readonly CreditFact[];
}

export const CREDIT_FACT_WORDS: Readonly<Record<CreditFactKind, Words>> = {
  openCase: words('尚未了结的欠薪案件', 'Cases with wages not paid yet'),
  decision: words('劳动保障监察行政处理决定', 'Handling decisions'),
  penalty: words('劳动保障监察行政处罚决定', 'Penalties'),
  listing: words('列入拖欠农民工工资失信联合惩戒名单', 'Listings for dishonesty'),
  publication: words('重大劳动保障违法行为公布', 'Published violations'),
  redAlert: words('未消除的红色预警', 'Red alerts that stand'),
};

const keyOf = ({ kind, id }: CreditFact): string => `${kind}:${id}`;

/**
 * What has come up since the record was frozen: shown to whoever decides, it changes nothing by itself.
 * @example factsSince(certificate.record.facts, today.facts)
 */
export function factsSince(frozen: readonly CreditFact[], now: readonly CreditFact[]): CreditFact[] {
  const known = new Set(frozen.map(keyOf));
  return now.filter((one) => !known.has(keyOf(one)));
}

/** How many of each kind, none left out: a nought is said, too. */
export const countFacts = (facts: readonly CreditFact[]): readonly [CreditFactKind, number][] =>
  CREDIT_FACT_KINDS.map((kind) => [kind, facts.filter((one) => one.kind === kind).length]);
