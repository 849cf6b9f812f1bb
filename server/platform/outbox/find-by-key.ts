import type { OutboxDoc } from './outbox.models.ts';
import { Outbox } from './outbox.models.ts';

/** More than is ever sent about one matter. */
const MOST = 500;

/** Messages whose key begins with one of these, newest first and without their words (index key). */
export async function findByKeyPrefix(prefixes: readonly string[]): Promise<OutboxDoc[]> {
  const found: OutboxDoc[] = [];
  for (const prefix of prefixes) {
    const range = { key: { $gte: prefix, $lt: `${prefix}\uffff` } };
    found.push(...(await Outbox.find(range, { payload: 0 }).limit(MOST).lean<OutboxDoc[]>()));
  }
  return found.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
}
