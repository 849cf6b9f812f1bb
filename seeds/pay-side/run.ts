import type { Ctx } from '../../server/platform/context.ts';
import { seedPayrolls } from './payrolls.ts';
import { seedParameters } from './seed-parameters.ts';
import { seedRoster } from './seed-roster.ts';
import { seedSafeguards } from './seed-safeguards.ts';

/** The pay side of the demo region: sites, people and attendance, and what was made of them month by month. */
export async function seedPaySide(ctx: Ctx): Promise<Record<string, number>> {
  const parameters = await seedParameters(ctx);
  const roster = await seedRoster(ctx);
  const safeguards = await seedSafeguards(ctx);
  const payrolls = await seedPayrolls(ctx);
  return {
    ...payrolls,
    parameters,
    safeguards,
    teams: roster.teams,
    enrolments: roster.people,
    attendanceMonths: roster.months,
  };
}
