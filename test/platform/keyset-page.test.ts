import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { LISTED_COMPLAINTS } from '../../server/features/complaints/complaint-queries.model.ts';
import { currentSession, inTransaction } from '../../server/platform/db.ts';
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

  describe('asked for by several at once', () => {
    const page = (over: { limits?: object; limit?: number } = {}) =>
      keysetPage<Row>(LISTED_COMPLAINTS, {
        sorts: { owedFen: 'owedFen' },
        fallback: 'owedFen',
        limits: { officeCode: '532601', ...over.limits },
        query: { limit: over.limit ?? 5 },
        sharedAs: 'test',
      });

    it('is read once for all who wait, and shows them what was written before they asked', async () => {
      const asked = await commandsOf('find', async () => {
        const pages = await Promise.all(Array.from({ length: 12 }, () => page()));
        assert.deepEqual(new Set(pages.map(({ items }) => String(items[0]?._id))).size, 1);
      });
      assert.equal(asked, 2, 'the first one’s, and one for the others');
      const early = page();
      const _id = new mongoose.Types.ObjectId();
      const complaints = mongoose.connection.collection<Row>('complaints');
      await complaints.insertOne({ _id, officeCode: '532601', receiptNumber: 'new', owedFen: -1 });
      assert.ok((await page()).items.some((row) => row._id.equals(_id)));
      await early;
      await complaints.deleteOne({ _id });
    });

    it('is another page where anything of it is another: a limit, an office, an id that is no text', async () => {
      const id = own[0]?._id;
      const pages = await Promise.all([
        page(),
        page({ limit: 6 }),
        page({ limits: { officeCode: '532622' } }),
        page({ limits: { _id: id } }),
        page({ limits: { receiptNumber: String(id) } }),
      ]);
      assert.deepEqual(
        pages.map(({ items, total }) => [items.length, total]),
        [
          [5, own.length],
          [6, own.length],
          [5, rows.length - own.length],
          [1, 1],
          [0, 0],
        ],
      );
    });

    it('cannot be changed by one of them', async () => {
      const [row] = (await page()).items;
      assert.throws(() => Object.assign(row ?? {}, { owedFen: 0 }), TypeError);
    });

    it('is read by a transaction for itself, with what it has written', async () => {
      const limits = { receiptNumber: 'inside' };
      await inTransaction(async () => {
        await LISTED_COMPLAINTS.countDocuments({});
        const doc = { _id: new mongoose.Types.ObjectId(), officeCode: '532601', owedFen: 1, ...limits };
        const session = currentSession();
        assert.ok(session);
        await mongoose.connection.collection<Row>('complaints').insertOne(doc, { session });
        assert.equal((await page({ limits })).total, 1);
      });
    });
  });
});

/** How many commands of this name the store was sent meanwhile. */
async function commandsOf(name: string, work: () => Promise<unknown>): Promise<number> {
  const client = mongoose.connection.getClient();
  let sent = 0;
  const count = ({ commandName }: { commandName: string }): void =>
    void (commandName === name && (sent += 1));
  client.on('commandStarted', count);
  await work().finally(() => client.off('commandStarted', count));
  return sent;
}
