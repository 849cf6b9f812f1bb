import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

const CONFIG = new URL('config.ts', import.meta.url).href;

describe('the folders of tests', () => {
  for (const end of ['process.exit(0)', 'throw new Error("a test failed")'])
    it(`are gone after ${end}`, () => {
      const script = `
        import { existsSync, writeFileSync } from 'node:fs';
        import { testConfig } from '${CONFIG}';
        const { dataDir } = testConfig();
        writeFileSync(dataDir + '/file', 'something');
        console.log(dataDir, testConfig().dataDir);
        ${end}`;
      const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
      const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      const [one = '', other = ''] = stdout.trim().split(' ');
      assert.match(one, /anxin-data-/u, stderr);
      assert.notEqual(one, other, 'each configuration has its own');
      assert.deepEqual([existsSync(one), existsSync(other)], [false, false]);
      assert.equal(existsSync(dirname(one)), false, 'with what held them');
    });
});
