import type {
  AskHints,
  HintCounts,
  HintRow,
  ListHints,
} from '../../../core/contract/accountability-hints.ts';
import { HINT_KINDS } from '../../../core/contract/accountability-hints.ts';
import type { Page } from '../../../core/contract/page.ts';
import type { Ctx } from '../../../platform/context.ts';
import { asDecider } from '../coordination-reach.ts';
import { HINT_SOURCES } from './hint-sources.ts';

/**
 * Duties of one kind whose day has passed, each with the record it was read off. For the leader and the head, in the areas
 * in which they are it; who should have acted is named with the day and judged by nobody.
 */
export function listHints({ kind, ...asked }: ListHints, ctx: Ctx): Promise<Page<HintRow>> {
  return HINT_SOURCES[kind](asked, asDecider(ctx));
}

/** How many there are of each kind. */
export async function countHints(asked: AskHints, ctx: Ctx): Promise<HintCounts> {
  const items: HintCounts['items'] = [];
  for (const kind of HINT_KINDS) {
    const { total } = await listHints({ ...asked, kind, limit: 1 }, ctx);
    items.push({ kind, count: total });
  }
  return { items };
}
