import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { CaseRow, CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintRow } from '../../../server/core/contract/complaints.ts';
import { Cases, refillCaseNames } from '../../../server/features/cases/index.ts';
import { Complaints, refillComplaintNames } from '../../../server/features/complaints/index.ts';
import { sealNames } from '../../../server/features/complaints/seal-names.model.ts';
import { keyRing } from '../../../server/platform/crypto/field-keys.ts';
import { configureFieldKeys } from '../../../server/platform/crypto/index.ts';
import type { Step } from '../../../server/platform/migrations/index.ts';
import { searchFields } from '../../../server/platform/search/index.ts';
import { randomSecrets } from '../../../server/platform/secrets.ts';
import { filedCase, ok, onDay, useCasesApp } from './cases-app.ts';

const NAME = '欧阳慕云';
/** The name, its pairs of characters, and its initials as a word of their own; the first pair is a firm's too. */
const TRACES = [NAME, '阳慕', '慕云', 'oymy', '"ym"', '"my"'];

describe('the name of a complainant', () => {
  const { as } = useCasesApp();
  let view: CaseView;

  before(async () => {
    onDay('2026-03-02');
    view = await filedCase(as, { name: NAME, phone: '13900000077', employerName: '慕色建筑公司' });
    await filedCase(as, { name: '罗小妹', phone: '13900000078', employerName: '欧阳服装店' });
  });

  const receipts = async (path: '/complaints' | '/cases', q: string): Promise<number> => {
    const { items, total } = await ok<{ items: (ComplaintRow | CaseRow)[]; total: number }>(
      as('inspector').get(path, { q }),
    );
    assert.equal(items.length, Math.min(total, 50));
    return total;
  };
  const found = async (q: string): Promise<number[]> => [
    await receipts('/complaints', q),
    await receipts('/cases', q),
  ];
  /** The collections that hold any of these words. */
  const holding = async (words: readonly string[]): Promise<string[]> => {
    const held: string[] = [];
    for (const name of Object.values(mongoose.models).map(({ collection }) => collection.collectionName)) {
      const text = JSON.stringify(await mongoose.connection.collection(name).find({}).toArray());
      if (words.some((word) => text.includes(word))) held.push(name);
    }
    return held.sort();
  };

  it('lies nowhere but in the register of workers, whole or in parts', async () => {
    assert.deepEqual(await holding(TRACES), ['workers']);
  });

  it('is shown to those who may see it', async () => {
    const { complaints } = await ok<CaseView>(as('inspector').get(`/cases/${view.id}`));
    assert.equal(complaints[0]?.complainantName, NAME);
  });

  for (const q of [NAME, '慕云', '阳慕云', '欧阳慕', 'oymy', 'OYM', 'my', '慕云 慕色', '欧阳慕 建筑'])
    it(`is found by ${q}`, async () => assert.deepEqual(await found(q), [1, q.includes(' ') ? 0 : 1]));

  it('is found beside a firm of the same word, and not by a single character', async () => {
    assert.deepEqual(await receipts('/complaints', '欧阳'), 2);
    assert.deepEqual(await receipts('/complaints', '慕'), 1, 'the firm');
    assert.deepEqual(await found('云'), [0, 0]);
    assert.deepEqual(await found('慕阳'), [0, 0]);
    assert.deepEqual(await found('欧阳慕风'), [0, 0]);
  });

  /** As records lay before names were sealed. */
  async function putBackOpen(): Promise<void> {
    const one = await Complaints.collection.findOne({ caseId: view.id });
    assert.ok(one);
    const { complainantName: _, complainantNameIndex: __, phone: ___, phoneIndex: ____, ...rest } = one;
    const open = { complainantName: NAME, ...searchFields({ names: ['慕色建筑公司'], persons: [NAME] }) };
    await Complaints.collection.updateOne(
      { _id: one._id },
      { $set: open, $unset: { complainantNameIndex: 1 } },
    );
    const copies = Array.from({ length: 250 }, (_copy, at) => {
      const { caseId: _caseId, externalNumber: _external, ...copied } = rest;
      return { ...copied, ...open, _id: new mongoose.Types.ObjectId(), receiptNumber: `old-${at}` };
    });
    await Complaints.collection.insertMany(copies);
    await Cases.collection.updateOne(
      { _id: new mongoose.Types.ObjectId(view.id) },
      { $set: searchFields({ persons: [NAME] }) },
    );
  }

  const run = async (work: (step: Step) => Promise<void>, killAfter = Infinity, from?: string) => {
    let [mark, filled, portions] = [from, 0, 0];
    const keep = (place: string, more: number): Promise<void> => {
      if (portions++ >= killAfter) return Promise.reject(new Error('killed'));
      [mark, filled] = [place, filled + more];
      return Promise.resolve();
    };
    const killed = await work({ mark, keep }).then(
      () => false,
      () => true,
    );
    return { mark, filled, killed };
  };

  it('is sealed in records of before, in portions, going on after a kill from its mark', async () => {
    await putBackOpen();
    const first = await run(sealNames, 1);
    assert.deepEqual([first.killed, first.filled], [true, 200 - 1], 'a page of 200, one of another name');
    // The portion that was killed behind its writes and before its mark is looked at again and found done.
    const second = await run(sealNames, Infinity, first.mark);
    assert.deepEqual([second.killed, second.filled], [false, 0]);
    assert.equal((await run(refillCaseNames)).filled, 2);
    assert.deepEqual(await holding(TRACES), ['workers']);
    assert.deepEqual(await found('慕云'), [251, 1]);
    assert.deepEqual((await run(sealNames)).filled, 0);
    await Complaints.collection.deleteMany({ receiptNumber: /^old-/ });
  });

  it('is found again with a new blind-index key once its grams were made anew', async () => {
    const { active, keys, blindIndexKey } = keyRing();
    const texts = Object.fromEntries([...keys].map(([id, key]) => [id, key.toString('base64')]));
    const fieldKeys = { active, keys: texts };
    configureFieldKeys({ fieldKeys, blindIndexKey: randomSecrets().blindIndexKey });
    try {
      assert.deepEqual(await found('慕云'), [0, 0]);
      await run(refillComplaintNames);
      await run(refillCaseNames);
      assert.deepEqual(await found('慕云'), [1, 1]);
    } finally {
      configureFieldKeys({ fieldKeys, blindIndexKey: blindIndexKey.toString('base64') });
    }
  });
});
