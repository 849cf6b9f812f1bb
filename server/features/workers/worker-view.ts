import type { WorkerAction, WorkerView } from '../../core/contract/workers.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import type { WorkerRecord } from './worker.model.ts';
import { workerSecrets } from './worker.model.ts';

const OPEN: readonly WorkerAction[] = ['edit', 'merge', 'reveal'];

/** What is merged is a page of the past, but an identity left on it may still have to be read. */
export function workerActions(worker: WorkerRecord, ctx: Pick<Ctx, 'actor' | 'grants'>): WorkerAction[] {
  if (!isOfficeOf(ctx, worker.areaCode)) return [];
  return worker.state === 'active' ? [...OPEN] : ['reveal'];
}

/** What the number says of its holder: the year, never the day, of birth. */
function readOff(
  citizenId: string | undefined,
  today: PlainDate,
): { birthYear?: number; sex?: 'male' | 'female' } {
  const facts = citizenId === undefined ? undefined : checkCitizenId(citizenId, today);
  return facts?.ok === true ? { birthYear: Number(facts.birthDate.slice(0, 4)), sex: facts.sex } : {};
}

export function workerView(worker: WorkerRecord, ctx: Ctx): WorkerView {
  const { _id, version, name, areaCode, state, mergedIntoId, createdAt } = worker;
  return {
    id: String(_id),
    version,
    name,
    areaCode,
    ...workerSecrets.maskFields(worker),
    ...readOff(workerSecrets.openFields(worker).citizenId, ctx.today),
    state,
    ...(mergedIntoId === undefined ? {} : { mergedIntoId }),
    createdAt: createdAt.toISOString(),
    actions: workerActions(worker, ctx),
  };
}
