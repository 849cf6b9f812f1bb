import type { Ctx } from '../../server/platform/context.ts';
import { seedRoster } from './seed-roster.ts';

/** The pay side of the demo region: sites, people and attendance, and what was made of them month by month. */
export async function seedPaySide(ctx: Ctx): Promise<Record<string, number>> {
  const roster = await seedRoster(ctx);
  return { teams: roster.teams, enrolments: roster.people, attendanceMonths: roster.months };
}
