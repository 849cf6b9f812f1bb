import type { ChainFault, ChainVerdict } from '../../core/contract/operations.ts';

/** Ends a verification at the first link that does not hold. */
export class BrokenLink extends Error {
  override readonly name = 'BrokenLink';
  readonly link: NonNullable<ChainVerdict['firstBroken']>;

  constructor(chain: string, seq: number, eventId: unknown, why: ChainFault) {
    super(`${chain} #${seq}: ${why}`);
    this.link = { chain, seq, eventId: String(eventId), why };
  }
}

export interface Counts {
  events: number;
  chains: number;
  areaDays: number;
  days: number;
}

const BATCH = 500;

/** Hands a cursor on in arrays of at most 500, so that a walk over millions of links needs the memory of a few. */
export async function* inBatches<Item>(cursor: AsyncIterable<Item>): AsyncGenerator<Item[]> {
  let batch: Item[] = [];
  for await (const item of cursor) {
    batch.push(item);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
