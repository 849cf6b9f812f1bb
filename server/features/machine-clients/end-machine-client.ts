import type { MachineClientView } from '../../core/contract/machine-clients.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaLimit } from '../../platform/area-limit.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { endClient, findClient } from './machine-client.model.ts';
import { machineClientView } from './machine-client-view.ts';

/** Shuts a program out at once, for good: its secret opens nothing any more. */
export async function endMachineClient(
  { id, version, reason }: { id: string; version: number; reason: string },
  ctx: Ctx,
): Promise<MachineClientView> {
  return inTransaction(async () => {
    const client = await findClient(id, areaLimit(ctx));
    if (client === null) throw new AppError('notFound');
    if (client.state === 'ended') throw new AppError('conflict');
    const ended = await endClient(client._id, version, { at: ctx.now, reason });
    if (ended === null) throw new AppError('staleVersion');
    const subject = `machineClient:${id}` as const;
    const { areaCode } = client;
    await appendEvent({ subject, areaCode, action: 'machineClient.ended', facts: { reason } }, ctx);
    return machineClientView(ended);
  });
}
