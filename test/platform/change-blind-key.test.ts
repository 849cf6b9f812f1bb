import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { changeBlindKey } from '../../server/cli/rotate-keys/change-blind.ts';
import { NotYet } from '../../server/cli/rotate-keys/rotate.ts';
import type { Config } from '../../server/config.ts';
import { followKeys } from '../../server/follow-keys.ts';
import { Claims, insertClaims } from '../../server/features/cases/claim.model.ts';
import { Complaints, complaintSecrets } from '../../server/features/complaints/complaint.model.ts';
import { Workers, workerSecrets } from '../../server/features/workers/worker.model.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { blindIndex, configureFieldKeys, findRotation } from '../../server/platform/crypto/index.ts';
import { createLog } from '../../server/platform/log.ts';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';
import { searchFields } from '../../server/platform/search/index.ts';
import { nameGramsOfWord } from '../../server/platform/search/name-grams.ts';
import type { Secrets } from '../../server/platform/secrets.ts';
import { runCommandLine } from '../support/command.ts';
import { testConfig } from '../support/config.ts';
import { eventually } from '../support/eventually.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';

const PEOPLE = 6_000;
const COMMAND = 'server/cli/rotate-keys.ts';
const phone = (n: number): string => `198${String(n).padStart(8, '0')}`;
const citizenId = (n: number): string => `9901${String(n).padStart(14, '0')}`;
const now = new Date('2026-03-02T02:00:00Z');

describe('npm run rotate-keys -- --blind', function () {
  this.timeout(300_000);
  useStore({ emptyBefore: 'all' });
  let config: Config;
  let ids: mongoose.Types.ObjectId[];

  const env = async (): Promise<Record<string, string>> => ({
    DATA_DIR: config.dataDir,
    MONGODB_URI: (await testStore()).uri,
  });
  const rotate = async (...args: string[]) => {
    othersWrite();
    return runCommandLine(COMMAND, args, await env());
  };
  const inFile = (): Secrets => JSON.parse(readFileSync(config.secretsFile, 'utf8')) as Secrets; // our own file
  const follow = () => followKeys(config, { clock: systemClock, log: createLog('silent') });

  before(async () => {
    config = testConfig();
    configureFieldKeys(config.secrets);
    ids = Array.from({ length: PEOPLE }, () => new mongoose.Types.ObjectId());
    await Workers.insertMany(
      ids.map((_id, n) => ({
        ...{ _id, name: '某人', areaCode: '532601', state: 'active', createdAt: now, version: 1 },
        ...{ grams: [], searchText: '' },
        ...workerSecrets.sealFields(_id, { phone: phone(n), citizenId: citizenId(n) }),
      })),
    );
    const row = { caseId: 'case1', complaintId: 'c1', identityHidden: false, months: [] };
    await insertClaims([{ ...row, name: '张三', phone: phone(1) }]);
    const _id = new mongoose.Types.ObjectId();
    await Complaints.collection.insertOne({
      _id,
      ...complaintSecrets.sealFields(_id, { complainantName: '张大山' }),
      ...searchFields({ sealedPersons: ['张大山'] }),
    });
  });
  after(() => rmSync(config.dataDir, { recursive: true }));

  it('is refused while a process runs, and leaves everything as it was', async () => {
    const running = follow();
    const gone = await running.announce();
    const mine = follow();
    const done = await mine.announce({ changesBlindKey: true });
    const booted = { config, keys: mine, clock: systemClock };
    await assert.rejects(
      changeBlindKey({ booted, kind: 'field', suite: 'aes', say: () => undefined }),
      (error) => error instanceof NotYet && error.message.includes(String(process.pid)),
    );
    await done();
    await mine.stop();
    assert.equal(await findRotation('blind'), null);
    await gone();
    await running.stop();
  });

  it('goes on where it was killed; meanwhile no process starts', async () => {
    othersWrite();
    const child = spawn(process.execPath, ['server/launch.js', COMMAND, '--blind'], {
      cwd: fileURLToPath(PROJECT_ROOT),
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'silent', ...(await env()) },
      stdio: 'ignore',
    });
    const exited = once(child, 'exit');
    await eventually(
      'the first pages are done',
      async () => ((await findRotation('blind'))?.changed ?? 0) >= 400,
      120_000,
      1,
    );
    child.kill('SIGKILL');
    await exited;
    const half = await findRotation('blind');
    assert.ok(half !== null && half.doneAt === undefined && half.changed < PEOPLE, 'it was stopped half-way');

    const early = follow();
    await assert.rejects(early.announce(), /rotate-keys -- --blind/u);
    await early.stop();

    const done = await rotate('--blind');
    assert.equal(done.code, 0, done.err);
    assert.equal(inFile().blindIndexNext, undefined);
    assert.notEqual(inFile().blindIndexKey, config.secrets.blindIndexKey);
  });

  it('then everybody is found under the new key, what hangs on it was made anew, and the old file is refused', async () => {
    configureFieldKeys(inFile());
    for (const n of [0, 1, 3_000, PEOPLE - 1]) {
      const found = await Workers.findOne(workerSecrets.where('citizenId', citizenId(n))).lean();
      assert.equal(String(found?._id), String(ids[n]));
    }
    const indexes: unknown[] = await Workers.distinct('citizenIdIndex');
    assert.equal(indexes.length, PEOPLE);
    const claim = await Claims.findOne({ caseId: 'case1' }).lean<{ personKey: string }>();
    assert.equal(claim?.personKey, blindIndex('phone', phone(1)));

    const grams = nameGramsOfWord('大山') ?? [];
    assert.equal(await Complaints.countDocuments({ grams: { $all: grams } }), 1, 'names are found by parts');

    const stale = follow(); // with the configuration of before
    await assert.rejects(stale.announce(), /copy the key file/u);
    await stale.stop();
  });
});
