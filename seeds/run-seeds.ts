import { importAreas, importDepartments } from '../server/features/areas/index.ts';
import type { Ctx } from '../server/platform/context.ts';
import { tellUntil } from './hour-of-day.ts';
import { seedPeople } from './people.ts';
import { departmentsOf } from './reference/departments.ts';
import { areaRows, demoGrids } from './reference/seed-areas.ts';
import { seedRegistry } from './registry/seed-registry.ts';
import { seedScenarios } from './scenarios/run.ts';

export interface SeedCounts {
  areas: number;
  departments: number;
  grids: number;
  people: number;
  companies: number;
  projects: number;
  /** Only where they were asked for. */
  scenarios?: number;
}

/** The prefecture whose reference data ships with the program. */
const SHIPPED = '5326';

/**
 * Puts the reference data on record and, in demo mode, the demo grids, accounts, companies and projects. What is there already is left as
 * it is, so it may run at every start. Regional parameters are not seeded: none could be verified, so each stays
 * "not set for this area" until an admin enters it with its source (the demo's own, named so, come with its pay side).
 */
export async function runSeeds({
  ctx,
  demo,
  regionCode,
  scenarios,
}: {
  ctx: Ctx;
  demo: boolean;
  regionCode: string;
  /** The data folder, where the demo's complaints and cases are wanted too; in demo mode only. */
  scenarios?: string;
}): Promise<SeedCounts> {
  tellUntil(ctx.now);
  const counts: SeedCounts = { areas: 0, departments: 0, grids: 0, people: 0, companies: 0, projects: 0 };
  if (regionCode.startsWith(SHIPPED)) {
    counts.areas = await importAreas(SHIPPED, areaRows(), ctx);
    counts.departments = await importDepartments(SHIPPED, departmentsOf(SHIPPED), ctx);
  }
  if (demo) {
    counts.grids = await importAreas(SHIPPED, demoGrids(), ctx);
    counts.people = (await seedPeople(ctx)).made;
    Object.assign(counts, await seedRegistry(ctx));
  }
  if (demo && scenarios !== undefined) counts.scenarios = await seedScenarios(ctx, scenarios);
  return counts;
}
