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
  // Several hosts stand in it with their ports, which no URL knows.
  const [, hosts = '', options = ''] = /^([^/]+\/\/[^/?]+)[^?]*(\?.*)?$/u.exec(NAMED) ?? [];
  const uri = `${hosts}/${name}-${process.pid}${options}`;
  const client = await MongoClient.connect(uri);
  return {
    uri,
    stop: async () => {
      await client.db().dropDatabase();
      await client.close();
    },
  };
}
