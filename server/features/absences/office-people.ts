import type { OfficePerson, StandInRole } from '../../core/contract/office-work.ts';
import type { Page } from '../../core/contract/page.ts';
import type { Ctx } from '../../platform/context.ts';
import { systemCtx } from '../../platform/context.ts';
import { listUsers } from '../accounts/index.ts';
import { requireReach } from '../areas/index.ts';

const MOST = 200;

/** The active people who hold this role in the office, by name. */
export async function peopleOf(
  officeCode: string,
  role: StandInRole,
  { now, today }: Pick<Ctx, 'now' | 'today'>,
): Promise<OfficePerson[]> {
  const query = { role, areaCode: officeCode, state: 'active', limit: MOST, sort: 'name' } as const;
  const { items } = await listUsers(query, systemCtx('absences', { now, today }));
  return items
    .filter(({ grants }) => grants.some((one) => one.role === role && one.areaCode.startsWith(officeCode)))
    .map(({ id, name }) => ({ id, name }));
}

/** Who may stand in for somebody, for the form. */
export async function listPeople(
  { officeCode, role }: { officeCode: string; role: StandInRole },
  ctx: Ctx,
): Promise<Page<OfficePerson>> {
  requireReach(officeCode, ctx);
  const items = await peopleOf(officeCode, role, ctx);
  return { items, nextCursor: null, total: items.length };
}
