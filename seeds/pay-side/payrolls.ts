import { subtractFen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import {
  addDays,
  addPayMonths,
  firstDayOf,
  lastDayOf,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import type { Calendar } from '../../server/core/law/calendar/calendar.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findCompanyRef } from '../../server/features/companies/index.ts';
import type { LaidLine, LaidPayroll, LaidSheet } from '../../server/features/payroll/index.ts';
import { answerLine, findLine, layPayrolls, sheetsOf } from '../../server/features/payroll/index.ts';
import type { RosterPerson } from '../../server/features/roster/index.ts';
import { attendedMonths, findTeam, openEnrolments } from '../../server/features/roster/index.ts';
import { findSafeguards } from '../../server/features/safeguards/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { workingDaysBefore } from '../working-days.ts';
import { postLabourCost, postRefusedOutflow } from './account-movements.ts';
import { belowMinimum, standardOf } from './notices.ts';
import { onDay } from './on-day.ts';
import { isByFile, payByFile } from './pay-files.ts';
import { earlier, lineOf } from './payroll-lines.ts';
import type { MonthStory } from './payroll-stories.ts';
import { monthStory } from './payroll-stories.ts';
import type { PlannedProject, PlannedTeam } from './plan.ts';
import { enrolmentIdOf, PLANNED_PROJECTS } from './plan.ts';

/**
 * The months that teams have filed, with the bank's results and the workers' answers, each team by its story. Laid in
 * bulk, one transaction a site: it is there from end to end, or not at all and laid at the next start. Whoever disagrees
 * with the newest month says so as a worker does, so that his lead stands in the queue.
 */
export async function seedPayrolls(ctx: Ctx): Promise<{ sheets: number; postings: number }> {
  const made = { sheets: 0, postings: 0 };
  const calendar = await loadCalendar(DEMO_AREA);
  const current = payMonthOf(ctx.today);
  for (const project of PLANNED_PROJECTS) {
    if ((await sheetsOf(project.id, addPayMonths(current, -24), current)).length > 0) continue;
    const laid = await inTransaction(() => laySite(project, { ctx, calendar }));
    made.sheets += laid.sheets;
    made.postings += laid.postings;
  }
  return made;
}

interface Around {
  ctx: Ctx;
  calendar: Calendar;
}

async function laySite(
  project: PlannedProject,
  around: Around,
): Promise<{ sheets: number; postings: number }> {
  const { contract, account } = (await findSafeguards(project.id)) ?? {};
  if (contract === undefined) throw new Error('a site of the plan has its contract');
  const isFunded = account !== undefined;
  const postings = isFunded ? await postLabourCost(project, contract, around.ctx) : 0;
  if (isFunded) await postRefusedOutflow(project, around.ctx);
  let sheets = 0;
  for (const team of project.teams) {
    const months = await monthsOfTeam(project, team, contract, around);
    const laid = await layPayrolls(
      months.map(({ payroll }) => payroll),
      around.ctx,
    );
    sheets += laid.length;
    const [newest, sheet] = [months.at(-1), laid.at(-1)];
    if (newest !== undefined && sheet !== undefined) await afterFiling(project, newest, sheet, around);
  }
  return { sheets, postings };
}

/** A month, with what is still to happen to its lines: what the bank says and what was answered. */
interface TeamMonth {
  payroll: LaidPayroll;
  payOn: PlainDate;
  story: MonthStory;
  lines: LaidLine[];
}
type PayDays = Pick<Parameters<typeof postLabourCost>[1], 'payDay' | 'payDayIn'>;

async function monthsOfTeam(
  project: PlannedProject,
  planned: PlannedTeam,
  { payDay, payDayIn }: PayDays,
  { ctx, calendar }: Around,
): Promise<TeamMonth[]> {
  const team = await findTeam(planned.id);
  const { filedUntil } = planned;
  if (team === null || filedUntil === undefined) return [];
  const ids = Array.from({ length: planned.people }, (_none, at) => enrolmentIdOf(planned.id, at + 1));
  const people = (await openEnrolments(ids)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const attended = await attendedMonths(ids);
  const employer = await findCompanyRef(team.employerId);
  const months: TeamMonth[] = [];
  for (let ago = planned.from; ago >= filedUntil; ago -= 1) {
    const payMonth = addPayMonths(payMonthOf(ctx.today), -ago);
    const { payOn } = payDateOn(agreedPayDay(payMonth, payDay, payDayIn), calendar);
    const story = monthStory(planned.story, ago - filedUntil);
    const there = people.filter((person) => isThere(person, payMonth));
    const lines = there
      .map((person) => {
        const days = attended
          .get(person.enrolmentId)
          ?.find(({ month }) => month === payMonth)?.daysHundredths;
        const serial = Number.parseInt(person.enrolmentId.slice(-8), 16);
        const about = { serial, people: there.length, days, story, payOn };
        return lineOf(person, { ...about, team: planned, today: ctx.today });
      })
      .filter(({ daysHundredths }) => daysHundredths > 0);
    if (lines.length === 0) continue;
    const isNewest = ago === filedUntil;
    const isSent = isNewest && isByFile(planned.id);
    const payroll = {
      ...{ project, team, employerName: employer?.name ?? '', payMonth, payOn },
      filedOn: earlier(addDays(payOn, -8), addDays(ctx.today, -3)),
      state: isSent ? ('approved' as const) : story.state,
      lines: lines.map((line) => asFiled(line, { isNewest, isSent })),
      notices: belowMinimum(lines, await standardOf(team.areaCode, payMonth), ctx.today),
    };
    months.push({ payroll, payOn, story, lines });
  }
  return months;
}

const isThere = ({ enteredOn, leftOn }: RosterPerson, month: LaidPayroll['payMonth']): boolean =>
  enteredOn !== undefined &&
  enteredOn <= lastDayOf(month) &&
  (leftOn === undefined || leftOn >= firstDayOf(month));

/** Without what is going to happen to it through the doors. */
function asFiled({ answer, ...line }: LaidLine, is: { isNewest: boolean; isSent: boolean }): LaidLine {
  const isLater = answer === undefined || (is.isNewest && answer.kind !== 'right');
  return {
    ...line,
    ...(isLater ? {} : { answer }),
    ...(is.isSent ? { bank: { state: 'none', attempts: 0 } } : {}),
  };
}

/** The bank pays the newest month of some, and whoever disagrees with it says so. */
async function afterFiling(
  { id: projectId }: PlannedProject,
  { payroll, payOn, story, lines }: TeamMonth,
  { sheetId, lineIds }: LaidSheet,
  { ctx, calendar }: Around,
): Promise<void> {
  const placed = lines.map((line, at) => ({ ...line, lineId: lineIds[at] ?? '' }));
  if (isByFile(payroll.team.id)) {
    const creditedOn = earlier(addDays(payOn, story.creditedAfter), ctx.today);
    const paid = placed.map(({ lineId, person, grossFen, advanceFen, bank: { state } }) => {
      const bank = state === 'credited' || state === 'bounced' ? state : ('none' as const);
      return { lineId, workerName: person.name, netFen: subtractFen(grossFen, advanceFen), bank };
    });
    await payByFile({ projectId, sheetId, payOn, creditedOn, lines: paid }, ctx);
  }
  // On the last working day before this one: the period in which the office takes it in has just begun.
  const said = onDay(workingDaysBefore(ctx.today, 1, calendar));
  for (const { lineId, answer } of placed) {
    if (answer === undefined || answer.kind === 'right') continue;
    const { kind, amountFen } = answer;
    const given = { kind, ...(amountFen === undefined ? {} : { amountFen }) };
    const find = async () => {
      const line = await findLine(lineId);
      if (line === null) throw new Error('a payroll line was just laid');
      return line;
    };
    await answerLine(find, given, 'link', said);
  }
}
