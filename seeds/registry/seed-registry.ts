import { createCompany, findCompanyRef } from '../../server/features/companies/index.ts';
import { createProject, findProjectRef } from '../../server/features/projects/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { DEMO_COMPANIES, DEMO_PROJECTS } from './demo-registry.ts';

/** Puts the demo companies and projects on record that are not there yet; running it again changes nothing. */
export async function seedRegistry(ctx: Ctx): Promise<{ companies: number; projects: number }> {
  const made = { companies: 0, projects: 0 };
  for (const { id, ...company } of DEMO_COMPANIES) {
    if ((await findCompanyRef(id)) !== null) continue;
    await createCompany(company, ctx, id);
    made.companies += 1;
  }
  for (const { id, code, ...project } of DEMO_PROJECTS) {
    if ((await findProjectRef(id)) !== null) continue;
    await createProject(project, ctx, { id, code });
    made.projects += 1;
  }
  return made;
}
