import { appendEvent } from '../audit/index.ts';
import { inTransaction } from '../db.ts';
import type { Route, RouteInput } from './route.ts';

/** Filters whose values say what was taken and name nobody; of all others the event says only that they were used. */
const SAID_WHOLE = new Set(['areaCode', 'format', 'from', 'to', 'month', 'year', 'state', 'kind']);

/**
 * Whoever takes records out of the system leaves an event in his own chain, written before the first byte leaves:
 * `export.taken` with the door, the record and the filters.
 */
export async function noteExport(
  route: Pick<Route, 'method' | 'path' | 'spec'>,
  { params, query, ctx }: Pick<RouteInput<unknown, unknown, unknown>, 'params' | 'query' | 'ctx'>,
): Promise<void> {
  const { actor } = ctx;
  // What is posted under this rate is long work (a verification, a preview): nothing leaves.
  if (route.spec.rate !== 'export' || route.method !== 'get' || actor.kind !== 'user') return;
  const areaCode = (ctx.grants[0] ?? actor.grants[0])?.areaCode;
  if (areaCode === undefined) return;
  const facts = {
    door: `${route.method} ${route.path}`,
    of: { ...(params as object) },
    filters: said(query),
  };
  const event = { subject: `user:${actor.userId}`, areaCode, action: 'export.taken', facts } as const;
  await inTransaction(() => appendEvent(event, ctx));
}

function said(query: unknown): Record<string, unknown> {
  const given = Object.entries(query as Record<string, unknown>);
  return Object.fromEntries(given.map(([key, value]) => [key, SAID_WHOLE.has(key) ? String(value) : true]));
}
