import assert from 'node:assert/strict';
import { placeOf } from '../../client/src/features/exchange/fault-place.ts';
import { readBundle } from '../../client/src/features/exchange/read-bundle.ts';
import { BUNDLE_MOST_KB } from '../../server/core/contract/standard-data.ts';
import type { StandardBundle } from '../../server/core/contract/standard-data.ts';

const BUNDLE = {
  project: { name: '演示项目', projectCode: 'P-1' },
  teams: [{ teamName: '钢筋班' }],
  workers: [{ workerName: '张三' }, { workerName: '李四' }],
  payrolls: [{ corpName: '演示劳务', details: [{}, {}] }],
} as unknown as StandardBundle; // as much of one as is looked at

const file = (text: string): File => new File([text], '标准数据.json');

describe('a bundle of the national data standard on the screen', () => {
  it('a fault names the object by its place from one, its person and the field', () => {
    assert.deepEqual(placeOf('workers.1.idCardNumber', BUNDLE), {
      ...{ object: 'workers', items: [2], field: 'idCardNumber', whose: '李四' },
    });
    assert.deepEqual(placeOf('payrolls.0.details.1', BUNDLE), {
      ...{ object: 'payrolls', items: [1, 2], whose: '演示劳务' },
    });
    assert.deepEqual(placeOf('project.prjStatus', BUNDLE), {
      ...{ object: 'project', items: [], field: 'prjStatus' },
    });
    assert.deepEqual(placeOf('workers.9', BUNDLE), { object: 'workers', items: [10] });
  });

  it('a file is looked at before it is sent: what it holds, or why it is none', async () => {
    const read = await readBundle(file(`\uFEFF${JSON.stringify(BUNDLE)}`));
    assert.ok(read.state === 'ready');
    assert.deepEqual(read.counts, { subContractors: 0, teams: 1, workers: 2, attendance: 0, payrolls: 1 });
    assert.deepEqual([read.projectName, read.projectCode], ['演示项目', 'P-1']);
    for (const [text, why] of [
      ['{"project":', 'notJson'],
      ['[]', 'notBundle'],
      ['{"project":"x"}', 'notBundle'],
      [' '.repeat(BUNDLE_MOST_KB * 1024 + 1), 'tooLarge'],
    ] as const) {
      const refused = await readBundle(file(text));
      assert.ok(refused.state === 'refused');
      assert.equal(refused.why, why);
    }
  });
});
