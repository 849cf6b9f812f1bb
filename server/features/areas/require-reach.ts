import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { grantsReach } from './area-chain.ts';

/** Refuses an area that none of the reader's grants reaches; the system itself (seeds, jobs) reaches all. */
export function requireReach(areaCode: string, ctx: Pick<Ctx, 'actor' | 'grants'>): void {
  if (ctx.actor.kind !== 'system' && !grantsReach(ctx.grants, areaCode)) throw new AppError('forbidden');
}

/** One field that is well-formed but cannot be right, told like a shape problem. */
export function wrongField(path: string, zh: string, en: string): AppError {
  return new AppError('invalidInput', { count: 1 }, [{ in: 'body', path, rule: 'any.invalid', zh, en }]);
}
