import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';

/** The area whose firms and sites this program may ask about. */
export function ownArea({ actor }: Ctx): string {
  if (actor.kind !== 'machine') throw new AppError('forbidden');
  return actor.areaCode;
}

/**
 * The answer to a program, or notFound; either way it is on record who asked what. Codes of firms and sites are no
 * personal data, so they stand in the event.
 */
export async function answered<Found>(
  asked: { what: 'company' | 'project' | 'credit'; code: string },
  found: Found | null,
  ctx: Ctx,
): Promise<Found> {
  if (ctx.actor.kind !== 'machine') throw new AppError('forbidden');
  const { clientId, areaCode } = ctx.actor;
  const facts = { ...asked, found: found !== null };
  await inTransaction(async () => {
    await appendEvent(
      { subject: `machineClient:${clientId}`, areaCode, action: 'registry.asked', facts },
      ctx,
    );
  });
  if (found === null) throw new AppError('notFound');
  return found;
}
