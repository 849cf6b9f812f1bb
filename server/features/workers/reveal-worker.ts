import type { RevealedWorker, RevealWorker } from '../../core/contract/workers.ts';
import type { Ctx } from '../../platform/context.ts';
import { revealField } from '../../platform/crypto/index.ts';
import { getWorkerRecord } from './get-worker.ts';
import { workerSecrets } from './worker.model.ts';

/** The full number, for a stated reason, to staff of the office that keeps the record; every view is an event. */
export async function revealWorker(
  id: string,
  { field, reason }: RevealWorker,
  ctx: Ctx,
): Promise<RevealedWorker> {
  const { areaCode } = await getWorkerRecord(id, ctx);
  const read = async (): Promise<string | undefined> =>
    workerSecrets.openFields(await getWorkerRecord(id, ctx))[field];
  const value = await revealField({ subject: `worker:${id}`, areaCode, field, reason, read }, ctx);
  return { value };
}
