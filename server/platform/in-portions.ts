import type mongoose from 'mongoose';
import { currentSession } from './db.ts';

/** As much of a mongoose query as this needs; its own type differs with every schema. */
interface Asked {
  cast(model: unknown): unknown;
  getFilter(): Record<string, unknown>;
  projection(): Record<string, unknown> | null;
  getOptions(): { sort?: unknown };
  model: Pick<mongoose.Model<never>, 'collection'>;
}

/**
 * What a query finds, in portions as the store sends them: the next is fetched while one is worked on, and of thousands
 * of records only two portions lie in memory at a time. What is kept of each record is the caller's to make; records
 * that live until the last has come cost the collector of garbage more than reading them.
 */
export async function* inPortions<Doc>(query: object, size: number): AsyncGenerator<Doc[]> {
  const asked = query as Asked; // a mongoose query, see above
  asked.cast(asked.model);
  const session = currentSession();
  const sort = asked.getOptions().sort as mongoose.mongo.Sort | undefined; // as mongoose hands it to the driver
  const cursor = asked.model.collection.find(asked.getFilter(), {
    projection: asked.projection() ?? {},
    batchSize: size,
    ...(sort === undefined ? {} : { sort }),
    ...(session === null ? {} : { session }),
  });
  try {
    let hasNext = cursor.hasNext();
    while (await hasNext) {
      const portion = cursor.readBufferedDocuments() as Doc[]; // the caller's fields of the query's model
      // In a transaction one command follows the other.
      if (session === null) {
        hasNext = cursor.hasNext();
        hasNext.catch(() => {}); // awaited once the caller has done with this portion
      }
      yield portion;
      if (session !== null) hasNext = cursor.hasNext();
    }
  } finally {
    await cursor.close();
  }
}
