import assert from 'node:assert/strict';
import { MongoClientBulkWriteError } from 'mongodb';
import type { Collection, Document } from 'mongodb';
import type { ConformanceStore } from '../../support/conformance-store.ts';

/** A case that needs more than one answer; `rows` are all the rows of the allow-list it shows. */
export interface CommandCase {
  rows: `${string}.${string}`[];
  says: string;
  /** Known to MongoDB since 8.0; one before it refuses the command. */
  isNew?: true;
  run(store: ConformanceStore): Promise<void>;
}

const ids = async (collection: Collection, filter: Document = {}): Promise<unknown[]> =>
  (await collection.find(filter).sort({ _id: 1 }).toArray()).map((doc) => doc._id);

const failsWith = (code: number) => (error: unknown) =>
  error instanceof Error && 'code' in error && error.code === code;

const three = [
  { k: 'a', n: 1 },
  { k: 'b', n: 2 },
  { k: 'a', n: 3 },
];

/** The driver's types know only the long form of the first field. */
const CURRENT: Document = { $currentDate: { at: true, stamp: { $type: 'timestamp' } } };

/** The commands, what they answer and what they leave behind. */
export const COMMAND_CASES: CommandCase[] = [
  {
    rows: ['commands.hello', 'commands.isMaster', 'commands.ismaster'],
    says: 'the server says that it takes writes, and how large a document may be',
    run: async ({ db }) => {
      const hello = await db.command({ hello: 1 });
      assert.equal(hello['isWritablePrimary'], true);
      assert.equal(hello['maxBsonObjectSize'], 16 * 1024 * 1024);
      assert.ok(hello['setName'], 'a replica set, so that transactions are possible');
      for (const name of ['isMaster', 'ismaster'])
        assert.equal((await db.command({ [name]: 1 }))['ismaster'], true);
    },
  },
  {
    rows: ['commands.ping'],
    says: 'it answers ok',
    run: async ({ db }) => assert.equal((await db.command({ ping: 1 }))['ok'], 1),
  },
  {
    rows: ['commands.buildInfo', 'commands.buildinfo'],
    says: 'it tells a version',
    run: async ({ db }) => {
      for (const name of ['buildInfo', 'buildinfo']) {
        assert.match(String((await db.command({ [name]: 1 }))['version']), /^\d+\.\d+\.\d+/);
      }
    },
  },
  {
    rows: ['commands.serverStatus'],
    says: 'it tells how long the server runs',
    run: async ({ db }) => assert.ok((await db.admin().command({ serverStatus: 1 }))['uptimeMillis'] >= 0),
  },
  {
    rows: ['commands.insert'],
    says: 'an _id is never taken twice, and an ordered insert stops at the first error',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      const docs = [{ _id: 8 }, { _id: 1 }, { _id: 9 }] as Document[];
      await assert.rejects(collection.insertMany(docs), failsWith(11000));
      assert.deepEqual(await ids(collection), [1, 2, 3, 8]);
      await assert.rejects(collection.insertMany(docs, { ordered: false }), failsWith(11000));
      assert.deepEqual(await ids(collection), [1, 2, 3, 8, 9]);
    },
  },
  {
    rows: ['commands.bulkWrite'],
    says: 'inserts into several collections, in their order up to the first that cannot be',
    isNew: true,
    run: async ({ client, db, fresh }) => {
      const [one, two] = [await fresh([{ n: 1 }]), await fresh()];
      const insertOne = (into: Collection, _id: number) => ({
        name: 'insertOne' as const,
        namespace: `${db.databaseName}.${into.collectionName}`,
        document: { _id, parts: [{ of: 'it' }] } as Document,
      });
      const { insertedCount } = await client.bulkWrite([
        insertOne(one, 2),
        insertOne(two, 1),
        insertOne(one, 3),
      ]);
      assert.equal(insertedCount, 3);
      assert.deepEqual([await ids(one), await ids(two)], [[1, 2, 3], [1]]);
      assert.deepEqual(await one.findOne({ _id: 3 as never }), { _id: 3, parts: [{ of: 'it' }] });
      const taken = client.bulkWrite([insertOne(two, 5), insertOne(one, 1), insertOne(two, 6)]);
      await assert.rejects(taken, (error) => {
        assert.ok(error instanceof MongoClientBulkWriteError);
        assert.deepEqual(
          [...error.writeErrors].map(([at, { code }]) => [at, code]),
          [[1, 11000]],
        );
        return true;
      });
      assert.deepEqual(
        [await ids(one), await ids(two)],
        [
          [1, 2, 3],
          [1, 5],
        ],
      );
    },
  },
  {
    rows: ['commands.bulkWrite', 'commands.abortTransaction'],
    says: 'belongs to the transaction it runs in, and a place taken there ends it',
    isNew: true,
    run: async ({ client, db, fresh }) => {
      const [one, two] = [await fresh(), await fresh([{ n: 1 }])];
      const inserts = [one, two].map((into) => ({
        name: 'insertOne' as const,
        namespace: `${db.databaseName}.${into.collectionName}`,
        document: { _id: 1 as never },
      }));
      await client.withSession(async (session) => {
        session.startTransaction();
        await client.bulkWrite(inserts.slice(0, 1), { session });
        assert.deepEqual(await ids(one), [], 'nobody else sees it yet');
        assert.equal(await one.countDocuments({}, { session }), 1);
        await assert.rejects(client.bulkWrite(inserts.slice(1), { session }), MongoClientBulkWriteError);
        await assert.rejects(session.commitTransaction());
      });
      assert.deepEqual(await ids(one), []);
    },
  },
  {
    rows: ['commands.find'],
    says: 'sorted, then skipped, then limited, then cut to the fields asked for',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      const cursor = collection.find(
        {},
        { sort: { n: -1 }, skip: 1, limit: 1, projection: { _id: 0, n: 1 } },
      );
      assert.deepEqual(await cursor.toArray(), [{ n: 2 }]);
      assert.deepEqual(
        await collection
          .find({}, { projection: { k: 0 } })
          .limit(1)
          .toArray(),
        [{ _id: 1, n: 1 }],
      );
    },
  },
  {
    rows: ['commands.getMore', 'commands.killCursors'],
    says: 'batches follow each other, and a killed cursor is gone',
    run: async ({ fresh, db }) => {
      const collection = await fresh(Array.from({ length: 25 }, (_, n) => ({ n })));
      assert.equal((await collection.find({}, { batchSize: 4 }).toArray()).length, 25);
      const reply = await db.command({ find: collection.collectionName, batchSize: 2 });
      const { id } = reply['cursor'];
      const more = await db.command({ getMore: id, collection: collection.collectionName, batchSize: 3 });
      assert.deepEqual(
        more['cursor'].nextBatch.map((doc: Document) => doc['n']),
        [2, 3, 4],
      );
      const killed = await db.command({ killCursors: collection.collectionName, cursors: [id] });
      assert.equal(killed['cursorsKilled'].length, 1);
      await assert.rejects(db.command({ getMore: id, collection: collection.collectionName }), failsWith(43));
    },
  },
  {
    rows: ['commands.update'],
    says: 'one or many, with the numbers of documents found and changed',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      const one = await collection.updateOne({ k: 'a' }, { $set: { k: 'a' } });
      assert.deepEqual([one.matchedCount, one.modifiedCount], [1, 0]);
      const many = await collection.updateMany({ k: 'a' }, { $inc: { n: 10 } });
      assert.deepEqual([many.matchedCount, many.modifiedCount], [2, 2]);
      assert.deepEqual(await ids(collection, { n: { $gt: 10 } }), [1, 3]);
    },
  },
  {
    rows: ['commands.update', 'updateOperators.$setOnInsert'],
    says: 'an upsert inserts the equalities of the filter, the update, and what is set on insert',
    run: async ({ fresh }) => {
      const collection = await fresh();
      const filter = { 'firm.code': 'X', state: { $eq: 'open' }, n: { $gt: 5 } };
      const update = { $set: { a: 1 }, $setOnInsert: { __v: 0 } };
      const first = await collection.updateOne(filter, update, { upsert: true });
      assert.equal(first.upsertedCount, 1);
      const [doc] = await collection.find().toArray();
      assert.deepEqual(doc, { _id: first.upsertedId, firm: { code: 'X' }, state: 'open', __v: 0, a: 1 });
      const again = await collection.updateOne(
        { _id: first.upsertedId as never },
        { $setOnInsert: { __v: 9 } },
        { upsert: true },
      );
      assert.deepEqual([again.upsertedCount, again.modifiedCount], [0, 0]);
    },
  },
  {
    rows: ['commands.update'],
    says: 'a replacement keeps only the _id, and cannot change it',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      await collection.replaceOne({ n: 2 }, { z: 1 });
      assert.deepEqual(await collection.findOne({ _id: 2 } as Document), { _id: 2, z: 1 });
      await assert.rejects(collection.replaceOne({ n: 1 }, { _id: 7, z: 1 }), failsWith(66));
    },
  },
  {
    rows: ['commands.delete'],
    says: 'one or many',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      assert.equal((await collection.deleteOne({ k: 'a' })).deletedCount, 1);
      assert.equal((await collection.deleteMany({})).deletedCount, 2);
    },
  },
  {
    rows: ['commands.findAndModify', 'commands.findandmodify'],
    says: 'the document before or after the change, the first in the given order',
    run: async ({ fresh, db }) => {
      const collection = await fresh(three);
      const inc = { $inc: { n: 10 } };
      const before = await collection.findOneAndUpdate({ k: 'a' }, inc, { sort: { n: -1 } });
      assert.deepEqual(before, { _id: 3, k: 'a', n: 3 });
      const after = await collection.findOneAndUpdate({ _id: 3 } as Document, inc, {
        returnDocument: 'after',
        projection: { n: 1 },
      });
      assert.deepEqual(after, { _id: 3, n: 23 });
      const removed = await db.command({
        findandmodify: collection.collectionName,
        query: { _id: 3 },
        remove: true,
      });
      assert.equal(removed['value'].n, 23);
      assert.equal(await collection.findOneAndUpdate({ _id: 3 } as Document, inc), null);
      const made = await collection.findOneAndUpdate(
        { k: 'new' },
        { $set: { n: 0 } },
        { upsert: true, returnDocument: 'after' },
      );
      assert.deepEqual({ k: made?.['k'], n: made?.['n'] }, { k: 'new', n: 0 });
    },
  },
  {
    rows: ['commands.aggregate'],
    says: 'results come through a cursor in batches',
    run: async ({ fresh }) => {
      const collection = await fresh(Array.from({ length: 30 }, (_, n) => ({ n })));
      const found = await collection
        .aggregate([{ $match: { n: { $gte: 5 } } }, { $sort: { n: -1 } }], { batchSize: 7 })
        .toArray();
      assert.deepEqual(
        found.map((doc) => doc['n']),
        Array.from({ length: 25 }, (_, i) => 29 - i),
      );
    },
  },
  {
    rows: ['commands.count'],
    says: 'the number of documents, a limit and a skip observed',
    run: async ({ fresh, db }) => {
      const collection = await fresh(three);
      const count = { count: collection.collectionName };
      assert.equal((await db.command({ ...count, query: { k: 'a' } }))['n'], 2);
      assert.equal((await db.command({ ...count, query: {}, skip: 1, limit: 1 }))['n'], 1);
      assert.equal(await collection.estimatedDocumentCount(), 3);
    },
  },
  {
    rows: ['commands.distinct'],
    says: 'every value once, the elements of arrays apart',
    run: async ({ fresh }) => {
      const collection = await fresh([{ t: ['x', 'y'] }, { t: 'y' }, { t: 1 }, {}]);
      const values = await collection.distinct('t');
      assert.deepEqual(new Set(values), new Set([1, 'x', 'y']));
      assert.equal(values.length, 3);
      assert.deepEqual(await collection.distinct('t', { t: 1 }), [1]);
    },
  },
  {
    rows: ['commands.explain'],
    says: 'it tells a plan, with an index where one serves',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      await collection.createIndex({ n: 1 });
      const plan = JSON.stringify(await collection.find({ n: 2 }).explain());
      assert.match(plan, /IXSCAN/);
      assert.match(JSON.stringify(await collection.find({ k: 'a' }).explain()), /COLLSCAN/);
    },
  },
  {
    rows: ['commands.create', 'commands.listCollections', 'commands.drop'],
    says: 'a collection is made, made again without harm (since 7.0), listed, and dropped',
    run: async ({ db }) => {
      await db.createCollection('made');
      await db.collection('made').insertOne({ kept: true });
      assert.equal((await db.command({ create: 'made' }))['ok'], 1);
      assert.equal(await db.collection('made').countDocuments(), 1);
      assert.deepEqual(
        (await db.listCollections({ name: 'made' }).toArray()).map((one) => one.name),
        ['made'],
      );
      assert.equal(await db.dropCollection('made'), true);
      assert.deepEqual(await db.listCollections({ name: 'made' }).toArray(), []);
    },
  },
  {
    rows: ['commands.listDatabases', 'commands.dropDatabase'],
    says: 'a database is there with its first collection and gone with the drop',
    run: async ({ client, db }) => {
      const other = client.db(`${db.databaseName}-drop`);
      await other.collection('a').insertOne({ n: 1 });
      const names = async (): Promise<string[]> =>
        (await client.db().admin().listDatabases()).databases.map((one) => one.name);
      assert.ok((await names()).includes(other.databaseName));
      await other.dropDatabase();
      assert.ok(!(await names()).includes(other.databaseName));
    },
  },
  {
    rows: ['commands.dbStats', 'commands.collStats'],
    says: 'they count collections and documents',
    run: async ({ fresh, client, db }) => {
      const collection = await fresh(three);
      assert.equal((await db.command({ collStats: collection.collectionName }))['count'], 3);
      const other = client.db(`${db.databaseName}-stats`);
      await other.collection('a').insertMany([{ n: 1 }, { n: 2 }]);
      const { collections, objects } = await other.command({ dbStats: 1 });
      await other.dropDatabase();
      assert.deepEqual([collections, objects], [1, 2]);
    },
  },
  {
    rows: ['commands.startSession', 'commands.refreshSessions', 'commands.endSessions'],
    says: 'sessions are opened, kept alive and closed',
    run: async ({ db }) => {
      const { id } = await db.command({ startSession: 1 });
      if (id !== undefined) assert.equal((await db.command({ refreshSessions: [id] }))['ok'], 1);
      assert.equal((await db.command({ endSessions: id === undefined ? [] : [id] }))['ok'], 1);
    },
  },
  {
    rows: ['commands.commitTransaction', 'commands.abortTransaction'],
    says: 'all of a transaction is seen after its commit, nothing of it after an abort',
    run: async ({ client, fresh }) => {
      const collection = await fresh(three);
      const session = client.startSession();
      session.startTransaction();
      await collection.updateOne({ _id: 1 } as Document, { $set: { n: 100 } }, { session });
      await collection.deleteOne({ _id: 2 } as Document, { session });
      assert.deepEqual(await ids(collection), [1, 2, 3], 'not seen from outside before');
      await session.commitTransaction();
      assert.deepEqual(await ids(collection), [1, 3]);
      session.startTransaction();
      await collection.deleteMany({}, { session });
      await session.abortTransaction();
      await session.endSession();
      assert.deepEqual(await ids(collection), [1, 3]);
    },
  },
  {
    rows: [
      'commands.createIndexes',
      'commands.listIndexes',
      'commands.dropIndexes',
      'indexOptions.key',
      'indexOptions.name',
      'indexOptions.v',
      'indexOptions.background',
    ],
    says: 'an index gets the name of its fields unless one is given, making it again changes nothing',
    run: async ({ fresh, db }) => {
      const collection = await fresh(three);
      assert.equal(await collection.createIndex({ k: 1, n: -1 }), 'k_1_n_-1');
      assert.equal(await collection.createIndex({ k: 1, n: -1 }), 'k_1_n_-1');
      const named = { key: { n: 1 }, name: 'by number', background: true, v: 2 };
      await db.command({ createIndexes: collection.collectionName, indexes: [named] });
      const list = await collection.indexes();
      assert.deepEqual(list.map((one) => one.name).sort(), ['_id_', 'by number', 'k_1_n_-1']);
      assert.deepEqual(list.find((one) => one.name === 'k_1_n_-1')?.key, { k: 1, n: -1 });
      await assert.rejects(collection.createIndex({ n: 1 }, { name: 'other' }), failsWith(85));
      await assert.rejects(collection.createIndex({ z: 1 }, { name: 'by number' }), failsWith(86));
      await collection.dropIndex('by number');
      assert.equal((await collection.indexes()).length, 2);
      await assert.rejects(collection.dropIndex('by number'), failsWith(27));
    },
  },
  {
    rows: ['indexOptions.unique'],
    says: 'a second document with the key is refused, null and missing being one key',
    run: async ({ fresh }) => {
      const collection = await fresh([{ code: 'a' }, {}]);
      await collection.createIndex({ code: 1 }, { unique: true });
      await assert.rejects(collection.insertOne({ code: 'a' }), (error: Document) => {
        assert.equal(error['code'], 11000);
        assert.deepEqual(error['keyPattern'], { code: 1 });
        assert.deepEqual(error['keyValue'], { code: 'a' });
        return true;
      });
      await assert.rejects(collection.insertOne({ code: null }), failsWith(11000));
      await collection.insertOne({ code: ['b', 'c'] });
      await assert.rejects(collection.insertOne({ code: 'c' }), failsWith(11000));
      await assert.rejects(
        collection.updateOne({ _id: 1 } as Document, { $set: { code: 'b' } }),
        failsWith(11000),
      );
    },
  },
  {
    rows: ['indexOptions.unique'],
    says: 'it cannot be made over documents that break it',
    run: async ({ fresh }) => {
      const collection = await fresh(three);
      await assert.rejects(collection.createIndex({ k: 1 }, { unique: true }), failsWith(11000));
      assert.equal((await collection.indexes()).length, 1);
    },
  },
  {
    rows: ['indexOptions.sparse'],
    says: 'documents without the field are no keys, but are found all the same',
    run: async ({ fresh }) => {
      const collection = await fresh([{ code: 'a' }, {}, {}]);
      await collection.createIndex({ code: 1 }, { unique: true, sparse: true });
      await collection.insertOne({});
      assert.equal(await collection.countDocuments({ code: null }), 3);
      assert.equal((await collection.find().sort({ code: 1 }).toArray()).length, 4);
    },
  },
  {
    rows: ['indexOptions.partialFilterExpression'],
    says: 'only documents that meet the expression have to be unique',
    run: async ({ fresh }) => {
      const collection = await fresh([
        { code: 'a', live: true },
        { code: 'a', live: false },
      ]);
      await collection.createIndex({ code: 1 }, { unique: true, partialFilterExpression: { live: true } });
      await collection.insertOne({ code: 'a', live: false });
      await assert.rejects(collection.insertOne({ code: 'a', live: true }), failsWith(11000));
      assert.equal(await collection.countDocuments({ code: 'a' }), 3);
      assert.equal(await collection.countDocuments({ code: 'a', live: true }), 1);
    },
  },
  {
    rows: ['indexOptions.expireAfterSeconds', 'commands.collMod'],
    says: 'the time to live is kept with the index and can be changed',
    run: async ({ fresh, db }) => {
      const collection = await fresh([{ at: new Date() }]);
      await collection.createIndex({ at: 1 }, { expireAfterSeconds: 3600 });
      const index = { name: 'at_1', expireAfterSeconds: 7200 };
      await db.command({ collMod: collection.collectionName, index });
      const kept = (await collection.indexes()).find((one) => one.name === 'at_1');
      assert.equal(kept?.['expireAfterSeconds'], 7200);
    },
  },
  {
    rows: ['projectionOperators.$slice'],
    says: 'some elements of an array, all other fields with them',
    run: async ({ fresh }) => {
      const collection = await fresh([{ t: [1, 2, 3, 4], k: 'x' }]);
      const cut = async (slice: unknown): Promise<unknown> =>
        collection.findOne({}, { projection: { t: { $slice: slice } } });
      assert.deepEqual(await cut(2), { _id: 1, t: [1, 2], k: 'x' });
      assert.deepEqual(await cut(-1), { _id: 1, t: [4], k: 'x' });
      assert.deepEqual(await cut([1, 2]), { _id: 1, t: [2, 3], k: 'x' });
    },
  },
  {
    rows: ['projectionOperators.$elemMatch'],
    says: 'the first element that meets the condition, or no such field',
    run: async ({ fresh }) => {
      const collection = await fresh([{ t: [{ n: 1 }, { n: 5 }, { n: 9 }], k: 'x' }, { t: [{ n: 1 }] }]);
      const projection = { t: { $elemMatch: { n: { $gt: 3 } } } };
      assert.deepEqual(await collection.find({}, { projection }).toArray(), [
        { _id: 1, t: [{ n: 5 }] },
        { _id: 2 },
      ]);
    },
  },
  {
    rows: ['updateOperators.$currentDate'],
    says: 'the present moment as a date or a timestamp',
    run: async ({ fresh, db }) => {
      const collection = await fresh([{ a: 1 }]);
      await collection.updateOne({}, CURRENT);
      assert.equal(
        await collection.countDocuments({ at: { $type: 'date' }, stamp: { $type: 'timestamp' } }),
        1,
      );
      const doc = await collection.findOne();
      const now: Date = (await db.command({ hello: 1 }))['localTime'];
      assert.ok(Math.abs(doc?.['at'].getTime() - now.getTime()) < 60_000);
    },
  },
];
