import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Facts, Place } from '../../../server/cli/doctor/facts.ts';
import type { Row } from '../../../server/cli/doctor/row.ts';
import { rowsOf } from '../../../server/cli/doctor/rows.ts';
import { Runs } from '../../../server/platform/jobs/job-run.model.ts';
import { Outbox } from '../../../server/platform/outbox/index.ts';
import { runCommandLine } from '../../support/command.ts';
import { testConfig } from '../../support/config.ts';
import { othersWrite, testStore, useStore } from '../../support/store.ts';

const WELL: Place = {
  dataDir: { path: '/var/lib/anxin', state: 'fine' },
  keys: { path: '/var/lib/anxin/secrets.json', readByOthers: false },
  backup: { ageHours: 20, keysFit: true },
  store: { state: 'answers', product: 'running' },
  checks: [{ name: 'jobs', level: 'good', zh: '任务都按时运行', en: 'All jobs run on time' }],
};
const FACTS: Facts = {
  node: { version: '22.1.0', wanted: '>=20' },
  pages: 'built',
  configuration: null,
  place: WELL,
};
const place = (changed: Partial<Place>): Partial<Facts> => ({ place: { ...WELL, ...changed } });
const NO_JOB = { name: 'jobs', level: 'bad', zh: '没有任务在运行', en: 'No job runs' } as const;
const FULL = { name: 'disk', level: 'bad', zh: '剩余 1 MB', en: '1 MB free' } as const;

describe('what the doctor says', () => {
  const CASES: [what: string, changed: Partial<Facts>, notGood: string[]][] = [
    ['an installation that is well', {}, []],
    ['a Node.js that is too old', { node: { version: '18.20.0', wanted: '>=20' } }, ['node bad']],
    ['pages of another version', { pages: 'stale' }, ['pages warning']],
    ['no pages', { pages: 'missing' }, ['pages bad']],
    ['a wrong setting', { configuration: { fault: 'PORT' }, place: null }, ['configuration bad']],
    ['a folder not to be written', place({ dataDir: { path: '/x', state: 'notWritable' } }), ['dataDir bad']],
    ['keys others may read', place({ keys: { path: '/x', readByOthers: true } }), ['keyFile bad']],
    ['a backup of two days ago', place({ backup: { ageHours: 48, keysFit: true } }), ['backup warning']],
    ['a backup under other keys', place({ backup: { ageHours: 1, keysFit: false } }), ['backup bad']],
    ['a backup cut short', place({ backup: { fault: 'no complete backup' } }), ['backup bad']],
    ['a backup nobody named', place({ backup: null }), ['backup unknown']],
    ['a store that is held and silent', place({ store: { state: 'silent' }, checks: [] }), ['store bad']],
    ["another user's store", place({ store: { state: 'notOurs' }, checks: [] }), ['store bad']],
    [
      'a store that failed on a full disk',
      place({ store: { state: 'failed', fault: 'no space' }, checks: [FULL] }),
      ['store bad', 'disk bad'],
    ],
    ['a product whose workers are gone', place({ checks: [NO_JOB] }), ['jobs bad']],
    [
      'a product that stands still: its jobs tell nothing, its disk does',
      place({ store: { state: 'answers', product: 'stopped' }, checks: [NO_JOB, FULL] }),
      ['product warning', 'jobs unknown', 'disk bad'],
    ],
  ];
  for (const [what, changed, notGood] of CASES) {
    it(`${what}: ${notGood.join(', ') || 'nothing to say'}`, () => {
      const found = rowsOf({ ...FACTS, ...changed }).filter(({ level }) => level !== 'good');
      assert.deepEqual(
        found.map(({ name, level }) => `${name} ${level}`),
        notGood,
      );
      for (const { name, next } of found) assert.ok(next?.zh !== '' && next?.en, `${name}: and what now?`);
    });
  }
});

describe('npm run doctor', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  const folders: string[] = [];
  after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
  const doctor = async (env: Record<string, string>) => {
    const { code, out, err } = await runCommandLine('server/cli/doctor.ts', ['--json'], env);
    assert.notEqual(out, '', err);
    const { ok, rows } = JSON.parse(out) as { ok: boolean; rows: Row[] }; // our own command's answer
    return { code, ok, level: Object.fromEntries(rows.map(({ name, level }) => [name, level])) };
  };

  it('asks the store of an installation, and exits 1 for keys others may read, a clock gone back and workers that are gone', async () => {
    const { dataDir, secretsFile } = testConfig();
    folders.push(dataDir);
    chmodSync(secretsFile, 0o644);
    const future = new Date(Date.now() + 3_600_000);
    const run = { cause: 'schedule', state: 'done', counts: {}, by: 'system', attempt: 1, gathered: false };
    const lasts = { startedAt: future, leaseUntil: future, expiresAt: future };
    await Runs.create({ job: 'reencryptFields', day: '2026-11-22', ...run, ...lasts });
    await Outbox.collection.insertOne(
      { key: 'late', state: 'waiting', dueAt: new Date(Date.now() - 3_600_000) }, // what the check reads of it
    );
    othersWrite();
    const { uri } = await testStore();
    const { code, ok, level } = await doctor({ DATA_DIR: dataDir, MONGODB_URI: uri });
    assert.equal(code, 1);
    assert.equal(ok, false);
    const {
      node,
      configuration,
      dataDir: folder,
      keyFile,
      store,
      clock,
      clockBack,
      jobs,
      outbox,
      eventChain,
    } = level;
    assert.deepEqual(
      { node, configuration, folder, keyFile, store, clock, clockBack, jobs, outbox, eventChain },
      {
        ...{ node: 'good', configuration: 'good', folder: 'good', keyFile: 'bad' },
        ...{ store: 'good', clock: 'good', clockBack: 'bad', jobs: 'bad' },
        ...{ outbox: 'warning', eventChain: 'good' },
      },
    );
  });

  it('says in words that texts are switched off, also where there is no store to ask', async () => {
    const { dataDir, secretsFile } = testConfig();
    folders.push(dataDir);
    const off = { DEMO: 'false', SMS_DISABLED: 'true' };
    const env = { DATA_DIR: dataDir, SECRETS_FILE: secretsFile, MONGODB_URI: '', ...off };
    const { out } = await runCommandLine('server/cli/doctor.ts', ['--json'], env);
    assert.match(out, /短信已关闭（SMS_DISABLED）/u);
  });

  it('finds no keys in an empty folder, says so, and makes none', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'anxin-empty-'));
    folders.push(empty);
    const { code, level } = await doctor({ DATA_DIR: empty, MONGODB_URI: '', SECRETS_FILE: '' });
    assert.equal(code, 1);
    assert.equal(level['configuration'], 'bad');
    assert.deepEqual(readdirSync(empty), []);
  });
});
