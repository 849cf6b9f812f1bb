import { MongoClient, type Collection, type Db, type Document } from 'mongodb';
import { ALLOW_LIST, type AllowKind } from '../../server/platform/embedded/lang/allow-list.ts';
import { testStore } from './store.ts';

/** What the conformance cases run on: MONGODB_URI, or the embedded store. */
export interface ConformanceStore {
  client: MongoClient;
  db: Db;
  /** A collection of its own for each case. */
  fresh(docs?: Document[]): Promise<Collection>;
}

/** Connects before the tests of a file and drops its database behind them. */
export function useConformanceStore(name: string): () => ConformanceStore {
  let store: ConformanceStore | null = null;
  before(async function () {
    this.timeout(60_000);
    const { uri } = await testStore();
    const client = await MongoClient.connect(uri);
    const db = client.db(`conformance-${name}-${process.pid}`);
    let count = 0;
    store = {
      client,
      db,
      fresh: async (docs = []) => {
        const collection = db.collection(`c${++count}`);
        if (docs.length > 0)
          await collection.insertMany(docs.map((doc, i): Document => ({ _id: i + 1, ...doc })));
        return collection;
      },
    };
  });
  after(async () => {
    await store?.db.dropDatabase();
    await store?.client.close();
  });
  return () => {
    if (!store) throw new Error('The store is used before it is connected');
    return store;
  };
}

/** The manual page a row of the allow-list follows. */
export function manualPage(row: string): string {
  const dot = row.indexOf('.');
  const kind = row.slice(0, dot) as AllowKind; // checked by the lookup below
  const page = (ALLOW_LIST[kind] as Record<string, string> | undefined)?.[row.slice(dot + 1)];
  if (page === undefined) throw new Error(`No row of the allow-list: ${row}`);
  return `https://www.mongodb.com/docs/manual/${page}`;
}
