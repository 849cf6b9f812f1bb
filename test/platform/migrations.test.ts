import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import '../../server/doors.ts'; // every feature, and with them their migrations
import { systemClock } from '../../server/platform/clock.ts';
import { openDb } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import type { Migration } from '../../server/platform/migrations/index.ts';
import {
  findMigrations,
  listMigrations,
  migrateStore,
  ownForm,
  refuseNewerStore,
} from '../../server/platform/migrations/index.ts';
import { VERSION } from '../../server/version.ts';
import { runCommandLine } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { othersWrite, testStore, useStore } from '../support/store.ts';

const deps = { clock: systemClock, log: createLog('silent'), version: '9.9.9', leaseMs: 300 };
const NUMBERS = 400;

interface Numbered {
  _id: number;
  square?: number;
  times?: number;
}

describe('bringing older data into form', function () {
  this.timeout(120_000);
  useStore();
  const numbers = () => mongoose.connection.collection<Numbered>('migrationNumbers');

  it('has one number for each, from 1 on without a gap', () => {
    const found = listMigrations().map(({ number }) => number);
    assert.deepEqual(
      found,
      found.map((_, at) => at + 1),
    );
    assert.equal(ownForm(), found.length);
  });

  it('is done once, goes on from its mark after a stop, and says why it stopped', async () => {
    const seen: (string | undefined)[] = [];
    const run: Migration['run'] = async ({ mark, keep }) => {
      seen.push(mark);
      if (mark === undefined) {
        await keep('half-way', 3);
        throw new Error('the power went');
      }
      await keep('all', 4);
    };
    const migrations = [{ number: 1, name: 'testMigration', run }];
    const start = () => migrateStore({ ...deps, migrations });
    const record = async () => (await findMigrations())[0];
    await assert.rejects(start(), /the power went/u);
    const stopped = await record();
    assert.deepEqual([stopped?.state, stopped?.mark, stopped?.filled], ['running', 'half-way', 3]);
    assert.match(stopped?.fault ?? '', /the power went/u);
    assert.deepEqual(await start(), { testMigration: 7 });
    const done = await record();
    assert.deepEqual([done?.state, done?.version, done?.fault], ['done', '9.9.9', undefined]);
    assert.deepEqual(await start(), {});
    assert.deepEqual(seen, [undefined, 'half-way']);
  });

  it('does not repeat what version 0.1.0 noted as filled', async () => {
    const old = mongoose.connection.collection<{ _id: string }>('storeFills');
    const doneAt = new Date('2026-11-01T00:00:00Z');
    await old.insertOne({ _id: 'payrollSheetsKept', filled: 12, doneAt } as { _id: string });
    const counts = await migrateStore(deps);
    assert.equal('payrollSheetsKept' in counts, false);
    assert.equal('rosterSitesCounted' in counts, true);
    assert.equal((await findMigrations()).find(({ _id }) => _id === 1)?.filled, 12);
  });

  it('killed again and again, or begun by two processes at once, leaves every record done once', async () => {
    await numbers().insertMany(Array.from({ length: NUMBERS }, (_, at) => ({ _id: at + 1 })));
    const { uri } = await testStore();
    othersWrite();
    const markNow = async () => Number((await findMigrations())[0]?.mark ?? 0);
    const marks: number[] = [];
    for (const killAfter of [1, 6]) {
      const one = start(uri);
      await eventually('so many pages are done', () => one.lines().length >= killAfter, 20_000, 2);
      one.child.kill('SIGKILL');
      await once(one.child, 'close');
      marks.push(await markNow());
    }
    assert.deepEqual(
      marks,
      [...marks].sort((a, b) => a - b),
      'no start begins anew',
    );
    assert.ok((marks.at(-1) ?? 0) < NUMBERS, 'it was killed in the middle');
    const both = [start(uri), start(uri)];
    await Promise.all(both.map(({ child }) => once(child, 'close')));
    const ends = both.map(({ lines }) => lines().at(-1) ?? '').sort();
    assert.deepEqual(ends, [`{"squares":${NUMBERS}}`, '{}'].sort(), 'one does it, the other waits for it');
    const done = await numbers().find().sort({ _id: 1 }).toArray();
    assert.deepEqual(
      done,
      done.map(({ _id }) => ({ _id, square: _id * _id, times: 1 })),
    );
    assert.equal(done.length, NUMBERS);
  });

  function start(uri: string): { child: ChildProcess; lines: () => string[] } {
    const program = 'test/platform/migrations-process.ts';
    const child = spawn(process.execPath, ['--import', 'tsx', program, uri, '500'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    return { child, lines: () => out.split('\n').slice(0, -1) };
  }
});

describe('a store that a newer version has written', function () {
  this.timeout(120_000);
  useStore();

  it('is refused in words before anything is written', async () => {
    await mongoose.connection
      .collection<{ _id: number; version: string }>('migrations')
      .insertOne({ _id: ownForm() + 1, version: '7.0.0' });
    await assert.rejects(refuseNewerStore(openDb(), VERSION), { code: 'storeNewer' });
    await mongoose.connection
      .collection('payrollSheets')
      .drop()
      .catch(() => undefined); // a start would make it again
    othersWrite();
    const { uri } = await testStore();
    const before = await whatIsThere();
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-newer-'));
    try {
      const env = { MONGODB_URI: uri, DATA_DIR: dataDir };
      for (const entry of ['server/main.ts', 'server/cli/verify-chain.ts']) {
        const { code, err } = await runCommandLine(entry, [], env);
        assert.notEqual(code, 0, entry);
        assert.match(err, /storeNewer: .*7\.0\.0.*changed nothing.*restore the backup/su, entry);
      }
    } finally {
      rmSync(dataDir, { recursive: true });
    }
    assert.deepEqual(await whatIsThere(), before);
    await mongoose.connection.collection('migrations').deleteMany({});
    await refuseNewerStore(openDb(), VERSION);
  });

  const whatIsThere = async (): Promise<[string, number][]> => {
    const names = (await openDb().collections()).map(({ collectionName }) => collectionName).sort();
    return Promise.all(
      names.map(async (name): Promise<[string, number]> => [
        name,
        await mongoose.connection.collection(name).countDocuments(),
      ]),
    );
  };
});
