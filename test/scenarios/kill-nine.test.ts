import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../server/core/contract/page.ts';
import type { UserView } from '../../server/core/contract/accounts.ts';
import type { ComplaintFiled } from '../../server/core/contract/complaint-intake.ts';
import type { OutboxSummary } from '../../server/core/contract/operations.ts';
import type { MyComplaintRow } from '../../server/core/contract/tracking.ts';
import { demoMessage } from '../browser/short-cuts.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { freePort, startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

/** The first rounds kill a worker in the middle of its mails too; what it had in hand comes free while the others run. */
const ROUNDS = LONG
  ? ['server/start.ts', 'server/start.ts', 'server/main.ts', 'server/main.ts']
  : ['server/start.ts', 'server/main.ts'];
const CALLERS = 8;
/** One person may submit sixty times in ten minutes, and half of this is sent a second time. */
const WORKERS = 8;
const COMPLAINTS = 200;

interface Submission {
  key: string;
  login: string;
  acknowledged: boolean;
}

describe('kill -9 under load', function () {
  this.timeout(240_000);
  let isWhole = true; // each part goes on where the one before ended
  beforeEach(() => assert.ok(isWhole, 'the part before this one failed'));
  afterEach(function () {
    isWhole &&= this.currentTest?.state === 'passed';
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-kill-'));
  const submissions: Submission[] = [];
  let smtp: MailServer;
  let product: Product;
  const started: Product[] = [];
  const start = async (entry = 'server/start.ts'): Promise<void> => {
    const env = { SMTP_URL: smtp.url, QUIET_FROM: '00:00', QUIET_TO: '00:00' };
    const port = started[0]?.port ?? (await freePort());
    product = await startProduct({ dataDir, env, entry, port, withinMs: 120_000 });
    started.push(product);
  };

  before(async () => {
    smtp = await startMailServer();
    await start();
  });
  after(async () => {
    for (const one of started) one.process.kill('SIGKILL');
    await smtp.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`${ROUNDS.length} times loses and doubles no acknowledged write`, async () => {
    for (const round of ROUNDS.keys()) {
      await submitUntilKilled(product, submissions, randomInt(1, 80));
      await start(ROUNDS[round + 1]); // the last start is the whole product again
    }
    const admin = await signedInAdmin(product);
    assert.ok(submissions.filter((one) => one.acknowledged).length >= ROUNDS.length, 'the load was real');

    // Whoever got no answer sends the same submission again.
    for (const one of submissions) {
      if (!one.acknowledged) assert.equal((await submit(admin, one)).status, 201, one.login);
    }
    const stored = await allLogins(admin);
    for (const { login } of submissions) {
      assert.equal(stored.filter((one) => one === login).length, 1, `${login} is there exactly once`);
    }
  });

  it(`in the middle of ${COMPLAINTS} complaints at once finds every acknowledged receipt exactly once`, async () => {
    const workers = await Promise.all(Array.from({ length: WORKERS }, (_, n) => signedInWorker(product, n)));
    const complaints = Array.from({ length: COMPLAINTS }, (_, n) => ({
      key: randomUUID(),
      employerName: `第${n}工程队`,
      by: n % WORKERS,
      receiptNumber: '',
    }));
    const send = (one: (typeof complaints)[number]) =>
      workers[one.by]?.create<ComplaintFiled>('/my/complaints', complaintOf(one.employerName), one.key);

    const killAt = randomInt(COMPLAINTS / 8, COMPLAINTS / 2);
    let answered = 0;
    await Promise.all(
      complaints.map(async (one) => {
        const done = await send(one)?.catch(() => null);
        if (done === null || done === undefined) return;
        assert.equal(done.status, 201, JSON.stringify(done.body));
        one.receiptNumber = done.body.receiptNumber;
        answered += 1;
        if (answered === killAt) await product.kill();
      }),
    );
    await start();
    const unanswered = complaints.filter(({ receiptNumber }) => receiptNumber === '');
    assert.ok(answered >= killAt && unanswered.length > 0, `killed in the middle: ${answered} answered`);
    const listed = async (): Promise<MyComplaintRow[]> => {
      const pages = workers.map((worker) => worker.get<Page<MyComplaintRow>>('/my/complaints'));
      return (await Promise.all(pages)).flatMap(({ status, body }) => {
        assert.equal(status, 200, JSON.stringify(body));
        return body.items;
      });
    };

    const found = (await listed()).map(({ receiptNumber }) => receiptNumber);
    for (const { receiptNumber } of complaints) {
      if (receiptNumber !== '')
        assert.equal(found.filter((one) => one === receiptNumber).length, 1, receiptNumber);
    }
    // Each phone sends again what it got no answer for, one after the other.
    const sendAgain = async (by: number): Promise<void> => {
      for (const one of unanswered.filter((complaint) => complaint.by === by)) {
        const done = await send(one);
        assert.equal(done?.status, 201, JSON.stringify(done?.body));
        one.receiptNumber = done.body.receiptNumber;
      }
    };
    await Promise.all(workers.map((_worker, by) => sendAgain(by)));
    const all = (await listed()).map(({ receiptNumber, employerName }) => `${receiptNumber} ${employerName}`);
    const sent = complaints.map(({ receiptNumber, employerName }) => `${receiptNumber} ${employerName}`);
    assert.deepEqual(all.sort(), sent.sort());
    assert.equal(new Set(sent).size, COMPLAINTS);
  });

  it('delivers every mail of what was acknowledged, and again under its one Message-ID where it was cut off', async () => {
    const admin = await signedInAdmin(product);
    const mailsTo = (login: string) =>
      smtp.received.filter(({ to }) => to.includes(`${login}@example.org`)).map(({ mail }) => mail.messageId);
    await eventually(
      'every mail has arrived',
      () => submissions.every(({ login }) => mailsTo(login).length > 0),
      90_000, // what a killed worker had in hand comes free when its lease runs out
      500,
    );
    for (const { login } of submissions) assert.equal(new Set(mailsTo(login)).size, 1, login);
    assert.equal((await admin.get<OutboxSummary>('/outbox/summary')).body.failed, 0);
  });

  it('leaves a chain of events that is whole', async () => {
    assert.equal(await product.stop(), 0);
    const verdict = spawnSync(process.execPath, ['server/launch.js', 'server/cli/verify-chain.ts'], {
      env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
      encoding: 'utf8',
    });
    assert.equal(verdict.status, 0, verdict.stdout + verdict.stderr);
  });
});

async function signedInAdmin(product: Product): Promise<ApiClient> {
  const admin = new ApiClient(product.url);
  const { login, password } = demoAccount('admin');
  await admin.signIn(login, password);
  return admin;
}

/** As on a phone: asks for a code, reads it in the demo inbox, sends it back. */
async function signedInWorker({ url }: Product, n: number): Promise<ApiClient> {
  const worker = new ApiClient(url);
  const phone = `139000000${String(n).padStart(2, '0')}`;
  const asked = await worker.send<{ challengeId: string }>('POST', '/session/phone-code', { phone });
  assert.equal(asked.status, 202, JSON.stringify(asked.body));
  // The workers that were killed still hold their lease for a while.
  const code = await demoMessage(url, /验证码 (\d{6})/u, phone, 120_000, 1_500);
  await worker.signInByCode(asked.body.challengeId, code);
  return worker;
}

const complaintOf = (employerName: string) => ({
  intakeKind: 'COMPLAINT',
  employerName,
  areaCode: '532601',
  headcount: 1,
  payMonths: ['2026-01'],
  owedFen: 480_000,
  story: '干完活一直没有结工资',
  fileIds: [],
  name: '张三',
});

const submit = (admin: ApiClient, { key, login }: Submission) =>
  admin.create(
    '/users',
    {
      name: '压力测试',
      login,
      email: `${login}@example.org`,
      invite: true,
      grants: [{ role: 'clerk', areaCode: '532601' }],
    },
    key,
  );

/** Eight callers submit until `killAt` answers have come; what is in flight then is cut off in the middle. */
async function submitUntilKilled(product: Product, submissions: Submission[], killAt: number): Promise<void> {
  const admin = await signedInAdmin(product);
  let answered = 0;
  const caller = async (): Promise<void> => {
    while (answered < killAt) {
      const one: Submission = {
        key: randomUUID(),
        login: `u${randomUUID().slice(0, 12)}`,
        acknowledged: false,
      };
      submissions.push(one);
      const done = await submit(admin, one).catch(() => null);
      if (done === null) return;
      assert.equal(done.status, 201, JSON.stringify(done.body));
      one.acknowledged = true;
      answered += 1;
      if (answered === killAt) await product.kill();
    }
  };
  await Promise.all(Array.from({ length: CALLERS }, caller));
}

async function allLogins(admin: ApiClient): Promise<string[]> {
  const logins: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: { body: Page<UserView> } = await admin.get<Page<UserView>>(
      `/users?limit=200&role=clerk${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    logins.push(...page.body.items.map((user) => user.login ?? ''));
    cursor = page.body.nextCursor;
  }
  return logins;
}
