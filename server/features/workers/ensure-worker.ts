import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { recordWorker } from './create-worker.ts';
import type { WorkerRecord } from './worker.model.ts';
import { changeWorker, findByCitizenId, findByPhoneAndName, workerSecrets } from './worker.model.ts';

export interface Person {
  name: string;
  citizenId?: string | undefined;
  phone?: string | undefined;
  areaCode: string;
}

/**
 * The record of this person: by citizen id, or by phone and name together; a new one when there is none. A record found
 * by phone learns the citizen id when it has none and nobody else has it. A citizen id that cannot be one (VAL-ID) does
 * not identify anybody and is left out. No reader's limits: one person is one record, wherever it was opened.
 */
export async function ensureWorker(person: Person, ctx: Ctx): Promise<string> {
  const { name, phone, areaCode } = person;
  const checked = person.citizenId === undefined ? undefined : checkCitizenId(person.citizenId, ctx.today);
  const citizenId = checked?.ok === true ? checked.value : undefined;
  return inTransaction(async () => {
    const byId = citizenId === undefined ? null : await findByCitizenId(citizenId);
    if (byId !== null) return standing(byId);
    const byPhone = phone === undefined ? null : await findByPhoneAndName(phone, name);
    if (byPhone !== null && (citizenId === undefined || byPhone.citizenId === undefined)) {
      if (citizenId !== undefined) await learn(byPhone, citizenId, ctx);
      return standing(byPhone);
    }
    const made = await recordWorker({ name, areaCode }, { citizenId, phone }, ctx);
    return String(made._id);
  });
}

/** Of a merged record the one that stands for the person. */
const standing = (worker: WorkerRecord): string => worker.mergedIntoId ?? String(worker._id);

async function learn(worker: WorkerRecord, citizenId: string, ctx: Ctx): Promise<void> {
  const set = workerSecrets.sealFields(worker._id, { citizenId });
  await changeWorker(worker._id, worker.version, { set });
  const { areaCode } = worker;
  const subject = `worker:${String(worker._id)}` as const;
  await appendEvent({ subject, areaCode, action: 'worker.edited', facts: { fields: ['citizenId'] } }, ctx);
}
