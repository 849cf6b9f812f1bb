import type { WorkerView, WriteWorker } from '../../core/contract/workers.ts';
import type { Ctx } from '../../platform/context.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { inTransaction } from '../../platform/db.ts';
import { checkWorker } from './check-worker.ts';
import { workerView } from './worker-view.ts';
import type { Secrets, WorkerRecord } from './worker.model.ts';
import { insertWorker } from './worker.model.ts';

/** Puts a person on record; the event says which numbers were given, never the numbers or the name. */
export async function createWorker(input: WriteWorker, ctx: Ctx): Promise<WorkerView> {
  return inTransaction(async () => {
    const secrets = await checkWorker(input, null, ctx);
    return workerView(await recordWorker(input, secrets, ctx), ctx);
  });
}

/** The record and its event, in the caller's transaction. */
export async function recordWorker(
  { name, areaCode }: { name: string; areaCode: string },
  secrets: Secrets,
  ctx: Ctx,
): Promise<WorkerRecord> {
  const worker = await insertWorker({ name, areaCode, createdAt: ctx.now }, secrets);
  const given = Object.entries(secrets).flatMap(([field, value]) => (value === undefined ? [] : [field]));
  const subject = `worker:${String(worker._id)}` as const;
  await appendEvent({ subject, areaCode, action: 'worker.created', facts: { given } }, ctx);
  return worker;
}
