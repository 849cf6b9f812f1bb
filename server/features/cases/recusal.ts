import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CaseRecord, RecusalRecord } from './case.record.ts';

type Recusals = Pick<CaseRecord, 'recusals'>;

/** Was it decided that this person stays away from the case? That holds for as long as the case lives. */
export const isRecused = ({ recusals = [] }: Recusals, userId: string): boolean =>
  recusals.some(({ against, outcome }) => outcome === 'approved' && against.id === userId);

/** The request that waits for the head. */
export const waitingRecusal = ({ recusals = [] }: Recusals): RecusalRecord | undefined =>
  recusals.find(({ outcome }) => outcome === undefined);

/** Signs nothing on this case today: he has to stay away, or it is being decided whether he has to. */
export const isSetAside = (record: Recusals, userId: string): boolean =>
  isRecused(record, userId) || waitingRecusal(record)?.against.id === userId;

/** Who has to stay away adds nothing to the case; until it is decided the search for facts goes on. */
export function demandNotRecused(record: Recusals, { actor }: Pick<Ctx, 'actor'>): void {
  if (actor.kind === 'user' && isRecused(record, actor.userId)) throw new AppError('setAside');
}
