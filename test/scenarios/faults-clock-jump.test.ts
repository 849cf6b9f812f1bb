import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobRunView } from '../../server/core/contract/operations.ts';
import type { Page } from '../../server/core/contract/page.ts';
import type { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { signedInAs } from './faults-load.ts';

const HOUR = 3_600_000;
/** Longer than any session lasts. */
const A_DAY_AND_MORE = 26 * HOUR;

/** In the long run: jobs that have been made up for a whole day are minutes on a small machine. */
if (LONG)
  describe('a machine whose clock jumps', function () {
    this.timeout(400_000);
    let isWhole = true; // each part goes on where the one before ended
    beforeEach(() => assert.ok(isWhole, 'the part before this one failed'));
    afterEach(function () {
      isWhole &&= this.currentTest?.state === 'passed';
    });
    const folder = mkdtempSync(join(tmpdir(), 'anxin-clock-'));
    const shiftFile = join(folder, 'shift');
    const dataDir = join(folder, 'data');
    const ends: (() => Promise<void>)[] = [];
    let smtp: MailServer;
    let product: Product;
    let admin: ApiClient;

    before(async () => {
      smtp = await startMailServer();
      ends.push(() => smtp.close());
      const preload = new URL('../support/shifted-clock.js', import.meta.url).href;
      product = await startProduct({
        dataDir,
        env: {
          SMTP_URL: smtp.url,
          QUIET_FROM: '00:00',
          QUIET_TO: '00:00',
          CLOCK_SHIFT_FILE: shiftFile,
          NODE_OPTIONS: `--import=${preload}`,
        },
        withinMs: 120_000,
      });
      ends.push(() => product.kill());
      admin = await signedInAs(product.url, 'admin');
    });
    after(async () => {
      for (const end of ends.reverse()) await end();
      rmSync(folder, { recursive: true, force: true });
    });

    /** Sets the clock wrong and waits until the product shows it. */
    const jump = async (ms: number): Promise<void> => {
      writeFileSync(shiftFile, String(ms));
      const noted = `${shiftFile}.${String(product.process.pid)}`;
      await eventually(
        'the product has the new time',
        () => existsSync(noted) && readFileSync(noted, 'utf8') === String(ms),
      );
    };
    const openAccount = async (): Promise<string> => {
      const login = `u${randomUUID().slice(0, 12)}`;
      const made = await admin.create('/users', {
        name: '时钟演练',
        login,
        email: `${login}@example.org`,
        invite: true,
        grants: [{ role: 'clerk', areaCode: '532601' }],
      });
      assert.equal(made.status, 201, JSON.stringify(made.body));
      return login;
    };
    const mailsTo = (login: string): number =>
      smtp.received.filter(({ to }) => to.includes(`${login}@example.org`)).length;
    /** The job that sends runs every few seconds: nothing may keep it from doing so. */
    const isToldOnce = async (login: string): Promise<void> => {
      await eventually('the mail has arrived', () => mailsTo(login) > 0, 90_000, 100);
      assert.equal(mailsTo(login), 1);
    };
    const runsOf = async (job: string): Promise<JobRunView[]> =>
      (await admin.get<Page<JobRunView>>(`/jobs/${job}/runs`)).body.items;

    it('ends sessions when it runs ahead for a day, lets people sign in anew and goes on sending', async () => {
      await isToldOnce(await openAccount());
      await jump(A_DAY_AND_MORE);
      const { status, body } = await admin.get('/users?limit=1');
      assert.deepEqual([status, body['code']], [401, 'signInRequired']);
      admin = await signedInAs(product.url, 'admin');
      await isToldOnce(await openAccount());
    });

    it('goes on working for whoever is signed in, and sending, when it is set right', async () => {
      await jump(0);
      await isToldOnce(await openAccount());
      admin = await signedInAs(product.url, 'admin');
      await isToldOnce(await openAccount());
    });

    it('has run no daily job twice for a fire, and its chains are whole', async () => {
      for (const job of ['signDailyRoot', 'sweepSessions', 'checkCalendarAndParameters']) {
        const days = (await runsOf(job)).filter(({ cause }) => cause !== 'byHand').map(({ day }) => day);
        assert.equal(new Set(days).size, days.length, `${job}: ${days.join()}`);
      }
      assert.equal(await product.stop(), 0, product.output());
      const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: dataDir });
      assert.equal(verdict.code, 0, verdict.out + verdict.err);
    });
  });
