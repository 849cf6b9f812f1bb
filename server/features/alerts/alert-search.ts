import type { Ctx } from '../../platform/context.ts';
import { literalPattern } from '../../platform/literal-pattern.ts';
import { listProjects } from '../projects/index.ts';
import { numberTyped } from './alert-number.ts';

/** Whoever finds more sites than this by what he typed types more. */
const MOST_PROJECTS = 200;

/** The projects this reader may see that are called like this, by part of name, site, code or initials. */
export async function projectsCalled(q: string, ctx: Ctx): Promise<string[]> {
  return (await listProjects({ q, limit: MOST_PROJECTS }, ctx)).items.map(({ id }) => id);
}

/** Alerts by their number, or by the project they are about. */
export async function alertsCalled(q: string, ctx: Ctx): Promise<Record<string, unknown>> {
  const number = numberTyped(q);
  if (number !== null) return { number: { $regex: `^${literalPattern(number)}` } };
  return { projectId: { $in: await projectsCalled(q, ctx) } };
}
