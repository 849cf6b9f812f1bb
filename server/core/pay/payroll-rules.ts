import type { ProblemLevel, SheetProblem } from '../contract/sheet-checks.ts';
import { isCitable, printCitation } from '../law/articles.ts';
import type { RuleId } from '../law/articles.ts';
import { AMOUNT_RULES } from './payroll-rules-of-amounts.ts';
import { PERSON_RULES } from './payroll-rules-of-persons.ts';
import { SHEET_RULES } from './payroll-rules-of-sheets.ts';

/** One question asked of every payroll, as data: what it is called, how hard it is by default, and in which words it answers. */
export interface PayrollRule {
  /** What an area has not decided otherwise. A breach that must not keep the worker from his pay is a notice. */
  readonly level: ProblemLevel;
  /** The column whose cell is at fault; absent where the row or sheet as a whole is. */
  readonly column?: string;
  /** Rule of law behind it, printed where it is certain. */
  readonly cite?: RuleId;
  /** Key of the regional parameter it needs; without it the check is left out and says so. */
  readonly parameter?: string;
  /** No area can make it a notice: without it there is nothing to store or to pay. */
  readonly fixed?: true;
  readonly zh: string;
  readonly en: string;
}

/** Every check of a payroll sheet. */
export const PAYROLL_RULES = {
  ...PERSON_RULES,
  ...AMOUNT_RULES,
  ...SHEET_RULES,
} as const satisfies Record<string, PayrollRule>;

export type PayrollRuleId = keyof typeof PAYROLL_RULES;

/** What an area decided about levels: parameter `payrollRuleLevels`. */
export type RuleLevels = Readonly<Record<string, ProblemLevel>>;

/** A rule that did not hold, with what was found; texts are made from it once. */
export interface PayrollFinding {
  /** 0: the sheet as a whole. */
  row: number;
  rule: PayrollRuleId;
  /** Another cell than the rule's own. */
  column?: string;
  facts?: Readonly<Record<string, string | number>>;
}

/** The rule as a plain record, so that absent fields can be asked for. */
export const payrollRule = (id: PayrollRuleId): PayrollRule => PAYROLL_RULES[id];

/** May this rule's level be set by an area? */
export function isPayrollRule(id: string): id is PayrollRuleId {
  return Object.hasOwn(PAYROLL_RULES, id);
}

/**
 * How hard a rule is in an area: what the area decided, otherwise the rule's own level.
 * @example levelOf('roster.contract', { 'roster.contract': 'block' }) // 'block'
 * @example levelOf('person.twice', { 'person.twice': 'notice' })      // 'block': one person cannot be paid twice in a sheet
 */
export function levelOf(id: PayrollRuleId, levels: RuleLevels): ProblemLevel {
  const { level, fixed } = payrollRule(id);
  return fixed === true ? level : (levels[id] ?? level);
}

const citations = new Map<string, readonly [zh: string, en: string]>();

/** The finding in words, with the law it rests on where that is certain. */
export function wordFinding(
  { row, rule, column, facts = {} }: PayrollFinding,
  levels: RuleLevels,
): SheetProblem {
  const { zh, en, cite, column: own } = payrollRule(rule);
  const [citeZh, citeEn] = citationOf(cite);
  const where = column ?? own;
  return {
    row,
    ...(where === undefined ? {} : { column: where }),
    rule,
    level: levelOf(rule, levels),
    zh: fill(zh, facts) + citeZh,
    en: fill(en, facts) + citeEn,
  };
}

function citationOf(id: RuleId | undefined): readonly [zh: string, en: string] {
  if (id === undefined || !isCitable(id)) return ['', ''];
  const known =
    citations.get(id) ?? ([`，依据${printCitation(id, 'zh')}`, ` (${printCitation(id, 'en')})`] as const);
  citations.set(id, known);
  return known;
}

const fill = (text: string, facts: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => String(facts[name] ?? ''));
