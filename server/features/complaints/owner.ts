import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from './complaint.record.ts';

/** Whoever works on it last has it on his list. */
export const owner = (ctx: Ctx): { ownerId?: string; ownerName?: string } =>
  ctx.actor.kind === 'user' ? { ownerId: ctx.actor.userId, ownerName: ctx.actor.name } : {};

/** The day of the first answer to "accepted or not" stays, whatever follows. */
export const decidedToday = (
  { decidedOn }: Pick<ComplaintRecord, 'decidedOn'>,
  ctx: Pick<Ctx, 'today'>,
): Pick<ComplaintRecord, 'decidedOn'> => ({ decidedOn: decidedOn ?? ctx.today });
