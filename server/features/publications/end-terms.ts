import type { Ctx } from '../../platform/context.ts';
import { takePublicationStep } from './move-publication.ts';
import { asPublications, Publications } from './publication.model.ts';

const AT_ONCE = 200;

/** Closes what has run its term; the public stopped reading it with its last day, whether this ran or not. */
export async function endPublicationTerms(ctx: Ctx, signal: AbortSignal): Promise<number> {
  const over = { isPublic: true, publicUntil: { $lt: ctx.today } };
  const found = asPublications(await Publications.find(over, { version: 1 }).limit(AT_ONCE).lean());
  let ended = 0;
  for (const { _id, version } of found) {
    if (signal.aborted) break;
    await takePublicationStep({ id: String(_id), action: 'endTerm', version, given: {} }, ctx);
    ended += 1;
  }
  return ended;
}
