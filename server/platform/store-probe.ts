import { randomBytes } from 'node:crypto';
import { Long, MongoClient, MongoServerError } from 'mongodb';
import type { Collection, Db } from 'mongodb';

interface ProbeDoc {
  _id: string;
  n: number;
  key?: string;
}

type Check = (probe: { client: MongoClient; db: Db; docs: Collection<ProbeDoc> }) => Promise<boolean>;

/** What the application needs of any store, each tried for real, with the sentence shown when it is missing. */
const CHECKS: readonly { name: string; needs: string; check: Check }[] = [
  {
    name: 'replicaSet',
    needs: '需要副本集（事务依赖它） / a replica set is needed, transactions depend on it',
    check: async ({ db }) => {
      const hello = await db.admin().command({ hello: 1 });
      return typeof hello['setName'] === 'string' || hello['msg'] === 'isdbgrid';
    },
  },
  {
    name: 'commit',
    needs: '事务提交后读不到数据 / a committed transaction was not visible',
    check: async ({ client, docs }) => {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await docs.insertOne({ _id: 'commit', n: 1 }, { session });
          await docs.updateOne({ _id: 'commit' }, { $inc: { n: 1 } }, { session });
        }),
      );
      return (await docs.findOne({ _id: 'commit' }))?.n === 2;
    },
  },
  {
    name: 'abort',
    needs: '事务回滚后仍有数据 / an aborted transaction left data behind',
    check: async ({ client, docs }) => {
      await client.withSession(async (session) => {
        session.startTransaction();
        await docs.insertOne({ _id: 'abort', n: 1 }, { session });
        await session.abortTransaction();
      });
      return (await docs.findOne({ _id: 'abort' })) === null;
    },
  },
  {
    name: 'conflict',
    needs: '并发事务没有报告写冲突 / concurrent transactions did not report a write conflict',
    check: async ({ client, docs }) => {
      await docs.insertOne({ _id: 'conflict', n: 0 });
      const [one, two] = [client.startSession(), client.startSession()];
      try {
        one.startTransaction();
        two.startTransaction();
        await docs.findOne({ _id: 'conflict' }, { session: two });
        await docs.updateOne({ _id: 'conflict' }, { $inc: { n: 1 } }, { session: one });
        await one.commitTransaction();
        await docs.updateOne({ _id: 'conflict' }, { $inc: { n: 1 } }, { session: two });
        return false;
      } catch (error) {
        return error instanceof MongoServerError && error.code === 112;
      } finally {
        await Promise.all([one.endSession(), two.endSession()]);
      }
    },
  },
  {
    name: 'uniquePartialIndex',
    needs: '唯一部分索引不起作用 / a unique partial index did not refuse a duplicate',
    check: async ({ docs }) => {
      await docs.createIndex(
        { key: 1 },
        { unique: true, partialFilterExpression: { key: { $exists: true } } },
      );
      await docs.insertMany([
        { _id: 'u1', n: 1, key: 'a' },
        { _id: 'u2', n: 1 },
        { _id: 'u3', n: 1 },
      ]);
      return docs.insertOne({ _id: 'u4', n: 1, key: 'a' }).then(
        () => false,
        (error: unknown) => error instanceof MongoServerError && error.code === 11000,
      );
    },
  },
  {
    name: 'ttlIndex',
    needs: '不支持过期索引 / TTL indexes are not supported',
    check: async ({ docs }) => {
      await docs.createIndex({ n: 1 }, { expireAfterSeconds: 3600, name: 'ttl' });
      return (await docs.indexes()).some(
        (index) => index.name === 'ttl' && index.expireAfterSeconds === 3600,
      );
    },
  },
  {
    name: 'retryableWrite',
    needs: '断线重发的写入被执行了两次 / a write sent again after a cut connection was applied twice',
    check: async ({ client, db, docs }) => {
      await docs.insertOne({ _id: 'retry', n: 0 });
      // The same write with the same session and number twice is what the driver sends after a cut connection.
      const update = {
        update: docs.collectionName,
        updates: [{ q: { _id: 'retry' }, u: { $inc: { n: 1 } } }],
      };
      await client.withSession(async (session) => {
        session.serverSession.txnNumber += 1;
        const txnNumber = Long.fromNumber(session.serverSession.txnNumber);
        await db.command({ ...update, txnNumber }, { session });
        await db.command({ ...update, txnNumber }, { session });
      });
      return (await docs.findOne({ _id: 'retry' }))?.n === 1;
    },
  },
];

export class StoreProbeError extends Error {}

/** Tries everything the application relies on against a scratch collection; throws one sentence per fault. */
export async function probeStore(uri: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 5_000 });
  const faults: string[] = [];
  try {
    const db = client.db();
    const docs = db.collection<ProbeDoc>(`startProbe_${randomBytes(6).toString('hex')}`);
    try {
      await docs.insertOne({ _id: 'first', n: 0 });
      for (const { name, needs, check } of CHECKS) {
        const fault = await check({ client, db, docs }).then(
          (ok) => (ok ? null : needs),
          (error: unknown) => `${needs} (${error instanceof Error ? error.message : String(error)})`,
        );
        if (fault !== null) faults.push(`${name}: ${fault}`);
      }
    } finally {
      await docs.drop();
    }
  } finally {
    await client.close();
  }
  if (faults.length > 0)
    throw new StoreProbeError(`数据库不符合要求 / the store does not qualify:\n- ${faults.join('\n- ')}`);
}
