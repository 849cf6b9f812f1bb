import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { appendEvent, configureAudit, signDailyRoot } from '../../server/platform/audit/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { testConfig } from '../support/config.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('npm run verify-chain', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  const config = testConfig();
  const ids: string[] = [];

  before(async () => {
    configureAudit(config.secrets);
    const ctx = systemCtx('test', { now: new Date('2026-11-20T02:00:00Z'), today: plainDate('2026-11-20') });
    for (let n = 1; n <= 3; n += 1) {
      const event = { subject: 'user:a', areaCode: '532601', action: 'thing.changed', facts: { n } } as const;
      ids.push((await inTransaction(() => appendEvent(event, ctx))).id);
    }
    await signDailyRoot({ today: plainDate('2026-11-21'), now: new Date('2026-11-21T02:00:00Z') });
  });

  async function verify(...args: string[]): Promise<{ code: number | null; output: string }> {
    const { uri } = await testStore();
    othersWrite();
    const child = spawn(process.execPath, ['server/launch.js', 'server/cli/verify-chain.ts', ...args], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        DATA_DIR: config.dataDir,
        MONGODB_URI: uri,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    }
    const [code] = (await once(child, 'close')) as [number | null]; // Node's close event
    return { code, output };
  }

  it('exits 0 with one line of counts when everything is whole', async () => {
    const { code, output } = await verify();
    assert.equal(code, 0, output);
    assert.match(output, /^事件链完好.*events 3, subject chains 1, area-days 1, signed days 1\n$/u);
  });

  it('exits 1 and names the event after one stored event was altered', async () => {
    const second = { _id: new mongoose.Types.ObjectId(ids[1]) };
    await mongoose.connection.collection('events').updateOne(second, { $set: { 'facts.n': 7 } });
    const { code, output } = await verify();
    assert.equal(code, 1, output);
    for (const line of ['chain: user:a', 'seq: 2', `event: ${ids[1]}`])
      assert.ok(output.includes(`\n${line}\n`), output);
    assert.match(output, /why: contentAltered/u);
  });

  it('exits 2 on an argument it does not know', async () => {
    const { code, output } = await verify('--repair');
    assert.equal(code, 2);
    assert.match(output, /unknown argument: --repair/u);
  });
});
