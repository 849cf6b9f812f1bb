import { anyOf } from '../../../platform/area-limit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { casesInReach } from '../case-reach.ts';
import { pairsOfOpenCases } from '../case-queries.model.ts';
import { findOfficeStaff } from '../office-staff.ts';

interface Left {
  officeCode: string;
  /** Which of the two is no longer there. */
  missing: string[];
  count: number;
}

/** Open cases within the reader's limits of which an inspector has no account any more, or works elsewhere. */
async function leftBehind(ctx: Ctx): Promise<Left[]> {
  const pairs = await pairsOfOpenCases(casesInReach(ctx));
  const there = new Map<string, Set<string>>();
  for (const officeCode of new Set(pairs.map((one) => one.officeCode))) {
    const staff = await findOfficeStaff(officeCode, 'inspector', ctx);
    there.set(officeCode, new Set(staff.map(({ id }) => id)));
  }
  return pairs.flatMap(({ officeCode, ids, count }) => {
    const missing = ids.filter((id) => there.get(officeCode)?.has(id) !== true);
    return missing.length === 0 ? [] : [{ officeCode, missing, count }];
  });
}

/** What was his waits with nobody, so the head sees it at once: those cases as a condition. */
export async function nobodysFilter(ctx: Ctx): Promise<Record<string, unknown>> {
  const byOffice = new Map<string, Set<string>>();
  for (const { officeCode, missing } of await leftBehind(ctx))
    byOffice.set(officeCode, new Set([...(byOffice.get(officeCode) ?? []), ...missing]));
  const gone = [...byOffice].map(([officeCode, ids]) => ({ officeCode, inspectorIds: { $in: [...ids] } }));
  return { $and: [{ open: true }, anyOf(gone)] };
}

/** How many they are: the total of the list the condition opens. */
export const countNobodys = async (ctx: Ctx): Promise<number> =>
  (await leftBehind(ctx)).reduce((sum, { count }) => sum + count, 0);
