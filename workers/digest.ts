import { createHash } from 'node:crypto';
import type { Ctx } from '../server/platform/context.ts';
import { inTransaction } from '../server/platform/db.ts';
import { errorSentence } from '../server/platform/jobs/index.ts';
import { enqueue, markTold } from '../server/platform/outbox/index.ts';
import type { TemplateData, TemplateName } from '../server/platform/outbox/index.ts';
import { hasMail } from './office-people.ts';

/** One thing a person should be told of once. */
export interface Notice {
  /** Stable: names the record, the last day, the stage; not the person. */
  key: string;
  /** As it stands in the list: a number and a day. */
  line: string;
}

export interface Digest<Item extends Notice, Name extends TemplateName> {
  template: Name;
  link: string;
  /** What the words need, of those items only that are new to this person. */
  data: (fresh: readonly Item[]) => TemplateData<Name>;
}

/** Longer lists are read on the screen. */
const MOST_LINES = 12;

export const listed = (items: readonly Notice[]): string =>
  items
    .slice(0, MOST_LINES)
    .map(({ line }) => line)
    .join('; ') + (items.length > MOST_LINES ? ' …' : '');

/**
 * Tells each person what is new to him in one bell item and one mail; marks and messages are one transaction for each
 * person, so a run that is killed goes on where it was, and a second one finds nothing new. Who cannot be told keeps
 * nobody else from being told; the run fails at its end and says so. Answers who was told what.
 */
export async function sendDigests<Item extends Notice, Name extends TemplateName>(
  items: ReadonlyMap<string, readonly Item[]>,
  { template, link, data }: Digest<Item, Name>,
  ctx: Ctx,
  signal: AbortSignal,
): Promise<{ people: number; notices: Item[] }> {
  const told: { people: number; notices: Item[] } = { people: 0, notices: [] };
  const failures: unknown[] = [];
  const tell = async (userId: string, all: readonly Item[]): Promise<Item[]> => {
    const byMail = await hasMail(userId);
    return inTransaction(async () => {
      const keyOf = ({ key }: Item): string => `${key}:${userId}`;
      const marked = await markTold(all.map(keyOf), ctx);
      const fresh = all.filter((item) => marked.has(keyOf(item)));
      if (fresh.length === 0) return fresh;
      const name = createHash('sha256').update(fresh.map(keyOf).join('\n')).digest('hex').slice(0, 32);
      const message = { template, to: { userId }, data: data(fresh), link };
      for (const channel of byMail ? (['inApp', 'mail'] as const) : (['inApp'] as const))
        await enqueue<Name>({ ...message, channel, key: `${template}:${name}:${channel}` }, ctx);
      return fresh;
    });
  };
  for (const [userId, all] of items) {
    if (signal.aborted) break;
    const sent = await tell(userId, all).catch((error: unknown) => {
      failures.push(error);
      return [];
    });
    if (sent.length > 0) told.people += 1;
    told.notices.push(...sent);
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} people could not be told: ${errorSentence(failures[0])}`,
    );
  return told;
}
