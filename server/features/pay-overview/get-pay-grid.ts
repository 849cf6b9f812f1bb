import type { PayGridCell, PayGridView } from '../../core/contract/pay-overview.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { arrearsOn, toneOf } from '../../core/pay/pay-tone.ts';
import type { Ctx } from '../../platform/context.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { PayrollSheetRecord } from '../payroll/index.ts';
import { sheetsOf } from '../payroll/index.ts';
import { positionOn } from '../projects/index.ts';
import { attendedTeams, teamsOf } from '../roster/index.ts';
import { monthsBetween } from './months-between.ts';
import { isInSight, teamsInSight } from './overview-sight.ts';
import { payDaysOf } from './pay-days.ts';

interface Known {
  attended: number;
  payOn?: PayGridCell['payOn'];
  sheet?: PayrollSheetRecord;
}

/**
 * Months × teams of a project: filed, paid, answered, and the colour of each. Five queries whatever its size; a cell
 * without any record says so and nothing else.
 */
export async function getPayGrid(
  projectId: string,
  { from, to }: { from: PayMonth; to: PayMonth },
  ctx: Ctx,
): Promise<PayGridView> {
  const position = await positionOn(projectId, ctx);
  const { id } = position.project;
  const seen = teamsInSight(position, ctx);
  const [allTeams, allSheets, attended] = await Promise.all([
    teamsOf(id),
    sheetsOf(id, from, to),
    attendedTeams(id, from, to),
  ]);
  const teams = allTeams.filter(({ employerId }) => isInSight(seen, employerId));
  const sheets = new Map(allSheets.map((sheet) => [`${sheet.teamId}:${sheet.payMonth}`, sheet]));
  const people = new Map(attended.map((one) => [`${one.teamId}:${one.month}`, one.people]));
  const months = monthsBetween(from, to);
  const [payDays, names] = await Promise.all([
    payDaysOf(position.project, months),
    companyNamesOf(teams.map(({ employerId }) => employerId)),
  ]);
  const cellOf = (teamId: string, month: PayMonth): PayGridCell => {
    const sheet = sheets.get(`${teamId}:${month}`);
    const payOn = payDays.get(month);
    const known: Known = {
      attended: people.get(`${teamId}:${month}`) ?? 0,
      ...(payOn === undefined ? {} : { payOn }),
      ...(sheet === undefined ? {} : { sheet }),
    };
    return gridCell(teamId, month, known, ctx);
  };
  return {
    projectId: id,
    months,
    teams: teams.map((team) => ({
      id: team.id,
      name: team.name,
      employerName: names.get(team.employerId) ?? '',
    })),
    cells: teams.flatMap((team) => months.map((month) => cellOf(team.id, month))),
  };
}

function gridCell(teamId: string, month: PayMonth, known: Known, ctx: Pick<Ctx, 'today'>): PayGridCell {
  const { attended, payOn, sheet } = known;
  const due = payOn === undefined ? {} : { payOn };
  const base = { teamId, month, ...due, ...(attended === 0 ? {} : { attended }) };
  if (sheet === undefined) return { ...base, tone: toneOf({ ...due, attended }, ctx.today) };
  const { answers, people, credited, creditedFen, netFen, state, money } = sheet;
  const { shortFen, otherAmounts } = money;
  const denied = answers.less + answers.nothing + answers.notMe;
  const arrearsFen = arrearsOn({ ...due, shortFen }, ctx.today);
  const facts = { people, credited, shortFen, denied, otherAmounts };
  return {
    ...base,
    tone: toneOf({ ...due, attended, sheet: facts }, ctx.today),
    sheetId: String(sheet._id),
    state,
    people,
    netFen,
    creditedFen,
    credited,
    answers,
    ...(arrearsFen === undefined ? {} : { arrearsFen }),
    ...(money.creditedOn === undefined ? {} : { creditedOn: money.creditedOn }),
  };
}
