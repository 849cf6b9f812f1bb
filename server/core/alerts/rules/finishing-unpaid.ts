import { sumFen } from '../../kit/money.ts';
import type { PlainDate } from '../../kit/plain-date.ts';
import { countBack } from '../../law/count-period.ts';
import type { ProjectFacts } from '../facts.ts';
import type { Finding, RecordRef, RuleInput } from '../rule.ts';
import { alertRule } from '../rule.ts';
import type { TeamMonth } from '../team-months.ts';
import {
  isLate,
  lacksPayDay,
  lacksSheet,
  lateFrom,
  NO_PAY_DAY,
  NO_WORK_ON_RECORD,
  payDayWakes,
  standingSheet,
  teamMonths,
} from '../team-months.ts';
import { counted, monthWords, yuanWords } from '../words.ts';
import { isOver, NO_CONTRACT } from '../works.ts';

type Input = RuleInput<'daysBefore'>;

/**
 * Are wages owed of a site that is finished or about to be? Once people have left, arrears are hard to recover. Wages whose
 * pay day is still to come are not owed yet.
 */
export const finishingUnpaid = alertRule({
  id: 'finishingUnpaid',
  group: 'payroll',
  question: {
    zh: '完工或临近完工，还有工资没发清吗？',
    en: 'Are wages owed of a site that is finished or nearly so?',
  },
  level: 'red',
  points: 15,
  needs: ['contract', 'payroll'],
  also: ['attendance', 'bankResults'],
  numbers: {
    daysBefore: {
      parameter: 'alertFinishingDays',
      label: {
        zh: '计划完工前多少天算临近完工',
        en: 'Days before the planned end from which a site counts as nearly finished',
      },
      suggested: 60,
      unit: 'calendarDays',
    },
  },
  cite: 'REG-12-1',
  ladder: false,
  missing: ({ facts }) => [
    ...(lacksPayDay(facts) ? [NO_PAY_DAY] : []),
    ...(facts.contract === undefined && !isOver(facts) ? [NO_CONTRACT] : []),
    ...(teamMonths(facts).length === 0 ? [NO_WORK_ON_RECORD] : []),
  ],
  find: (input) => {
    const from = finishingFrom(input);
    if (from !== null && (from === undefined || input.today < from)) return [];
    const late = owed(input.facts).flatMap((at) => {
      const lateOn = isLate(at.month, input.today) ? lateFrom(at.month) : undefined;
      return lateOn === undefined ? [] : [{ ...at, lateOn }];
    });
    const [oldest] = late.map(({ lateOn }) => lateOn).sort();
    if (oldest === undefined) return [];
    return [findingOf(late, from !== null && from > oldest ? from : oldest, input.facts)];
  },
  wakes: (input) => {
    const from = finishingFrom(input);
    return [
      ...payDayWakes(
        owed(input.facts).map(({ month }) => month),
        input.today,
      ),
      ...(from === null || from === undefined ? [] : [from]),
    ];
  },
});

/** The day from which the end is near; null where it has come, undefined where it is not planned. */
function finishingFrom({ facts, numbers, calendar }: Input): PlainDate | null | undefined {
  if (isOver(facts)) return null;
  const before = facts.contract?.plannedUntil;
  if (before === undefined) return undefined;
  return countBack({ before, length: { calendarDays: numbers.daysBefore }, roll: 'none', calendar }).dueOn;
}

/** Months of teams that lack money, or worked without a payroll. */
function owed(facts: ProjectFacts): TeamMonth[] {
  return teamMonths(facts).filter(({ team }) => {
    const sheet = standingSheet(team);
    return sheet === undefined ? lacksSheet(team) && (team.attendedPeople ?? 0) > 0 : sheet.shortFen > 0;
  });
}

function findingOf(late: readonly TeamMonth[], since: PlainDate, facts: ProjectFacts): Finding {
  const months = [...new Set(late.map(({ month }) => month.month))].sort();
  const sheets = late.flatMap(({ team }) => standingSheet(team) ?? []);
  const shortFen = sumFen(sheets.map((sheet) => sheet.shortFen));
  const unfiled = late.length - sheets.length;
  const [first, last] = [months[0], months.at(-1)].map((month) => month && monthWords(month));
  const span =
    months.length === 1
      ? { zh: first?.zh ?? '', en: first?.en ?? '' }
      : { zh: `${first?.zh}至${last?.zh}`, en: `${first?.en} to ${last?.en}` };
  return {
    about: '',
    since,
    values: { shortFen, months: months.length, unfiled },
    records: sheets.map(({ id }): RecordRef => ({ kind: 'payrollSheet', id })),
    message: {
      zh: `${isOver(facts) ? '项目已完工' : '项目临近完工'}，${span.zh}有 ${months.length} 个月没发清：已报工资差 ${yuanWords(shortFen).zh}${unfiled > 0 ? `，另有 ${unfiled} 个班组月份没有工资表` : ''}`,
      en: `${isOver(facts) ? 'Finished' : 'Nearly finished'}, and ${counted(months.length, 'month', 'months')} (${span.en}) not paid in full: ${yuanWords(shortFen).en} of filed wages missing${unfiled > 0 ? `, and no payroll for ${counted(unfiled, 'team month', 'team months')}` : ''}`,
    },
    cure: {
      zh: '所有月份的工资表报齐、银行逐人入账后自动解除',
      en: 'Ends when payrolls of all months are filed and the bank has credited every person',
    },
  };
}
