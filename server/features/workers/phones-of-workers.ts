import type { WorkerRecord } from './worker.model.ts';
import { Workers, workerSecrets } from './worker.model.ts';

/** The phones on these people's own records, for messages to them; those without one are left out. */
export async function phonesOfWorkers(ids: readonly string[]): Promise<Map<string, string>> {
  const found: unknown = await Workers.find({ _id: { $in: [...ids] } }, { phone: 1 }).lean();
  return new Map(
    (found as WorkerRecord[]).flatMap((worker) => {
      // lean documents with the field asked for
      const { phone } = workerSecrets.openFields(worker);
      return phone === undefined ? [] : [[String(worker._id), phone]];
    }),
  );
}
