import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../server/core/contract/page.ts';
import type { UserView } from '../../server/core/contract/accounts.ts';
import type { OutboxSummary } from '../../server/core/contract/operations.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { startMailServer } from '../support/mail-server.ts';

const ROUNDS = 20;
const CALLERS = 8;

interface Submission {
  key: string;
  login: string;
  acknowledged: boolean;
}

describe('kill -9 under load, twenty times', function () {
  this.timeout(300_000);

  it('loses and doubles no acknowledged write, keeps the chain whole and delivers every mail', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-kill-'));
    const smtp = await startMailServer();
    const env = { SMTP_URL: smtp.url, QUIET_FROM: '00:00', QUIET_TO: '00:00' };
    const submissions: Submission[] = [];
    let product = await startProduct({ dataDir, env });
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        await submitUntilKilled(product, submissions, randomInt(1, 80));
        product = await startProduct({ dataDir, env });
      }
      const admin = await signedInAdmin(product);
      assert.ok(submissions.filter((one) => one.acknowledged).length >= ROUNDS, 'the load was real');

      // Whoever got no answer sends the same submission again.
      for (const one of submissions) {
        if (!one.acknowledged) assert.equal((await submit(admin, one)).status, 201, one.login);
      }
      const stored = await allLogins(admin);
      for (const one of submissions) {
        assert.equal(
          stored.filter((login) => login === one.login).length,
          1,
          `${one.login} is there exactly once`,
        );
      }

      await eventually(
        'the outbox is empty',
        async () => {
          const { body } = await admin.get<OutboxSummary>('/outbox/summary');
          assert.equal(body.failed, 0);
          return body.waiting + body.sending === 0;
        },
        90_000, // what a killed worker had in hand comes free when its lease runs out
        500,
      );
      for (const { login } of submissions) {
        const mails = smtp.received.filter(({ to }) => to.includes(`${login}@example.org`));
        const ids = new Set(mails.map(({ mail }) => mail.messageId));
        assert.equal(ids.size, 1, `the mails to ${login} carry one Message-ID`);
      }
      assert.equal(await product.stop(), 0);

      const verdict = spawnSync(process.execPath, ['--import', 'tsx', 'server/cli/verify-chain.ts'], {
        env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
        encoding: 'utf8',
      });
      assert.equal(verdict.status, 0, verdict.stdout + verdict.stderr);
    } finally {
      product.process.kill('SIGKILL');
      await smtp.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});

async function signedInAdmin(product: Product): Promise<ApiClient> {
  const admin = new ApiClient(product.url);
  const { login, password } = demoAccount('admin');
  await admin.signIn(login, password);
  return admin;
}

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
