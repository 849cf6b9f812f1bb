import { MongoClient } from 'mongodb';

export interface TestStore {
  uri: string;
  stop(): Promise<void>;
}

/** The MongoDB that the tests shall run on, if any. */
const NAMED = process.env['MONGODB_URI'] ?? '';
delete process.env['MONGODB_URI']; // what a test starts has a store of its own, unless it is handed this one

export const isEmbedded = NAMED === '';

/** A database of its own where MONGODB_URI points, gone with the end; null when it names nothing. */
export async function databaseOnNamed(name: string): Promise<TestStore | null> {
  if (isEmbedded) return null;
  const uri = new URL(NAMED);
  uri.pathname = `/${name}-${process.pid}`;
  const client = await MongoClient.connect(uri.href);
  return {
    uri: uri.href,
    stop: async () => {
      await client.db().dropDatabase();
      await client.close();
    },
  };
}
