import { elapsed } from '../../platform/clock.ts';
import { openDb } from '../../platform/db.ts';
import { isEmbedded, storeBytes } from './health/check-store.ts';

export interface StoreFigures {
  kind: 'embedded' | 'mongodb';
  version: string;
  pingSeconds: number;
  bytes: number | null;
  /** Of the embedded store's own process; a MongoDB has an exporter of its own. */
  own: { memoryBytes: number; commits: number; openTransactions: number } | null;
}

export async function storeFigures(): Promise<StoreFigures> {
  const before = elapsed();
  await openDb().command({ ping: 1 });
  const pingSeconds = (elapsed() - before) / 1000;
  const info = await openDb().admin().command({ buildInfo: 1 });
  const embedded = isEmbedded(info);
  return {
    kind: embedded ? 'embedded' : 'mongodb',
    version: String(info['version']),
    pingSeconds,
    bytes: await storeBytes(),
    own: embedded ? await ownFigures() : null,
  };
}

async function ownFigures(): Promise<StoreFigures['own']> {
  const status = (await openDb().admin().command({ serverStatus: 1 })) as {
    mem: { resident: number };
    storage: { commits: number };
    transactions: { currentOpen: number };
  }; // the embedded store's own answer
  return {
    memoryBytes: Number(status.mem.resident) * 1_048_576,
    commits: Number(status.storage.commits),
    openTransactions: Number(status.transactions.currentOpen),
  };
}
