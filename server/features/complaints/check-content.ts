import type { FieldProblem } from '../../core/contract/errors.ts';
import type { NamedPerson } from '../../core/contract/complaint-intake.ts';
import { checkBankCard, checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';

/** What can only be judged knowing the day: a shape at the door cannot. */
export interface Checked {
  payMonths?: readonly PayMonth[];
  receivedOn?: PlainDate;
  citizenId?: string;
  people?: readonly NamedPerson[];
}

/** One thing that is well-formed and cannot be right. */
export const problem = (path: string, rule: string, zh: string, en: string): FieldProblem => ({
  in: 'body',
  path,
  rule,
  zh,
  en,
});

const inFuture = (path: string): FieldProblem =>
  problem(path, 'date.future', '不能晚于今天', 'Must not lie in the future');

const citizenIds = (path: string, citizenId: string | undefined, today: PlainDate): FieldProblem[] =>
  citizenId === undefined || checkCitizenId(citizenId, today).ok
    ? []
    : [problem(path, 'citizenId', '身份证号码有误，请核对', 'Not a valid citizen id; check it again')];

function monthsAhead(path: string, months: readonly PayMonth[], today: PlainDate): FieldProblem[] {
  const present = payMonthOf(today);
  return months.flatMap((month, at) => (month > present ? [inFuture(`${path}.${at}`)] : []));
}

function wrongPerson(person: NamedPerson, at: number, today: PlainDate): FieldProblem[] {
  const months = person.months.map((one) => one.payMonth);
  const card =
    person.bankCard === undefined || checkBankCard(person.bankCard).ok
      ? []
      : [
          problem(
            `people.${at}.bankCard`,
            'bankCard',
            '银行卡号有误，请核对',
            'Not a valid bank card number',
          ),
        ];
  return [
    ...citizenIds(`people.${at}.citizenId`, person.citizenId, today),
    ...card,
    ...monthsAhead(`people.${at}.months`, months, today),
  ];
}

/** Refuses months and days that have not come yet, and numbers whose check digit disagrees; every field at once. */
export function checkContent(content: Checked, today: PlainDate): void {
  const { payMonths = [], receivedOn, citizenId, people = [] } = content;
  refuseFields([
    ...monthsAhead('payMonths', payMonths, today),
    ...(receivedOn !== undefined && receivedOn > today ? [inFuture('receivedOn')] : []),
    ...citizenIds('citizenId', citizenId, today),
    ...people.flatMap((person, at) => wrongPerson(person, at, today)),
  ]);
}

export function refuseFields(problems: FieldProblem[]): void {
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
}
