import type { AbsenceView } from '../../core/contract/office-work.ts';
import { isAway } from '../../core/office/stand-ins.ts';
import type { Ctx } from '../../platform/context.ts';
import type { AbsenceRecord } from './absence.model.ts';

type Reader = Pick<Ctx, 'actor' | 'grants' | 'today'>;

/** The head of the office, or somebody above him, may write for others. */
export const isHeadOf = ({ actor, grants }: Pick<Ctx, 'actor' | 'grants'>, officeCode: string): boolean =>
  actor.kind === 'system' ||
  grants.some(({ role, areaCode }) => role === 'bureauHead' && officeCode.startsWith(areaCode));

/** His own, what he wrote himself, or anybody's of his office. */
export const isTheirs = ({ userId, notedById, officeCode }: AbsenceRecord, ctx: Reader): boolean => {
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : undefined;
  return userId === self || notedById === self || isHeadOf(ctx, officeCode);
};

export function absenceView(record: AbsenceRecord, ctx: Reader): AbsenceView {
  const { _id, notedById: _, endedOn, ...shown } = record;
  return {
    id: String(_id),
    ...shown,
    isRunning: isAway(record, ctx.today),
    canEnd: endedOn === undefined && isTheirs(record, ctx),
  };
}
