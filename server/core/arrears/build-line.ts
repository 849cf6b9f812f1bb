import type { Words } from '../alerts/rule.ts';
import { yuanWords } from '../alerts/words.ts';
import type { Fen } from '../kit/money.ts';
import { fen, sumFen, ZERO_FEN } from '../kit/money.ts';
import type { PayMonth } from '../kit/plain-date.ts';
import { addDays, firstDayOf, lastDayOf } from '../kit/plain-date.ts';
import { workingDaysBetween } from '../law/count-period.ts';
import { hasNotice } from '../law/day-facts.ts';
import { minimumFor } from '../pay/minimum-wage.ts';
import { deductedOf } from './deducted.ts';
import type { Earned } from './earned.ts';
import { earnedOf, source } from './earned.ts';
import { paidOf } from './paid.ts';
import type { BuiltLine, PersonMonth, ReckonedBy, WorkOfMonth } from './person-month.ts';

/** 欠薪 = 应发 − 扣款 − 已付, never below nothing. */
export const owedOf = (earned: Fen, deducted: Fen, paid: Fen): Fen =>
  fen(Math.max(0, earned - deducted - paid));

const stated = (amount: Fen): Words => ({
  zh: `本人陈述欠 ${yuanWords(amount).zh}`,
  en: `The person says ${yuanWords(amount).en} is owed`,
});

/**
 * One person's month: what was earned, deducted, paid and is owed, each figure with where it comes from. Records come
 * first, the person's own word stands where they give no figure; without either the line has none. Null where nothing is
 * known of the month at all: no data is neither pay nor no pay.
 */
export function buildLine(month: PersonMonth, by: ReckonedBy): BuiltLine | null {
  const { payMonth, work, credits, statedFen } = month;
  if (work.every(isEmpty) && credits.length === 0 && statedFen === undefined) return null;
  const lastDay = lastDayOf(payMonth);
  const parts = work
    .filter((one) => !isEmpty(one))
    .map((one) => earnedOf(one, lastDay, fullMonthOf(payMonth, by)));
  const deducted = work.flatMap((one) =>
    one.payroll === undefined ? [] : [deductedOf(one.payroll, lastDay, leastOf(one, payMonth, by))],
  );
  const paid = paidOf(month, by.filedOn);
  const own = statedFen === undefined ? [] : [source('stated', stated(statedFen))];
  const around = [...deducted.flatMap(({ sources }) => sources), ...paid.sources, ...own];
  const sources = [...parts.flatMap((one) => one.sources), ...around];
  const deductedFen = sumFen(deducted.map((one) => one.fen));
  const earned = addUp(parts);
  if (earned !== null) {
    const { basis } =
      parts.length === 1 && parts[0] !== undefined ? parts[0] : { basis: { kind: 'sum' as const } };
    return lineOf({ payMonth, basis, sources, lacks: [] }, earned, deductedFen, paid.fen);
  }
  const bare = { payMonth, basis: { kind: 'sum' as const }, sources };
  // What the person says is owed is what is left: with what was paid it makes up what was earned.
  if (statedFen !== undefined)
    return lineOf({ ...bare, lacks: [] }, sumFen([statedFen, deductedFen, paid.fen]), deductedFen, paid.fen);
  const lacks = parts.length === 0 ? [NOT_FILED] : parts.flatMap((one) => one.lacks);
  return { ...bare, earnedFen: ZERO_FEN, deductedFen, paidFen: paid.fen, owedFen: ZERO_FEN, lacks };
}

/** Hundredths of days there were to work in a month; undefined where its year's notice is not there. @law CAL-2 */
function fullMonthOf(month: PayMonth, { calendar }: ReckonedBy): number | undefined {
  if (calendar === undefined || !hasNotice(firstDayOf(month), calendar)) return undefined;
  return workingDaysBetween(addDays(firstDayOf(month), -1), lastDayOf(month), calendar) * 100;
}

/** What has to be left of a wage after a deduction: the minimum wage for the time attended, or for the month. @law WAG-5 */
function leastOf(
  { attended }: WorkOfMonth,
  payMonth: PayMonth,
  { minimumMonthlyFen }: ReckonedBy,
): Fen | undefined {
  if (minimumMonthlyFen === undefined) return undefined;
  const { daysHundredths = null, hoursHundredths = null } = attended ?? {};
  const worked = { daysHundredths, hoursHundredths };
  return minimumFor(worked, { payMonth, minimumMonthlyFen, minimumHourlyFen: null }) ?? minimumMonthlyFen;
}

const NOT_FILED: Words = {
  zh: '只有到账记录，没有工资表、考勤和本人陈述',
  en: 'Only credits on record: no payroll, no attendance, nothing stated',
};

const isEmpty = ({ attended, payroll }: PersonMonth['work'][number]): boolean =>
  payroll === undefined &&
  (attended === undefined || attended.daysHundredths + attended.hoursHundredths === 0);

/** The parts together; null where one of them has no figure: half a month is not a month. */
function addUp(parts: readonly Earned[]): Fen | null {
  if (parts.length === 0) return null;
  const known = parts.flatMap(({ fen: amount }) => (amount === null ? [] : [amount]));
  return known.length === parts.length ? sumFen(known) : null;
}

function lineOf(
  { payMonth, basis, sources, lacks }: Pick<BuiltLine, 'payMonth' | 'basis' | 'sources' | 'lacks'>,
  earnedFen: Fen,
  deductedFen: Fen,
  paidFen: Fen,
): BuiltLine {
  const owedFen = owedOf(earnedFen, deductedFen, paidFen);
  return { payMonth, basis, earnedFen, deductedFen, paidFen, owedFen, sources, lacks };
}
