import type { MachineClientOpened, OpenMachineClient } from '../../core/contract/machine-clients.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { randomToken } from '../../platform/auth/keyed-hash.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireReach } from '../areas/index.ts';
import { insertClient } from './machine-client.model.ts';
import { machineClientView } from './machine-client-view.ts';

/** Lets a program of a bank or of attendance devices in. Its secret is shown in this answer and never again. */
export async function openMachineClient(input: OpenMachineClient, ctx: Ctx): Promise<MachineClientOpened> {
  requireReach(input.areaCode, ctx);
  const ofBank = input.purposes.some((purpose) => purpose !== 'punches');
  if (ofBank && input.bankBranchCode === undefined)
    throw wrongField(
      'bankBranchCode',
      '银行用途须填写网点代码',
      'A bank’s program needs the branch it acts for',
    );
  if (input.purposes.includes('punches') && input.projectId === undefined)
    throw wrongField('projectId', '考勤用途须指定项目', 'A device’s program needs the project it stands on');
  const secret = randomToken();
  return inTransaction(async () => {
    const client = await insertClient(
      { ...input, createdAt: ctx.now, createdBy: actorRef(ctx.actor) },
      secret,
    );
    const subject = `machineClient:${String(client._id)}` as const;
    const { name, purposes, areaCode } = input;
    await appendEvent(
      { subject, areaCode, action: 'machineClient.opened', facts: { name, purposes: purposes.join(',') } },
      ctx,
    );
    return { client: machineClientView(client), secret };
  });
}
