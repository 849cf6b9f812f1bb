import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { searchFields, searchFilter, searchPaths } from '../../server/platform/search/index.ts';
import { useStore } from '../support/store.ts';

const schema = new mongoose.Schema(
  { name: String, ...searchPaths },
  { collection: 'found', strict: 'throw' },
);
schema.index({ grams: 1 });
const Found = mongoose.model('found', schema);

const FIRMS = [
  '文山建工（集团）有限公司',
  '云南建投第三建设有限公司',
  '乐山市政工程有限公司',
  '丘北县锦屏镇劳务（a|b）服务部',
  'ABC Construction 建筑',
];
const PERSONS = ['单雄信', '张文山'];

describe('Chinese search', () => {
  useStore();
  before(async () => {
    await Found.createCollection();
    await Found.createIndexes();
  });
  beforeEach(async () => {
    await Found.insertMany([
      ...FIRMS.map((name) => ({ name, ...searchFields({ names: [name] }) })),
      ...PERSONS.map((name) => ({ name, ...searchFields({ persons: [name] }) })),
      { name: 'story', ...searchFields({ texts: ['三月的工资没有发', '老板说没钱'] }) },
    ]);
  });

  const hits = async (q: string): Promise<string[]> => {
    const found = await Found.find(searchFilter(q)).sort({ name: 1 }).lean();
    assert.equal(await Found.countDocuments(searchFilter(q)), found.length);
    return found.map(({ name }) => String(name)).sort();
  };
  const sorted = (...names: (string | undefined)[]): string[] => names.map(String).sort();

  it('finds a part of a name, wherever it stands and however its blanks and widths are typed', async () => {
    assert.deepEqual(await hits('建工'), sorted(FIRMS[0]));
    assert.deepEqual(await hits('文山'), sorted(FIRMS[0], PERSONS[1]));
    assert.deepEqual(await hits('（集团）有限'), sorted(FIRMS[0]));
    assert.deepEqual(await hits('abcｃonstr'), sorted(FIRMS[4]));
    assert.deepEqual(await hits('Construction 建筑'), sorted(FIRMS[4]));
  });

  it('finds a single character, at the head, inside and at the end of a name', async () => {
    assert.deepEqual(await hits('丘'), sorted(FIRMS[3]));
    assert.deepEqual(await hits('雄'), sorted(PERSONS[0]));
    assert.deepEqual(await hits('信'), sorted(PERSONS[0]));
    assert.deepEqual(await hits('司'), sorted(FIRMS[0], FIRMS[1], FIRMS[2]));
  });

  it('does not take pairs that stand apart, or two fields, for the text that was typed', async () => {
    assert.deepEqual(await hits('建设有限公司建投'), []);
    assert.deepEqual(await hits('发老'), []);
    assert.deepEqual(await hits('没钱'), ['story']);
  });

  it('finds initials of the reading: of a surname for people, of the place for places', async () => {
    assert.deepEqual(await hits('sxx'), sorted(PERSONS[0]));
    assert.deepEqual(await hits('dxx'), []);
    assert.deepEqual(await hits('lss'), sorted(FIRMS[2]));
    assert.deepEqual(await hits('WSJG'), sorted(FIRMS[0]));
    assert.deepEqual(await hits('gz'), [], 'free text is not found by initials');
  });

  it('wants every word that was typed', async () => {
    assert.deepEqual(await hits('有限 建工'), sorted(FIRMS[0]));
    assert.deepEqual(await hits('有限 sjg'), sorted(FIRMS[0]));
    assert.deepEqual(await hits('建工 乐山'), []);
  });

  it('takes signs of patterns as they stand', async () => {
    assert.deepEqual(await hits('.*'), []);
    assert.deepEqual(await hits('a|b'), sorted(FIRMS[3]));
    assert.deepEqual(await hits('|'), sorted(FIRMS[3]));
    assert.deepEqual(await hits('('), sorted(FIRMS[0], FIRMS[3]));
    assert.deepEqual(await hits('$'), []);
  });

  it('never walks the whole collection', async () => {
    for (const q of ['建', '建工', '建工集团', '建 工程', '|', '[']) {
      const plan = JSON.stringify(await Found.find(searchFilter(q)).explain('queryPlanner'));
      assert.match(plan, /"indexName":"grams_1"/u, q);
      assert.doesNotMatch(plan, /COLLSCAN/u, q);
    }
  });
});
