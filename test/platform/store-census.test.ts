import assert from 'node:assert/strict';
import { Decimal128, Long, ObjectId, type Document } from 'mongodb';
import mongoose from 'mongoose';
import { collectOperators, outsideAllowList, type Asked } from '../support/command-census.ts';
import { testStore } from '../support/store.ts';

const asked = (command: Document): string[] =>
  collectOperators(command)
    .map(({ kind, name }) => `${kind}.${name}`)
    .filter((row) => !row.startsWith('valueTypes.'))
    .sort();

const types = (command: Document): string[] =>
  collectOperators(command)
    .filter(({ kind }) => kind === 'valueTypes')
    .map(({ name }) => name)
    .sort();

describe('The census of what is asked of the store', () => {
  it('finds the operators of a filter at any depth', () => {
    const filter = {
      state: { $in: ['open'] },
      $or: [{ n: { $not: { $gt: 5 } } }, { rows: { $elemMatch: { $and: [{ a: { $ne: 1 } }] } } }],
      tags: { $all: [{ $elemMatch: { $gte: 1 } }] },
      $expr: { $lt: ['$a', { $size: '$b' }] },
    };
    assert.deepEqual(asked({ find: 'x', filter }), [
      'commands.find',
      'expressions.$lt',
      'expressions.$size',
      'queryOperators.$all',
      'queryOperators.$and',
      'queryOperators.$elemMatch',
      'queryOperators.$expr',
      'queryOperators.$gt',
      'queryOperators.$gte',
      'queryOperators.$in',
      'queryOperators.$ne',
      'queryOperators.$not',
      'queryOperators.$or',
    ]);
  });

  it('finds the operators of updates, their modifiers and their positions', () => {
    const u = {
      $set: { 'a.$': 1, 'b.$[].c': 2, 'd.$[e]': 3 },
      $push: { h: { $each: [1], $slice: -5 } },
      $pull: { t: { $lt: 3 } },
    };
    const command = {
      update: 'x',
      updates: [{ q: { k: { $exists: true } }, u, arrayFilters: [{ e: { $gt: 1 } }] }],
    };
    assert.deepEqual(asked(command), [
      'commands.update',
      'queryOperators.$exists',
      'queryOperators.$gt',
      'queryOperators.$lt',
      'updateOperators.$',
      'updateOperators.$[]',
      'updateOperators.$[id]',
      'updateOperators.$each',
      'updateOperators.$pull',
      'updateOperators.$push',
      'updateOperators.$set',
      'updateOperators.$slice',
    ]);
  });

  it('finds stages, accumulators, expressions and variables, inside $facet as well', () => {
    const pipeline = [
      { $match: { a: { $regex: 'x' } } },
      {
        $facet: { by: [{ $group: { _id: { $ifNull: ['$k', '-'] }, n: { $sum: { $cond: ['$b', 1, 0] } } } }] },
      },
      { $project: { all: '$$ROOT', text: { $literal: { $notAnOperator: 1 } } } },
    ];
    assert.deepEqual(asked({ aggregate: 'x', pipeline }), [
      'accumulators.$sum',
      'commands.aggregate',
      'expressions.$cond',
      'expressions.$ifNull',
      'expressions.$literal',
      'queryOperators.$regex',
      'stages.$facet',
      'stages.$group',
      'stages.$match',
      'stages.$project',
      'variables.$$ROOT',
    ]);
  });

  it('finds index options, projections and findAndModify', () => {
    const index = {
      key: { a: 1 },
      name: 'a_1',
      unique: true,
      partialFilterExpression: { a: { $exists: true } },
    };
    assert.deepEqual(asked({ createIndexes: 'x', indexes: [index] }), [
      'commands.createIndexes',
      'indexOptions.key',
      'indexOptions.name',
      'indexOptions.partialFilterExpression',
      'indexOptions.unique',
      'queryOperators.$exists',
    ]);
    const command = {
      findAndModify: 'x',
      query: { a: { $gt: 1 } },
      update: { $inc: { n: 1 } },
      fields: { t: { $slice: 1 } },
    };
    assert.deepEqual(asked(command), [
      'commands.findAndModify',
      'projectionOperators.$slice',
      'queryOperators.$gt',
      'updateOperators.$inc',
    ]);
  });

  it('finds the types of all values', () => {
    const doc = {
      a: 1,
      b: 1.5,
      c: 'x',
      d: new Date(0),
      e: new ObjectId(),
      f: Buffer.from(''),
      g: [null, true],
      h: 5n,
    };
    const all = [
      'array',
      'binData',
      'bool',
      'date',
      'double',
      'int',
      'long',
      'null',
      'object',
      'objectId',
      'string',
    ];
    assert.deepEqual(types({ insert: 'x', documents: [doc] }), all);
    assert.deepEqual(types({ find: 'x', filter: { a: /x/, b: Long.fromNumber(1) } }), ['long', 'regex']);
  });

  it('tells what lies outside the allow-list', () => {
    const outside = (command: Document): string[] => outsideAllowList(collectOperators(command));
    assert.deepEqual(outside({ find: 'x', filter: { a: { $near: [1, 2] }, b: { $gt: 1 } } }), [
      'queryOperators.$near',
    ]);
    assert.deepEqual(outside({ aggregate: 'x', pipeline: [{ $lookup: {} }, { $limit: 1 }] }), [
      'stages.$lookup',
    ]);
    assert.deepEqual(outside({ update: 'x', updates: [{ q: {}, u: [{ $set: { a: 1 } }] }] }), [
      'updateOperators.pipeline',
    ]);
    assert.deepEqual(outside({ insert: 'x', documents: [{ a: Decimal128.fromString('1') }] }), [
      'valueTypes.decimal',
    ]);
    assert.deepEqual(outside({ mapReduce: 'x' }), ['commands.mapReduce']);
  });

  it('hears every command a client sends, those of mongoose too', async function () {
    this.timeout(60_000);
    const { uri } = await testStore();
    const heard: Asked[] = [];
    const dbName = `census-${process.pid}`;
    const connection = await mongoose.createConnection(uri, { dbName, monitorCommands: true }).asPromise();
    connection.getClient().on('commandStarted', ({ command }) => heard.push(...collectOperators(command)));
    const schema = new mongoose.Schema(
      { code: { type: String, unique: true }, n: Number },
      { timestamps: true },
    );
    const Model = connection.model('Thing', schema);
    await Model.createIndexes();
    await Model.findOneAndUpdate({ code: 'a' }, { $inc: { n: 1 } }, { upsert: true });
    const doc = await Model.findOne({ n: { $gte: 1 } })
      .sort({ code: 1 })
      .limit(1);
    doc?.set('n', 5);
    await doc?.save();
    await Model.aggregate([{ $group: { _id: '$code', total: { $sum: '$n' } } }]);
    await connection.dropDatabase();
    await connection.close();
    const rows = new Set(heard.map(({ kind, name }) => `${kind}.${name}`));
    for (const row of [
      'commands.findAndModify',
      'queryOperators.$gte',
      'updateOperators.$setOnInsert',
      'accumulators.$sum',
      'indexOptions.unique',
    ]) {
      assert.ok(rows.has(row), row);
    }
    assert.deepEqual(outsideAllowList(heard), []);
  });
});
