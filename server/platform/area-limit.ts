import type { Ctx } from './context.ts';

/** All codes that begin with this one, as a range an index can walk (':' follows '9'). */
export const areaRange = (prefix: string): Record<string, string> => ({ $gte: prefix, $lt: `${prefix}:` });

/** The records of an area and everything in it, as a filter. */
export const inArea = (code: string): Record<string, unknown> => ({ areaCode: areaRange(code) });

/** One of these holds. A single one stands for itself, because an index answers it more readily than a list of one. */
export function anyOf(limits: readonly Record<string, unknown>[]): Record<string, unknown> {
  const [only] = limits;
  // An empty list of alternatives is refused by every store: match nothing instead.
  if (only === undefined) return { _id: { $in: [] } };
  return limits.length === 1 ? only : { $or: limits };
}

/** The reader's own areas as a filter on `areaCode`; the system itself (jobs, seeds) has no limit. */
export function areaLimit(ctx: Pick<Ctx, 'actor' | 'grants'>): Record<string, unknown> {
  if (ctx.actor.kind === 'system') return {};
  const all = [...new Set(ctx.grants.map((grant) => grant.areaCode))];
  const areas = all.filter((code) => !all.some((wider) => wider !== code && code.startsWith(wider)));
  return anyOf(areas.map(inArea));
}
