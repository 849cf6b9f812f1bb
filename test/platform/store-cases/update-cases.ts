import { Double, Long } from 'mongodb';
import type { UpdateCase } from './case-types.ts';

/** Updates of one document (its `_id` is 1), after the pages of the manual named in the allow-list. */
export const UPDATE_CASES: UpdateCase[] = [
  {
    row: 'updateOperators.$set',
    says: 'fields are replaced or added, embedded documents made on the way',
    before: { a: 1 },
    update: { $set: { a: 'x', 'b.c': 2 } },
    after: { a: 'x', b: { c: 2 } },
  },
  {
    row: 'updateOperators.$set',
    says: 'an array is extended with nulls up to the position, and several new fields come in the order of their names',
    before: { t: ['a'] },
    update: { $set: { z: 1, 't.3': 'd', m: 2 } },
    after: { t: ['a', null, null, 'd'], m: 2, z: 1 },
  },
  {
    row: 'updateOperators.$set',
    says: 'the _id may be set to the value it has',
    before: { a: 1 },
    update: { $set: { _id: 1, a: 2 } },
    after: { a: 2 },
  },
  {
    row: 'updateOperators.$unset',
    says: 'a field goes, a missing one does no harm, an array element becomes null',
    before: { a: 1, b: 2, t: [1, 2] },
    update: { $unset: { a: '', none: '', 't.0': '' } },
    after: { b: 2, t: [null, 2] },
  },
  {
    row: 'updateOperators.$inc',
    says: 'a missing field starts from the amount, a negative amount subtracts',
    before: { n: 5 },
    update: { $inc: { n: -2, 'm.total': 1 } },
    after: { n: 3, m: { total: 1 } },
    types: { n: 'int' },
  },
  {
    row: 'updateOperators.$inc',
    says: 'an int grows into a long, and an int plus a double is a double',
    before: { n: 2147483647, d: 1, l: Long.fromNumber(1) },
    update: { $inc: { n: 1, d: 0.5, l: 1 } },
    after: { n: 2147483648, d: 1.5, l: 2 },
    types: { n: 'long', d: 'double', l: 'long' },
  },
  {
    row: 'updateOperators.$inc',
    says: 'a double stays a double',
    before: { n: new Double(2) },
    update: { $inc: { n: 1 } },
    after: { n: 3 },
    types: { n: 'double' },
  },
  {
    row: 'updateOperators.$mul',
    says: 'a missing field becomes zero of the same type',
    before: { n: 6 },
    update: { $mul: { n: 2, none: Long.fromNumber(100), d: 1.5 } },
    after: { n: 12, d: 0, none: 0 },
    types: { n: 'int', none: 'long', d: 'double' },
  },
  {
    row: 'updateOperators.$min',
    says: 'only a smaller value replaces, a missing field takes it',
    before: { low: 5, keep: 1 },
    update: { $min: { low: 3, keep: 7, fresh: 9 } },
    after: { low: 3, keep: 1, fresh: 9 },
  },
  {
    row: 'updateOperators.$max',
    says: 'values of different types are compared in the order of types',
    before: { high: 5, text: 'a', day: '2026-01-31' },
    update: { $max: { high: 4, text: 9, day: '2026-02-01' } },
    after: { high: 5, text: 'a', day: '2026-02-01' },
  },
  {
    row: 'updateOperators.$setOnInsert',
    says: 'nothing happens when a document was found',
    before: { a: 1 },
    update: { $set: { a: 2 }, $setOnInsert: { made: true } },
    after: { a: 2 },
  },
  {
    row: 'updateOperators.$push',
    says: 'an array is made where there is none, and an array is pushed as one element',
    before: { t: [1] },
    update: { $push: { t: [2, 3], fresh: 'x' } },
    after: { t: [1, [2, 3]], fresh: ['x'] },
  },
  {
    row: 'updateOperators.$each',
    says: 'every value is appended',
    before: { t: [1] },
    update: { $push: { t: { $each: [2, 3] } } },
    after: { t: [1, 2, 3] },
  },
  {
    row: 'updateOperators.$position',
    says: 'it counts from the start, a negative one from the end',
    before: { a: [1, 4], b: [1, 4] },
    update: { $push: { a: { $each: [2, 3], $position: 1 }, b: { $each: [2, 3], $position: -1 } } },
    after: { a: [1, 2, 3, 4], b: [1, 2, 3, 4] },
  },
  {
    row: 'updateOperators.$slice',
    says: 'a positive one keeps the first, a negative one the last elements, zero none',
    before: { a: [1, 2], b: [1, 2], c: [1] },
    update: {
      $push: {
        a: { $each: [3], $slice: 2 },
        b: { $each: [3], $slice: -2 },
        c: { $each: [2], $slice: 0 },
      },
    },
    after: { a: [1, 2], b: [2, 3], c: [] },
  },
  {
    row: 'updateOperators.$sort',
    says: 'the array is sorted before it is cut, by value or by fields',
    before: {
      n: [5, 1],
      q: [
        { id: 1, s: 8 },
        { id: 2, s: 7 },
      ],
    },
    update: {
      $push: {
        n: { $each: [9, 3], $sort: -1, $slice: 3 },
        q: { $each: [{ id: 3, s: 6 }], $sort: { s: 1 }, $slice: 2 },
      },
    },
    after: {
      n: [9, 5, 3],
      q: [
        { id: 3, s: 6 },
        { id: 2, s: 7 },
      ],
    },
  },
  {
    row: 'updateOperators.$addToSet',
    says: 'only what is not there yet is added, documents by all fields in order',
    before: { t: ['a'], d: [{ x: 1, y: 2 }] },
    update: { $addToSet: { t: { $each: ['a', 'b', 'b'] }, d: { y: 2, x: 1 } } },
    after: {
      t: ['a', 'b'],
      d: [
        { x: 1, y: 2 },
        { y: 2, x: 1 },
      ],
    },
  },
  {
    row: 'updateOperators.$addToSet',
    says: 'without $each an array is one element',
    before: { t: ['a'] },
    update: { $addToSet: { t: ['b', 'c'] } },
    after: { t: ['a', ['b', 'c']] },
  },
  {
    row: 'updateOperators.$pull',
    says: 'elements that meet the condition go',
    before: { n: [3, 5, 6, 7], s: ['x', 'y', 'xy'] },
    update: { $pull: { n: { $gte: 6 }, s: /^x/ } },
    after: { n: [3, 5], s: ['y'] },
  },
  {
    row: 'updateOperators.$pull',
    says: 'a document is a condition on the fields of each element, in any order',
    before: { q: [{ k: 'A', s: 5 }, { k: 'B', s: 8, c: 1 }, 7] },
    update: { $pull: { q: { s: 8, k: 'B' } } },
    after: { q: [{ k: 'A', s: 5 }, 7] },
  },
  {
    row: 'updateOperators.$pullAll',
    says: 'all elements equal to a listed value go',
    before: {
      n: [0, 2, 5, 5, 1, 0],
      d: [
        { a: 1, b: 2 },
        { b: 2, a: 1 },
      ],
    },
    update: { $pullAll: { n: [0, 5], d: [{ a: 1, b: 2 }] } },
    after: { n: [2, 1], d: [{ b: 2, a: 1 }] },
  },
  {
    row: 'updateOperators.$pop',
    says: '-1 takes the first, 1 the last element',
    before: { a: [1, 2, 3], b: [1, 2, 3], empty: [] },
    update: { $pop: { a: -1, b: 1, empty: 1 } },
    after: { a: [2, 3], b: [1, 2], empty: [] },
  },
  {
    row: 'updateOperators.$rename',
    says: 'a field moves, also into a document; a missing one is passed over',
    before: { nick: 'z', cell: 1 },
    update: { $rename: { cell: 'contact.mobile', none: 'other' } },
    after: { nick: 'z', contact: { mobile: 1 } },
  },
  {
    row: 'updateOperators.$rename',
    says: 'the field that has the new name is replaced',
    before: { a: 1, b: 2 },
    update: { $rename: { a: 'b' } },
    after: { b: 1 },
  },
  {
    row: 'updateOperators.$',
    says: 'the first element that met the filter is updated',
    before: { g: [80, 85, 90, 85] },
    filter: { g: 85 },
    update: { $set: { 'g.$': 88 } },
    after: { g: [80, 88, 90, 85] },
  },
  {
    row: 'updateOperators.$',
    says: 'with $elemMatch it is the element that met all conditions',
    before: {
      g: [
        { k: 1, m: 90 },
        { k: 2, m: 85 },
      ],
    },
    filter: { g: { $elemMatch: { k: { $lte: 2 }, m: { $lt: 90 } } } },
    update: { $inc: { 'g.$.m': 5 } },
    after: {
      g: [
        { k: 1, m: 90 },
        { k: 2, m: 90 },
      ],
    },
  },
  {
    row: 'updateOperators.$[]',
    says: 'all elements are updated, nested ones too',
    before: { g: [1, 2], n: [{ m: [1, 2] }, { m: [3] }] },
    update: { $inc: { 'g.$[]': 10, 'n.$[].m.$[]': 1 } },
    after: { g: [11, 12], n: [{ m: [2, 3] }, { m: [4] }] },
  },
  {
    row: 'updateOperators.$[id]',
    says: 'the elements that meet their filter are updated',
    before: { g: [95, 102, 90, 150] },
    update: { $set: { 'g.$[high]': 100 } },
    arrayFilters: [{ high: { $gte: 100 } }],
    after: { g: [95, 100, 90, 100] },
  },
  {
    row: 'updateOperators.$[id]',
    says: 'a filter may ask for fields of the element, with other updates beside it',
    before: {
      g: [
        { k: 'a', m: 5 },
        { k: 'b', m: 9 },
      ],
      n: 1,
    },
    update: { $set: { 'g.$[e].m': 0 }, $inc: { n: 1 } },
    arrayFilters: [{ 'e.k': 'a', 'e.m': { $gt: 1 } }],
    after: {
      g: [
        { k: 'a', m: 0 },
        { k: 'b', m: 9 },
      ],
      n: 2,
    },
  },
];
