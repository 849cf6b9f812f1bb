import type { MachineClientOpened, OpenMachineClient } from '../../core/contract/machine-clients.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { randomToken } from '../../platform/auth/keyed-hash.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { requireReach } from '../areas/index.ts';
import { insertClient } from './machine-client.model.ts';
import { machineClientView } from './machine-client-view.ts';
import { standsFor } from './stands-for.ts';

/** Lets a program of a bank or of attendance devices in. Its secret is shown in this answer and never again. */
export async function openMachineClient(input: OpenMachineClient, ctx: Ctx): Promise<MachineClientOpened> {
  const { name, purposes, areaCode } = input;
  requireReach(areaCode, ctx);
  const secret = randomToken();
  return inTransaction(async () => {
    const actsFor = await standsFor(input, ctx);
    const client = await insertClient(
      { name, purposes, areaCode, ...actsFor, createdAt: ctx.now, createdBy: actorRef(ctx.actor) },
      secret,
    );
    const subject = `machineClient:${String(client._id)}` as const;
    const facts = { name, purposes: purposes.join(','), ...actsFor };
    await appendEvent({ subject, areaCode, action: 'machineClient.opened', facts }, ctx);
    return { client: await machineClientView(client), secret };
  });
}
