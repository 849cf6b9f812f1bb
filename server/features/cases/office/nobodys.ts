import type { Ctx } from '../../../platform/context.ts';
import { anyOf } from '../../../platform/area-limit.ts';
import { casesInReach } from '../case-reach.ts';
import { pairsOfOpenCases } from '../case-queries.model.ts';
import { findOfficeStaff } from '../office-staff.ts';

/**
 * Open cases of the reader of which an inspector has no account any more, or no longer works in this office as one: what
 * was his waits with nobody, so the head sees it at once.
 */
export async function nobodysFilter(ctx: Ctx): Promise<Record<string, unknown>> {
  const byOffice = new Map<string, Set<string>>();
  for (const { officeCode, ids } of await pairsOfOpenCases(casesInReach(ctx)))
    byOffice.set(officeCode, new Set([...(byOffice.get(officeCode) ?? []), ...ids]));
  const gone: Record<string, unknown>[] = [];
  for (const [officeCode, ids] of byOffice) {
    const there = new Set((await findOfficeStaff(officeCode, 'inspector', ctx)).map(({ id }) => id));
    const missing = [...ids].filter((id) => !there.has(id));
    if (missing.length > 0) gone.push({ officeCode, open: true, inspectorIds: { $in: missing } });
  }
  return anyOf(gone);
}
