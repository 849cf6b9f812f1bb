import {
  addDays,
  addPayMonths,
  firstDayOf,
  lastDayOf,
  payMonthOf,
} from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { createCompany, findCompanyRef } from '../../server/features/companies/index.ts';
import {
  createProject,
  editProject,
  findProjectRef,
  getProject,
} from '../../server/features/projects/index.ts';
import { createTeam, enrolMany, findTeam, recordMonths } from '../../server/features/roster/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { monthsOf } from './months.ts';
import { onDay } from './on-day.ts';
import { peopleOf } from './people.ts';
import type { PlannedProject, PlannedTeam } from './plan.ts';
import { COMPANY, PAY_SIDE_COMPANIES, PLANNED_PROJECTS } from './plan.ts';

export interface RosterCounts {
  companies: number;
  projects: number;
  teams: number;
  people: number;
  months: number;
}

/**
 * The sites of the plan with their teams, people and attendance, relative to today. Companies, projects and teams go
 * through their use cases on their own days; people and months of a team are laid in bulk, one transaction a team: it is
 * there from end to end, or not at all and laid at the next start.
 */
export async function seedRoster(ctx: Ctx): Promise<RosterCounts> {
  const made: RosterCounts = { companies: 0, projects: 0, teams: 0, people: 0, months: 0 };
  // Teams are laid in the order of the plan: with the last one everything is there.
  const last = PLANNED_PROJECTS.at(-1)?.teams.at(-1);
  if (last !== undefined && (await findTeam(last.id)) !== null) return made;
  for (const { id, ...company } of PAY_SIDE_COMPANIES) {
    if ((await findCompanyRef(id)) !== null) continue;
    await createCompany(company, ctx, id);
    made.companies += 1;
  }
  const calendar = await loadCalendar(DEMO_AREA);
  for (const project of PLANNED_PROJECTS) {
    made.projects += await ensureProject(project, ctx);
    for (const team of project.teams) {
      if ((await findTeam(team.id)) !== null) continue;
      await inTransaction(async () => {
        const laid = await layTeam(project, team, { today: ctx.today, calendar });
        made.people += laid.people;
        made.months += laid.months;
      });
      made.teams += 1;
    }
  }
  return made;
}

async function layTeam(
  project: PlannedProject,
  team: PlannedTeam,
  around: Parameters<typeof monthsOf>[3],
): Promise<{ people: number; months: number }> {
  const month = payMonthOf(around.today);
  const start = firstDayOf(addPayMonths(month, -team.from));
  const { id, employer, name, leader } = team;
  const opened = {
    ...{ employerId: COMPANY[employer], name, leaderName: leader, enteredOn: start },
    ...(team.until === 0 ? {} : { leftOn: lastDayOf(addPayMonths(month, -team.until)) }),
  };
  await createTeam(project.id, opened, onDay(start), id);
  const ref = await findTeam(id);
  if (ref === null) throw new Error('a team was just opened');
  const people = peopleOf(team, around.today);
  await enrolMany(ref, people, onDay(start));
  const months = monthsOf(team, project.id, people, around);
  await recordMonths(months);
  return { people: people.length, months: months.length };
}

/** Puts a site on record, or adds to one of the registry the parties the plan needs. */
async function ensureProject(project: PlannedProject, ctx: Ctx): Promise<number> {
  const parties = partiesOf(project);
  if ((await findProjectRef(project.id)) === null) {
    const { id, code, name, areaCode, site, investmentType, industryDepartment, state } = project;
    const startedOn = addDays(firstDayOf(addPayMonths(payMonthOf(ctx.today), -project.startedMonthsAgo)), 2);
    const described = { name, areaCode, site, investmentType, industryDepartment, parties, state, startedOn };
    await createProject(described, ctx, { id, code });
    return 1;
  }
  const known = await getProject(project.id, ctx);
  const missing = parties.filter(
    (party) => !known.parties.some((one) => one.role === party.role && one.companyId === party.companyId),
  );
  if (missing.length === 0 || known.state === 'merged') return 0;
  const { name, areaCode, site, investmentType, industryDepartment, state, startedOn } = known;
  const written = {
    ...{ name, areaCode, site, state },
    ...(investmentType === undefined ? {} : { investmentType }),
    ...(industryDepartment === undefined ? {} : { industryDepartment }),
    ...(startedOn === undefined ? {} : { startedOn }),
    parties: [...known.parties.map(({ role, companyId }) => ({ role, companyId })), ...missing],
  };
  await editProject(project.id, known.version, written, ctx);
  return 0;
}

function partiesOf({ owner, generalContractor, subcontractors, supervision }: PlannedProject) {
  return [
    { role: 'projectOwner' as const, companyId: COMPANY[owner] },
    { role: 'generalContractor' as const, companyId: COMPANY[generalContractor] },
    ...subcontractors.map((key) => ({
      role: key === 'decoration' ? ('subcontractor' as const) : ('labourSubcontractor' as const),
      companyId: COMPANY[key],
    })),
    ...(supervision === undefined
      ? []
      : [{ role: 'supervisionUnit' as const, companyId: COMPANY[supervision] }]),
  ];
}
