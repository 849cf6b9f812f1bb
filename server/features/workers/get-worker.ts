import type { WorkerView } from '../../core/contract/workers.ts';
import { AppError } from '../../platform/app-error.ts';
import { anyOf } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeLimits } from '../../platform/office-reach.ts';
import { workerView } from './worker-view.ts';
import type { WorkerRecord } from './worker.model.ts';
import { findWorkerWithin } from './worker.model.ts';

/** The worker, within the reader's limits; throws notFound otherwise. */
export async function getWorkerRecord(id: string, ctx: Ctx): Promise<WorkerRecord> {
  const worker = await findWorkerWithin(id, anyOf(officeLimits(ctx)));
  if (worker === null) throw new AppError('notFound');
  return worker;
}

/** One worker of the reader's area. */
export const getWorker = async (id: string, ctx: Ctx): Promise<WorkerView> =>
  workerView(await getWorkerRecord(id, ctx), ctx);
