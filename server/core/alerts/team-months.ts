import type { PlainDate } from '../kit/plain-date.ts';
import { addDays } from '../kit/plain-date.ts';
import type { MonthFacts, ProjectFacts, SheetFacts, TeamMonthFacts } from './facts.ts';
import type { Finding, RecordRef, Words } from './rule.ts';

/** One team's month, with the month it stands in. */
export interface TeamMonth {
  month: MonthFacts;
  team: TeamMonthFacts;
}
/** A team's month whose sheet stands. */
export interface PaidTeamMonth extends TeamMonth {
  sheet: SheetFacts;
}

/** A dozen rules ask for the same months, and facts never change once they are gathered. */
const ALL = new WeakMap<readonly MonthFacts[], readonly TeamMonth[]>();
const FILED = new WeakMap<readonly MonthFacts[], readonly PaidTeamMonth[]>();

/** Every team's month on record, oldest first. */
export function teamMonths({ months }: Pick<ProjectFacts, 'months'>): readonly TeamMonth[] {
  let all = ALL.get(months);
  if (all === undefined) {
    all = months.flatMap((month) => month.teams.map((team) => ({ month, team })));
    ALL.set(months, all);
  }
  return all;
}

/** The sheet that counts. One the general contractor returned counts as not filed. */
export function standingSheet({ sheet }: TeamMonthFacts): SheetFacts | undefined {
  return sheet === undefined || sheet.isReturned ? undefined : sheet;
}

/** Does no sheet stand that ought to? One that was deleted by law was there, and was paid. */
export const lacksSheet = (team: TeamMonthFacts): boolean =>
  standingSheet(team) === undefined && team.isSheetDeleted !== true;

/** Is a finding by this name about a month of a team whose sheet was deleted by law? */
export function isAboutDeleted(facts: Pick<ProjectFacts, 'months'>): (about: string) => boolean {
  const gone = teamMonths(facts).filter(({ team }) => team.isSheetDeleted === true);
  const abouts = new Set(gone.map((at) => aboutTeamMonth(at).about));
  return (about) => abouts.has(about);
}

/** The months of teams whose sheet stands. */
export function filedTeamMonths(facts: Pick<ProjectFacts, 'months'>): readonly PaidTeamMonth[] {
  let filed = FILED.get(facts.months);
  if (filed === undefined) {
    filed = teamMonths(facts).flatMap(({ month, team }) => {
      const sheet = standingSheet(team);
      return sheet === undefined ? [] : [{ month, team, sheet }];
    });
    FILED.set(facts.months, filed);
  }
  return filed;
}

/** The first day on which wages of the month are late; absent where no pay day is agreed. */
export function lateFrom({ payOn }: Pick<MonthFacts, 'payOn'>): PlainDate | undefined {
  return payOn === undefined ? undefined : addDays(payOn, 1);
}

/** Has the pay day gone by? On the day itself there is still time, and without an agreed one nothing is late. */
export function isLate(month: Pick<MonthFacts, 'payOn'>, today: PlainDate): boolean {
  return month.payOn !== undefined && today > month.payOn;
}

/** Wakes of whatever turns true on the day after a pay day. */
export function payDayWakes(months: readonly Pick<MonthFacts, 'payOn'>[], today: PlainDate): PlainDate[] {
  return months.flatMap((month) => {
    const day = lateFrom(month);
    return day === undefined || day <= today ? [] : [day];
  });
}

/** What a finding about a team's month points at: its name within the rule, and its records. */
export function aboutTeamMonth({
  month,
  team,
}: TeamMonth): Pick<Finding, 'about' | 'month' | 'teamId' | 'records'> {
  const records: RecordRef[] = [{ kind: 'team', id: team.teamId }];
  const sheet = standingSheet(team);
  if (sheet !== undefined) records.unshift({ kind: 'payrollSheet', id: sheet.id });
  return { about: `team:${team.teamId}:${month.month}`, month: month.month, teamId: team.teamId, records };
}

export const NO_PAY_DAY: Words = {
  zh: '没有登记约定的发薪日，无法判断是否逾期',
  en: 'No agreed pay day is on record: nothing can be called late',
};
export const NO_WORK_ON_RECORD: Words = {
  zh: '没有考勤、在场人员或工资表的记录',
  en: 'No attendance, nobody on site and no payroll on record',
};
export const NO_PAYROLL: Words = {
  zh: '没有有效的工资表（未提交或已退回）',
  en: 'No payroll stands: none was filed, or it was returned',
};

/** No month on record has an agreed pay day, or there is neither a month nor a contract. */
export function lacksPayDay({ months, contract }: ProjectFacts): boolean {
  return months.length === 0 ? contract === undefined : months.every(({ payOn }) => payOn === undefined);
}
