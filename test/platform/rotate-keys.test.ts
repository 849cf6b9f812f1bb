import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import type { KeyKind } from '../../server/cli/rotate-keys/key-sets.ts';
import type { Rotation } from '../../server/cli/rotate-keys/rotate.ts';
import { begin, goOn, NotYet, retire } from '../../server/cli/rotate-keys/rotate.ts';
import type { Config } from '../../server/config.ts';
import { followKeys } from '../../server/follow-keys.ts';
import type { KeyFollowing } from '../../server/follow-keys.ts';
import { insertClient, secretOf } from '../../server/features/machine-clients/machine-client.model.ts';
import type { WorkerRecord } from '../../server/features/workers/worker.model.ts';
import { insertWorker, Workers, workerSecrets } from '../../server/features/workers/worker.model.ts';
import { liveCookieKeys } from '../../server/platform/auth/cookie-keys.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { configureFieldKeys } from '../../server/platform/crypto/index.ts';
import { findRotation, keepRotation } from '../../server/platform/crypto/key-rotation.model.ts';
import { duplicateKeyFields } from '../../server/platform/db.ts';
import type { SealedFileStore } from '../../server/platform/files/index.ts';
import { openFileStore } from '../../server/platform/files/index.ts';
import type { KeyHolder } from '../../server/platform/key-holders.ts';
import { createLog } from '../../server/platform/log.ts';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';
import type { Secrets } from '../../server/platform/secrets.ts';
import { runCommandLine } from '../support/command.ts';
import { testConfig } from '../support/config.ts';
import { eventually } from '../support/eventually.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';

const PEOPLE = 6_000;
const PAYSLIP = '三月工资条';
const COMMAND = 'server/cli/rotate-keys.ts';
const phone = (n: number): string => `199${String(n).padStart(8, '0')}`;
const citizenId = (n: number): string => `9900${String(n).padStart(14, '0')}`;
const now = new Date('2026-03-02T02:00:00Z');

/** The test's own process stands for a server that runs on: it holds the keys, reads, writes and looks up. */
describe('npm run rotate-keys', function () {
  this.timeout(300_000);
  useStore({ emptyBefore: 'all' });
  let config: Config;
  let keys: KeyFollowing;
  let gone: () => Promise<void>;
  let ids: mongoose.Types.ObjectId[];
  let files: SealedFileStore;
  let sha256: string;
  const faults: unknown[] = [];

  const env = async (): Promise<Record<string, string>> => ({
    DATA_DIR: config.dataDir,
    MONGODB_URI: (await testStore()).uri,
  });
  const rotate = async (...args: string[]) => {
    othersWrite();
    const done = await runCommandLine(COMMAND, args, await env());
    return { ...done, said: `${done.out}${done.err}` };
  };
  /** The same steps in this process, whose own word counts among those that run. */
  const own = (kind: KeyKind): Rotation => ({
    booted: { config, keys, clock: systemClock },
    ...{ kind, suite: 'aes', say: () => undefined },
  });
  const inFile = (): Secrets => JSON.parse(readFileSync(config.secretsFile, 'utf8')) as Secrets; // our own file

  before(async () => {
    config = testConfig();
    configureFieldKeys(config.secrets);
    const log = createLog('error', { write: (line) => void faults.push(line) });
    keys = followKeys(config, { clock: systemClock, log });
    gone = await keys.announce();
    ids = Array.from({ length: PEOPLE }, () => new mongoose.Types.ObjectId());
    await Workers.insertMany(
      ids.map((_id, n) => ({
        ...{ _id, name: '某人', areaCode: '532601', state: 'active', createdAt: now, version: 1 },
        ...{ grams: [], searchText: '' },
        ...workerSecrets.sealFields(_id, { phone: phone(n), citizenId: citizenId(n) }),
      })),
    );
    await insertClient(
      { name: '银行', purposes: ['bankResults'], areaCode: '532601', createdAt: now, createdBy: 'x' },
      'the secret of a machine',
    );
    files = openFileStore(config);
    sha256 = (await files.put(Readable.from([Buffer.from(PAYSLIP)]))).sha256;
  });
  after(async () => {
    await gone();
    await keys.stop();
    rmSync(config.dataDir, { recursive: true });
  });

  /** One person picked by number: his values open, and his phone and number find him. */
  async function assertReadable(n: number): Promise<void> {
    const found = await Workers.findOne(workerSecrets.where('citizenId', citizenId(n))).lean();
    assert.ok(found, `person ${n} is found`);
    assert.equal(String(found._id), String(ids[n]));
    assert.deepEqual(workerSecrets.openFields(found), { phone: phone(n), citizenId: citizenId(n) });
  }

  it('seals everything with a new key, killed in the middle and run again; all stays readable, found and unique', async () => {
    chmodSync(config.secretsFile, 0o640);
    othersWrite();
    const child = spawn(process.execPath, ['server/launch.js', COMMAND, '--add'], {
      cwd: fileURLToPath(PROJECT_ROOT),
      env: { ...process.env, NODE_ENV: 'development', LOG_LEVEL: 'silent', ...(await env()) },
      stdio: 'ignore',
    });
    const exited = once(child, 'exit');
    let read = 0;
    await eventually(
      'the first pages are sealed anew',
      async () => {
        await assertReadable((read++ * 997) % PEOPLE);
        return ((await findRotation('field:k2'))?.changed ?? 0) >= 400;
      },
      120_000,
      1,
    );
    child.kill('SIGKILL');
    await exited;
    const half = await findRotation('field:k2');
    assert.ok(
      half !== null && half.doneAt === undefined && half.changed < 2 * PEOPLE,
      'it was stopped half-way',
    );
    assert.equal(statSync(config.secretsFile).mode & 0o777, 0o640, 'the file keeps its mode');

    // Half is sealed with each key: nobody notices, and nobody comes in twice.
    for (const n of [0, 1, PEOPLE - 2, PEOPLE - 1]) await assertReadable(n);
    for (const n of [0, PEOPLE - 1]) {
      const again = insertWorker(
        { name: '另一人', areaCode: '532601', createdAt: now },
        { citizenId: citizenId(n) },
      );
      await assert.rejects(again, (error) => duplicateKeyFields(error)?.[0] === 'citizenIdIndex');
    }
    const fresh = await insertWorker(
      { name: '新人', areaCode: '532601', createdAt: now },
      { phone: phone(PEOPLE) },
    );
    assert.equal(fresh.phone?.keyId, 'k2', 'this process writes with the new key');

    const refused = await rotate('--retire', 'k1');
    assert.equal(refused.code, 1);
    assert.match(refused.err, /k1 is still needed/u);
    assert.match(refused.err, /workers \d+.*files 1/u);

    const done = await rotate();
    assert.equal(done.code, 0, done.said);
    assert.match(done.out, /k2 is in use; --retire takes away k1/u);
    assert.equal(await Workers.countDocuments({ 'phone.keyId': 'k1' }), 0);
    assert.match(done.out, /values re-encrypted, 0 records left/u);
    assert.deepEqual(faults, []);
  });

  it('retires a key nobody needs, and a value it sealed opens no more', async () => {
    const done = await rotate('--retire', 'k1');
    assert.equal(done.code, 0, done.said);
    assert.deepEqual(Object.keys(inFile().fieldKeys.keys), ['k2']);
    await keys.look();
    await assertReadable(17);
    const client = await mongoose.connection.collection('machineClients').findOne({});
    assert.ok(client);
    assert.equal(secretOf(client as never), 'the secret of a machine'); // as its model wrote it
    const file = await files.get(sha256);
    assert.ok(file);
    assert.equal(await text(file.stream), PAYSLIP);
    await assert.rejects(retire(own('field'), 'k2'), /k2 is in use/u);
  });

  it('waits with the new key until every process knows it, and says who does not', async () => {
    const elsewhere = { _id: 'elsewhere', host: 'server-2', pid: 7, seenAt: systemClock.now() };
    const held = { active: 'k2', known: [] };
    await mongoose.connection
      .collection<KeyHolder>('keyHolders')
      .insertOne({ ...elsewhere, field: held, cookie: held });
    await begin(own('field'));
    await assert.rejects(goOn(own('field')), (error) => {
      assert.ok(error instanceof NotYet);
      assert.match(error.message, /server-2 \(7\).*do not know the new key yet/u);
      return true;
    });
    assert.deepEqual([inFile().fieldKeys.active, inFile().fieldKeys.next], ['k2', 'k3']);
    await mongoose.connection.collection<KeyHolder>('keyHolders').deleteOne({ _id: 'elsewhere' });
  });

  it('goes over to SM4 and SM3, and back to one key', async () => {
    const { fieldKeys } = inFile();
    delete fieldKeys.next;
    delete fieldKeys.keys['k3'];
    writeFileSync(config.secretsFile, JSON.stringify({ ...inFile(), fieldKeys }));
    othersWrite();
    const done = await runCommandLine(COMMAND, ['--add'], { ...(await env()), CIPHER_SUITE: 'sm' });
    assert.equal(done.code, 0, done.err);
    assert.match(inFile().fieldKeys.keys['k3'] ?? '', /^sm:/u);
    await keys.look();
    for (const n of [0, 3_000, PEOPLE - 1]) await assertReadable(n);
    const row = (await Workers.findById(ids[5]).lean()) as unknown as WorkerRecord; // what the schema wrote
    assert.equal(row.phone?.keyId, 'k3');
    assert.equal(Buffer.from(row.phone.box, 'base64').length, 16 + 32 + 16, 'iv, HMAC-SM3 and one block');
  });

  it('changes the keys of session cookies; the old one stays until the last session under it has ended', async () => {
    const live = liveCookieKeys(keys.secrets());
    const [old = ''] = live;
    await begin(own('cookie'));
    await goOn(own('cookie'));
    assert.equal(live.length, 2);
    assert.equal(live[1], old, 'who is signed in stays signed in');
    assert.notEqual(live[0], old);
    await assert.rejects(retire(own('cookie'), 'c1'), /in 24 hours/u);
    const yesterday = new Date(systemClock.now().getTime() - 25 * 3_600_000);
    await keepRotation({ _id: 'cookie:c2', changed: 0, doneAt: yesterday });
    await retire(own('cookie'), 'c1');
    assert.equal(live.length, 1);
    assert.equal(inFile().session, old, 'marks of codes and links are made with it, so it stays');
  });

  it('a key file that is damaged while the product runs changes nothing', async () => {
    const good = readFileSync(config.secretsFile, 'utf8');
    writeFileSync(config.secretsFile, good.slice(0, 40));
    await keys.look();
    assert.equal(faults.length, 1);
    assert.ok(!String(faults[0]).includes(good.slice(10, 30)), 'the log shows nothing of it');
    await assertReadable(3);
    writeFileSync(config.secretsFile, good);
    await keys.look();
  });
});
