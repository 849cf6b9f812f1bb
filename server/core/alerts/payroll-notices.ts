import type { PlainDate } from '../kit/plain-date.ts';
import type { PayrollRuleId } from '../pay/payroll-rules.ts';
import type { SheetFacts } from './facts.ts';
import { MONTHS_BACK, monthsBackWakes, recentMonths } from './months-back.ts';
import type { Finding, RuleInput, Words } from './rule.ts';
import type { PaidTeamMonth } from './team-months.ts';
import { aboutTeamMonth, filedTeamMonths, NO_PAYROLL } from './team-months.ts';
import { monthWords } from './words.ts';

/** Numbers of the rules that read what the checks of a payroll found and an area lets through. */
export const NOTICE_NUMBERS = { monthsBack: MONTHS_BACK } as const;
type Input = RuleInput<keyof typeof NOTICE_NUMBERS>;

/** How many problems of these checks were let through when the sheet was filed. */
export function noticesOf(
  { notices }: Pick<SheetFacts, 'notices'>,
  checks: readonly PayrollRuleId[],
): number {
  return checks.reduce((sum, check) => sum + (notices[check] ?? 0), 0);
}

/** Payrolls that stand, of the months looked at. */
export const recentlyFiled = ({ facts, numbers, today }: Input): readonly PaidTeamMonth[] =>
  filedTeamMonths({ months: recentMonths(facts, numbers.monthsBack, today) });

/** Without a payroll nothing was checked. */
export const missingPayroll = (input: Input): Words[] =>
  recentlyFiled(input).length === 0 ? [NO_PAYROLL] : [];

/** Payrolls filed with problems of these checks. */
export function noticed(
  input: Input,
  checks: readonly PayrollRuleId[],
  words: (count: number, filed: PaidTeamMonth, month: Words) => Words,
  cure: Words,
): Finding[] {
  return recentlyFiled(input).flatMap((filed) => {
    const count = noticesOf(filed.sheet, checks);
    if (count === 0) return [];
    return {
      ...aboutTeamMonth(filed),
      since: filed.sheet.filedOn,
      values: { problems: count, people: filed.sheet.people },
      message: words(count, filed, monthWords(filed.month.month)),
      cure,
    };
  });
}

/** A month becomes too old to be looked at. */
export function noticeWakes(input: Input): PlainDate[] {
  return monthsBackWakes(
    recentlyFiled(input).map(({ month }) => month),
    input.numbers.monthsBack,
  );
}
