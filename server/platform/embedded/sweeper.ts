import { compileFilter } from './lang/filter.ts';
import { parse } from './lang/values.ts';
import { removeDocument } from './documents.ts';
import { choosePlan } from './planner.ts';
import { Scan, Turns, pages } from './scan.ts';
import { Blocked } from './locks.ts';
import { epochMs } from './time.ts';
import type { Collection, Index } from './catalog.ts';
import type { Engine } from './engine.ts';

const EVERY_MS = 60_000;
const PER_COMMIT = 200;

/** Once a minute: documents past their time to live, sessions, transactions and cursors left alone. */
export function startSweeper(engine: Engine, options: { keepsExpired: boolean }): () => void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    sweep(engine, options)
      .catch((error: unknown) =>
        engine.log(`sweep failed: ${error instanceof Error ? error.message : 'unknown'}`),
      )
      .finally(() => {
        running = false;
      });
  }, EVERY_MS);
  const often = setInterval(() => engine.sessions.abortExpired(), 1_000);
  return () => {
    clearInterval(timer);
    clearInterval(often);
  };
}

export async function sweep(engine: Engine, { keepsExpired = false } = {}): Promise<number> {
  engine.cursors.closeIdle();
  await engine.queue.run((view) => view.apply(engine.sessions.expiredRecords(view)));
  if (keepsExpired) return 0;
  let removed = 0;
  for (const collection of engine.catalog.all()) {
    for (const index of collection.indexes) {
      if (index.expireAfterSeconds !== undefined && index.ready)
        removed += await expire(engine, collection, index, index.expireAfterSeconds);
    }
  }
  return removed;
}

/** Removes by the index, each document after a second look, so that one just prolonged stays. */
async function expire(
  engine: Engine,
  collection: Collection,
  index: Index,
  seconds: number,
): Promise<number> {
  const path = index.key[0]?.path ?? '';
  const limit = new Date(epochMs() - seconds * 1000);
  const filter = compileFilter({ [path]: { $lt: limit }, ...(index.partial?.expression ?? {}) });
  const plan = choosePlan(collection, filter, { hint: index.name });
  let removed = 0;
  for await (const matches of pages(new Scan(engine.storage, plan, filter), new Turns(undefined))) {
    for (let at = 0; at < matches.length; at += PER_COMMIT) {
      removed += await engine.queue.run((view) => {
        const target = engine.plainTarget(view);
        const now = engine.catalog.find(collection.ns);
        let count = 0;
        if (now?.id !== collection.id) return count;
        for (const { docKey } of matches.slice(at, at + PER_COMMIT)) {
          const bytes = view.get(docKey);
          if (!bytes || !filter.matches(bytes)) continue;
          try {
            target.claim(docKey);
          } catch (error) {
            if (error instanceof Blocked) continue; // a transaction has it: next minute
            throw error;
          }
          removeDocument(target, now, docKey, parse(bytes));
          count++;
        }
        return count;
      });
    }
  }
  return removed;
}
