import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { findCompanyRef } from '../../server/features/companies/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { COMPANY } from '../pay-side/plan.ts';
import { seedRoster } from '../pay-side/seed-roster.ts';
import type { Laid } from './lay-project.ts';
import { layProject } from './lay-project.ts';

export interface BigPlan {
  projects: number;
  months: number;
}

/**
 * A county of generated sites, teams, people, attendance and payrolls for benches; what is there is left as it is.
 * `tell` hears of every site that is done.
 */
export async function seedBig(
  { projects, months }: BigPlan,
  ctx: Ctx,
  tell: (done: number, laid: Laid) => void = () => undefined,
): Promise<Laid> {
  await seedRoster(ctx);
  const calendar = await loadCalendar(DEMO_AREA);
  const employerName = (await findCompanyRef(COMPANY.labour))?.name ?? '';
  const made: Laid = { projects: 0, teams: 0, people: 0, months: 0, lines: 0 };
  for (let number = 0; number < projects; number += 1) {
    const laid = await layProject(number, months, { ctx, calendar, employerName });
    made.projects += laid.projects;
    made.teams += laid.teams;
    made.people += laid.people;
    made.months += laid.months;
    made.lines += laid.lines;
    tell(number + 1, made);
  }
  return made;
}
