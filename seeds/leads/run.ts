import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { listLeads } from '../../server/features/leads/index.ts';
import { listMachineClients, openMachineClient } from '../../server/features/machine-clients/index.ts';
import type { Ctx } from '../../server/platform/context.ts';

/**
 * The programs of the hotline and of the housing department, as the administrator has let them in; what the platforms
 * handed over came with the scenarios, and stands on the list of leads. A second run finds them and does nothing.
 */
export async function seedLeads(ctx: Ctx): Promise<number> {
  const { items } = await listMachineClients({ limit: 50 }, ctx);
  if (!items.some(({ leadPlatform }) => leadPlatform !== undefined)) {
    const areaCode = DEMO_AREA;
    const hotline = { name: '演示：12345 热线平台', purposes: ['leads' as const] };
    await openMachineClient({ ...hotline, areaCode, leadPlatform: 'HOTLINE_12345' }, ctx);
    await openMachineClient(
      { name: '演示：住建部门监管平台', purposes: ['registry' as const], areaCode },
      ctx,
    );
  }
  return (await listLeads({ limit: 1 }, ctx)).total;
}
