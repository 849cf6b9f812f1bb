import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import {
  appendEvent,
  Events,
  publicKeyPem,
  signDailyRoot,
  verifyChainFile,
} from '../../../server/platform/audit/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { runCommandLine } from '../../support/command.ts';
import { othersWrite, testStore, useStore } from '../../support/store.ts';
import { openStaff, PASSWORD } from '../operations/open-staff.ts';

/** Two finished days and an open one, in two counties. */
const DAYS = ['2026-11-18', '2026-11-19', '2026-11-20'] as const;
const NOW = new Date('2026-11-20T06:00:00Z');

interface Line {
  kind: string;
  areaCode?: string;
  day?: string;
  event?: { action: string; subject: string; facts: Record<string, unknown> };
}

describe('the record as a file that proves itself', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });
  const folder = mkdtempSync(join(tmpdir(), 'anxin-chain-file-'));
  after(() => rmSync(folder, { recursive: true }));
  let test: TestApp;
  let auditor: Agent;
  let text: string;

  before(async () => {
    test = startTestApp(NOW);
    for (const day of DAYS) await oneDay(day);
    await signDailyRoot({ today: plainDate('2026-11-20'), now: NOW });
    await openStaff(test, {
      auditor: ['auditor', '5326'],
      county: ['auditor', '532601'],
      clerk: ['clerk', '532601'],
    });
    auditor = await test.signIn('auditor', PASSWORD);
    const { status, text: whole } = await take(auditor, {});
    assert.equal(status, 200);
    text = whole;
  });

  async function oneDay(day: string): Promise<void> {
    const ctx = systemCtx('test', { now: new Date(`${day}T03:00:00Z`), today: plainDate(day) });
    for (const areaCode of ['532601', '532622'])
      for (const n of [1, 2, 3]) {
        const event = {
          subject: `company:${areaCode}`,
          areaCode,
          action: n === 2 ? 'company.edited' : 'project.edited',
          facts: { n, reason: '电话13800138000' },
        } as const;
        await inTransaction(() => appendEvent(event, ctx));
      }
  }

  const take = (who: Agent, query: Record<string, string>) =>
    who
      .get('/api/events/chain-file')
      .query({ from: DAYS[0], to: DAYS[2], ...query })
      .buffer(true)
      .parse((res, done) => {
        let got = '';
        res.on('data', (chunk: Buffer) => (got += chunk.toString()));
        res.on('end', () => done(null, got));
      })
      .then(({ status, body, headers }) => ({ status, text: body as string, headers }));
  const linesOf = (file: string): string[] => file.split('\n').slice(0, -1);
  const parsed = (file: string): Line[] => linesOf(file).map((line) => JSON.parse(line) as Line);
  const verify = (file: string, keys: ReadonlyMap<string, string> | null = null) =>
    verifyChainFile(lineByLine(linesOf(file)), keys);
  async function* lineByLine(lines: readonly string[]): AsyncGenerator<string> {
    for (const line of lines) yield await Promise.resolve(line);
  }

  it('holds every event of the period with its chain, the signed roots and the keys, and nobody’s number', async () => {
    const lines = parsed(text);
    assert.deepEqual([...new Set(lines.map(({ kind }) => kind))], ['head', 'key', 'seal', 'root', 'end']);
    assert.equal(lines.filter(({ kind }) => kind === 'root').length, 2);
    assert.ok(lines.filter(({ event }) => event !== undefined).length >= 18);
    assert.equal(text.includes('13800138000'), false);
    assert.ok(text.includes('138****8000'));
    const { ok, signedDays, areaDays, firstBroken } = await verify(text);
    assert.deepEqual([ok, signedDays, areaDays >= 4, firstBroken], [true, 2, true, undefined]);
  });

  it('holds for a kind of acts only those, and the hash of the others', async () => {
    const { text: part } = await take(auditor, { action: 'company' });
    const events = parsed(part).flatMap(({ event }) => (event === undefined ? [] : [event.action]));
    assert.deepEqual([...new Set(events)], ['company.edited']);
    assert.equal((await verify(part)).ok, true);
  });

  it('holds of a reader’s own county alone what happened there, and its roots still prove it', async () => {
    const county = await test.signIn('county', PASSWORD);
    const { text: part } = await take(county, {});
    assert.deepEqual([...new Set(parsed(part).flatMap(({ areaCode }) => areaCode ?? []))], ['532601']);
    assert.deepEqual([(await verify(part)).ok, (await verify(part)).signedDays], [true, 2]);
    const beyond = await take(county, { areaCode: '532622' });
    assert.equal(parsed(beyond.text).filter(({ kind }) => kind === 'seal').length, 0);
  });

  const FAULTS: [what: string, why: string, spoil: (lines: string[]) => string[]][] = [
    ['an altered fact', 'contentAltered', (lines) => lines.map((line) => line.replace('"n":2', '"n":7'))],
    [
      'an event taken out with its seal',
      'sealMissing',
      (lines) => without(lines, (line) => line.includes('"n":2')),
    ],
    [
      'an event taken out alone',
      'eventMissing',
      (lines) => lines.map((line) => line.replace(/,"event":\{.*"n":2.*\}\}$/u, '}')),
    ],
    [
      'a whole day of an area taken out',
      'sealMissing',
      (lines) => lines.filter((line) => !isSealOf(line, '532622', DAYS[0])),
    ],
    [
      'a root taken out',
      'rootMissing',
      (lines) => without(lines, (line) => line.startsWith('{"kind":"root"')),
    ],
    [
      'a root signed by somebody else',
      'rootSignatureWrong',
      (lines) => lines.map((line) => line.replace(/"signature":"..../u, '"signature":"AAAA')),
    ],
    [
      'areas in another order',
      'reordered',
      (lines) => {
        const at = lines.findIndex((line) => isSealOf(line, '532622', DAYS[0]));
        return [...lines.slice(0, 2), lines[at] ?? '', ...lines.slice(2)];
      },
    ],
    ['an end that is missing', 'cutShort', (lines) => lines.slice(0, -1)],
    [
      'an end that was written for other lines',
      'checksumWrong',
      (lines) => lines.map((line) => line.replace('"isWhole":true', '"isWhole":false')),
    ],
    ['another kind of file', 'notAChainFile', () => ['{"kind":"head","format":"other"}']],
    [
      'text that is no JSON',
      'notAChainFile',
      (lines) => [...lines.slice(0, 4), 'nothing', ...lines.slice(4)],
    ],
    [
      'a line with a key of its own',
      'notAChainFile',
      (lines) => lines.map((line) => line.replace('{"kind":"seal"', '{"kind":"seal","__proto__x":1')),
    ],
  ];
  const without = (lines: string[], is: (line: string) => boolean): string[] => {
    const at = lines.findIndex(is);
    assert.ok(at > 0);
    return lines.filter((_, place) => place !== at);
  };
  const isSealOf = (line: string, areaCode: string, day: string): boolean =>
    line.startsWith(`{"kind":"seal","areaCode":"${areaCode}","day":"${day}"`);
  for (const [what, why, spoil] of FAULTS)
    it(`shows ${what}: ${why}`, async () => {
      // An administrator's file need not hold every area: what is missing of his own shows by the root.
      const spoilt = `${spoil(linesOf(whole)).join('\n')}\n`;
      assert.notEqual(spoilt, whole);
      const { ok, firstBroken } = await verify(spoilt);
      assert.deepEqual([ok, firstBroken?.why], [false, why]);
    });
  let whole: string;

  before('the command line writes the record of all areas', async () => {
    const { uri } = await testStore();
    othersWrite();
    const out = join(folder, 'record.jsonl');
    const env = { MONGODB_URI: uri, DATA_DIR: test.config.dataDir };
    const args = ['--from', DAYS[0], '--to', DAYS[2], '--out', out];
    const done = await runCommandLine('server/cli/audit-export.ts', args, env);
    assert.equal(done.code, 0, done.err);
    assert.match(done.err, /at 2026-11-18, 3 events so far$/mu, 'says how far it is');
    whole = readFileSync(out, 'utf8');
  });

  it('is checked without store or keys, and with a key somebody kept', async () => {
    const file = join(folder, 'kept.jsonl');
    const key = join(folder, 'key.pem');
    writeFileSync(file, whole);
    writeFileSync(key, publicKeyPem());
    const env = { MONGODB_URI: 'mongodb://127.0.0.1:1/none', DATA_DIR: '/nonexistent' };
    const checked = await runCommandLine('server/cli/verify-chain.ts', ['--file', file, '--key', key], env);
    assert.equal(checked.code, 0, checked.err);
    assert.match(checked.out, /文件完好.*signed days 2/u);
    writeFileSync(file, whole.replace('"n":2', '"n":7'));
    const spoilt = await runCommandLine('server/cli/verify-chain.ts', ['--file', file], env);
    assert.deepEqual([spoilt.code, /why: contentAltered/u.test(spoilt.out)], [1, true], spoilt.out);
    const other = new Map([['0000000000000000', publicKeyPem()]]);
    assert.equal((await verify(whole, other)).firstBroken?.why, 'keyUnknown');
  });

  it('says in words what cannot be asked for, and leaves no file behind', async () => {
    const { uri } = await testStore();
    const env = { MONGODB_URI: uri, DATA_DIR: test.config.dataDir };
    const out = join(folder, 'none.jsonl');
    const args = ['--from', '2026-11-20', '--to', '2026-11-18', '--out', out];
    const done = await runCommandLine('server/cli/audit-export.ts', args, env);
    assert.equal(done.code, 1);
    assert.match(done.err, /--to: .*Must not be before/u);
    assert.throws(() => readFileSync(out));
    assert.equal((await take(auditor, { to: '2026-11-17' })).status, 422);
    assert.equal((await take(auditor, { from: '2024-11-17' })).status, 422);
  });

  it('is for auditors and administrators; taking it is an event, and so is the table of the list', async () => {
    const clerk = await test.signIn('clerk', PASSWORD);
    assert.equal((await take(clerk, {})).status, 403);
    assert.equal((await take(test.visitor(), {})).status, 401);
    const table = await auditor.get('/api/events/export').query({ format: 'csv', action: 'company.edited' });
    assert.equal(table.text.trim().split('\r\n').length, 1 + 6);
    const doors = (await Events.find({ action: 'export.taken' }).lean()).map(({ facts }) => facts['door']);
    for (const door of ['get /events/chain-file', 'get /events/export', 'npm run audit-export'])
      assert.ok(doors.includes(door), door);
  });
});
