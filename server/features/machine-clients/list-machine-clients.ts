import type { MachineClientView } from '../../core/contract/machine-clients.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { MachineClients } from './machine-client.model.ts';
import type { MachineClientRecord } from './machine-client.model.ts';
import { machineClientView } from './machine-client-view.ts';

/** The programs of the reader's areas, the latest first. */
export async function listMachineClients(query: PageQuery, ctx: Ctx): Promise<Page<MachineClientView>> {
  const page = await keysetPage<MachineClientRecord>(MachineClients, {
    sorts: { opened: '_id' },
    fallback: '-opened',
    limits: areaLimit(ctx),
    query,
  });
  return { ...page, items: await Promise.all(page.items.map(machineClientView)) };
}
