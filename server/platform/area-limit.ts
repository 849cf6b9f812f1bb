import type { Ctx } from './context.ts';

/** All codes that begin with this one, as a range an index can walk (':' follows '9'). */
const within = (prefix: string): Record<string, string> => ({ $gte: prefix, $lt: `${prefix}:` });

/** The records of an area and everything in it, as a filter. */
export const inArea = (code: string): Record<string, unknown> => ({ areaCode: within(code) });

/** The reader's own areas as a filter on `areaCode`; the system itself (jobs, seeds) has no limit. */
export function areaLimit(ctx: Pick<Ctx, 'actor' | 'grants'>): Record<string, unknown> {
  if (ctx.actor.kind === 'system') return {};
  const areas = [...new Set(ctx.grants.map((grant) => grant.areaCode))];
  // An empty list of alternatives is refused by every store: match nothing instead.
  return areas.length === 0 ? { _id: { $in: [] } } : { $or: areas.map(inArea) };
}
