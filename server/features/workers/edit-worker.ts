import type { WorkerView, WriteWorker } from '../../core/contract/workers.ts';
import { WORKER_SECRETS } from '../../core/contract/workers.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { searchFields } from '../../platform/search/index.ts';
import { checkWorker } from './check-worker.ts';
import { getWorkerRecord } from './get-worker.ts';
import { workerActions, workerView } from './worker-view.ts';
import { changeWorker, workerSecrets } from './worker.model.ts';

/** Corrects what is on record; numbers that are not given stay, because nobody was shown the whole of them. */
export async function editWorker(
  id: string,
  version: number,
  input: WriteWorker,
  ctx: Ctx,
): Promise<WorkerView> {
  return inTransaction(async () => {
    const worker = await getWorkerRecord(id, ctx);
    if (!workerActions(worker, ctx).includes('edit')) throw new AppError('conflict', { state: worker.state });
    const secrets = await checkWorker(input, id, ctx);
    const { name, areaCode } = input;
    const changed = await changeWorker(worker._id, version, {
      set: {
        name,
        areaCode,
        ...workerSecrets.sealFields(worker._id, secrets),
        ...searchFields({ persons: [name] }),
      },
    });
    if (changed === null) throw new AppError('staleVersion');
    const fields = [
      ...(['name', 'areaCode'] as const).filter((field) => worker[field] !== changed[field]),
      ...WORKER_SECRETS.filter((field) => secrets[field] !== undefined),
    ];
    const subject = `worker:${id}` as const;
    await appendEvent({ subject, areaCode, action: 'worker.edited', facts: { fields } }, ctx);
    return workerView(changed, ctx);
  });
}
