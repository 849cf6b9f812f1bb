import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { LISTED_COMPLAINTS } from '../../server/features/complaints/complaint-queries.model.ts';
import { keysetPage } from '../../server/platform/keyset-page.ts';
import { useStore } from '../support/store.ts';

interface Row {
  _id: mongoose.Types.ObjectId;
  officeCode: string;
  receiptNumber: string;
  owedFen: number;
  employerKey?: string;
}

describe('a list page by page', () => {
  useStore({ emptyBefore: 'all' });
  // Many share an amount, and a third names no employer.
  const rows: Row[] = Array.from({ length: 60 }, (_, at) => ({
    _id: new mongoose.Types.ObjectId(),
    officeCode: at % 10 === 9 ? '532622' : '532601',
    receiptNumber: String(at),
    owedFen: (at * 7) % 4,
    ...(at % 3 === 0 ? {} : { employerKey: `name:${at % 5}` }),
  }));
  const own = rows.filter(({ officeCode }) => officeCode === '532601');
  before(async () => {
    await mongoose.connection.collection<Row>('complaints').insertMany(rows);
  });

  for (const field of ['owedFen', 'employerKey', '_id'] as const) {
    for (const direction of ['', '-']) {
      for (const limit of [1, 7, 60]) {
        it(`by ${direction}${field}, ${limit} at a time, has every row once and in order, and counts them all`, async () => {
          const sorts = { [field]: field };
          const seen: string[] = [];
          let cursor: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof keysetPage<Row>>> = await keysetPage<Row>(
              LISTED_COMPLAINTS,
              {
                sorts,
                fallback: field,
                limits: { officeCode: '532601' },
                query: { sort: `${direction}${field}`, limit, ...(cursor === null ? {} : { cursor }) },
              },
            );
            assert.ok(page.items.length <= limit);
            assert.equal(page.total, own.length);
            seen.push(...page.items.map(({ _id }) => String(_id)));
            cursor = page.nextCursor;
          } while (cursor !== null);
          const key = (row: Row): string =>
            `${row[field] === undefined ? '' : `x${String(row[field])}`}\n${String(row._id)}`;
          const expected = [...own].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ _id }) => String(_id));
          assert.deepEqual(seen, direction === '-' ? expected.reverse() : expected);
        });
      }
    }
  }
});
