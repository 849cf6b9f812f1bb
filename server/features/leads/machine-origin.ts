import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LeadOrigin } from './judge-lead.ts';

/** Which platform this program sends for, and for which area. */
export function originOf({ actor }: Ctx): LeadOrigin {
  if (actor.kind !== 'machine' || actor.leadPlatform === undefined) throw new AppError('forbidden');
  return { channel: actor.leadPlatform, areaCode: actor.areaCode };
}

/** What a platform sends is written down as the intake desk of its area would do it; the actor stays the program. */
export const asDesk = ({ areaCode }: LeadOrigin, ctx: Ctx): Ctx => ({
  ...ctx,
  grants: [{ role: 'clerk', areaCode }],
});
