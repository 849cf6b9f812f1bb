import type { FieldProblem } from '../../core/contract/errors.ts';
import type { MonthOwed } from '../../core/contract/deadlines.ts';
import { checkBankCard, checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';

interface Row {
  citizenId?: string;
  bankCard?: string;
  months?: readonly MonthOwed[];
}

/** Refuses numbers whose check digit disagrees and months that have not come yet; every field of every row at once. */
export function checkPeople(rows: readonly Row[], today: PlainDate, pathOf: (at: number) => string): void {
  const problems = rows.flatMap((row, at) => problemsOf(row, pathOf(at), today));
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
}

function problemsOf({ citizenId, bankCard, months = [] }: Row, at: string, today: PlainDate): FieldProblem[] {
  const wrong = (path: string, rule: string, zh: string, en: string): FieldProblem => ({
    in: 'body',
    path: `${at}${path}`,
    rule,
    zh,
    en,
  });
  return [
    ...(citizenId === undefined || checkCitizenId(citizenId, today).ok
      ? []
      : [wrong('citizenId', 'citizenId', '身份证号码有误，请核对', 'Not a valid citizen number')]),
    ...(bankCard === undefined || checkBankCard(bankCard).ok
      ? []
      : [wrong('bankCard', 'bankCard', '银行卡号有误，请核对', 'Not a valid bank card number')]),
    ...months.flatMap(({ payMonth }, nth) =>
      payMonth > payMonthOf(today)
        ? [wrong(`months.${nth}.payMonth`, 'date.future', '不能晚于本月', 'Not a month to come')]
        : [],
    ),
  ];
}
