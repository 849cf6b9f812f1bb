import { addPayMonths, firstDayOf, payMonthOf } from '../../server/core/kit/plain-date.ts';
import type { Calendar } from '../../server/core/law/calendar/calendar.ts';
import { createProject, findProjectRef } from '../../server/features/projects/index.ts';
import type { TeamRef } from '../../server/features/roster/index.ts';
import { createTeams, enrolTeams, recordMonths, teamsOf } from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { monthsOf } from '../pay-side/months.ts';
import { COMPANY } from '../pay-side/plan.ts';
import { layMonths } from './lay-months.ts';
import { peopleOf, projectIdOf, siteOf, teamsOfSite } from './plan.ts';

export interface Laid {
  projects: number;
  teams: number;
  people: number;
  months: number;
  lines: number;
}

/** The calendar and the name of the firm that hires. */
export interface Around {
  ctx: Ctx;
  calendar: Calendar;
  employerName: string;
}

/**
 * A site with its teams, people, attendance and payrolls, in one transaction: it is there from end to end, or not at all
 * and laid at the next run. Teams that are there already are left as they are.
 */
export async function layProject(number: number, months: number, around: Around): Promise<Laid> {
  const { ctx, calendar } = around;
  const id = projectIdOf(number);
  const site = siteOf(number, months, ctx);
  const known = new Set((await teamsOf(id)).map((team) => team.id));
  const planned = teamsOfSite(number, months).filter((team) => !known.has(team.id));
  const isKnown = known.size > 0 || (await findProjectRef(id)) !== null;
  if (isKnown && planned.length === 0) return { projects: 0, teams: 0, people: 0, months: 0, lines: 0 };
  return inTransaction(async () => {
    if (!isKnown) await createProject(site, ctx, { id });
    const enteredOn = firstDayOf(addPayMonths(payMonthOf(ctx.today), -months));
    const opened = planned.map(({ id: teamId, name, leader }) => ({
      ...{ id: teamId, employerId: COMPANY.labour, name, leaderName: leader, enteredOn },
    }));
    const teams = await createTeams(id, opened, ctx);
    const lists = planned.map((team, at) => ({
      team: teams[at] as TeamRef, // they come in the order they were opened in
      people: peopleOf(team, ctx),
    }));
    await enrolTeams(lists, ctx);
    const attended = lists.flatMap(({ people }, at) => {
      const team = planned[at];
      return team === undefined ? [] : monthsOf(team, id, people, { today: ctx.today, calendar });
    });
    const totals = await recordMonths(attended);
    const lines = await layMonths({ id, name: site.name }, teams, totals, around);
    const people = lists.reduce((sum, list) => sum + list.people.length, 0);
    return { projects: Number(!isKnown), teams: teams.length, people, months: attended.length, lines };
  });
}
