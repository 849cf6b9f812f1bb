import type { MergeInto } from '../../core/contract/companies.ts';
import type { WorkerView } from '../../core/contract/workers.ts';
import { WORKER_SECRETS } from '../../core/contract/workers.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { tellMerged } from '../../platform/merge-listeners.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getWorkerRecord } from './get-worker.ts';
import { workerActions, workerView } from './worker-view.ts';
import { changeWorker, repointMerged, workerSecrets } from './worker.model.ts';

/**
 * A duplicate gives way to the record that stands for the person, with the numbers that one lacks; everything that
 * named it names the other. Two citizen ids are two people (VAL-ID): such records are never merged.
 */
export async function mergeWorker(
  id: string,
  version: number,
  { intoId, reason }: MergeInto,
  ctx: Ctx,
): Promise<WorkerView> {
  if (intoId === id) throw wrongField('intoId', '不能并入自己', 'A record is no duplicate of itself');
  return inTransaction(async () => {
    const from = await getWorkerRecord(id, ctx);
    const into = await getWorkerRecord(intoId, ctx).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
      throw wrongField('intoId', '没有这个人', 'There is no such person');
    });
    for (const worker of [from, into]) {
      if (!workerActions(worker, ctx).includes('merge'))
        throw new AppError('conflict', { state: worker.state });
    }
    if (from.citizenId !== undefined && into.citizenId !== undefined)
      throw new AppError('conflict', { why: 'differentCitizenIds' });
    const moving = WORKER_SECRETS.filter((field) => from[field] !== undefined && into[field] === undefined);
    const numbers = workerSecrets.openFields(from);
    // First of all the citizen id is given up: it can stand on one record only.
    const gone = await changeWorker(from._id, version, {
      set: { state: 'merged', mergedIntoId: intoId },
      unset: workerSecrets.unsetFields(...moving),
    });
    if (gone === null) throw new AppError('staleVersion');
    const secrets = Object.fromEntries(moving.map((field) => [field, numbers[field]]));
    const set = workerSecrets.sealFields(into._id, secrets);
    if ((await changeWorker(into._id, into.version, { set })) === null) throw new AppError('staleVersion');
    await repointMerged(id, intoId);
    await tellMerged('worker', id, intoId, ctx);
    const events = [
      { worker: from, action: 'worker.merged', facts: { intoId, reason } },
      { worker: into, action: 'worker.tookOver', facts: { fromId: id, fields: moving, reason } },
    ];
    for (const { worker, action, facts } of events) {
      const subject = `worker:${String(worker._id)}` as const;
      await appendEvent({ subject, areaCode: worker.areaCode, action, facts }, ctx);
    }
    return workerView(gone, ctx);
  });
}
