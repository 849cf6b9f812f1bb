import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ComplaintFiled } from '../../server/core/contract/complaint-intake.ts';
import { ApiClient } from '../support/api-client.ts';
import type { Answer } from '../support/api-client.ts';
import type { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { LONG } from '../support/long-run.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { signedInAs } from './faults-load.ts';

const STORM_MS = 5_000;
const FILED_AT_LEAST = 5;
/** Each looks at this many pages at once: more than are served and wait together. */
const LOOKS_AT_ONCE = 60;
const EXPORTS_AT_ONCE = 8;
/** Whoever is refused comes back after a while, as a browser would; sooner than he was told to. */
const BACK_AFTER_MS = 2_000;
/** So long somebody on a phone waits without thinking that it is broken. */
const BOUND_MS = 15_000;
const READERS: readonly Parameters<typeof demoAccount>[0][] = [
  'inspector',
  'bureauHead',
  'leader',
  'clerk',
  'gridOfficer',
  'departmentLiaison',
];

interface Seen {
  statuses: Map<number, number>;
  slowestMs: number;
  wrong: string[];
}

/** In the long run: beside other tests on two cores it would measure these. */
if (LONG)
  describe('more lists and exports asked for than can be served', function () {
    this.timeout(120_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-overload-'));
    let product: Product;
    let readers: ApiClient[];
    let nobody: ApiClient;

    before(async () => {
      product = await startProduct({
        dataDir,
        entry: 'server/main.ts',
        env: { TRUST_PROXY_HOPS: '1' }, // each phone has an address of its own
        withinMs: 120_000,
      });
      readers = await Promise.all(READERS.map((role) => signedInAs(product.url, role)));
      nobody = new ApiClient(product.url);
    });
    after(async () => {
      await product?.kill();
      rmSync(dataDir, { recursive: true, force: true });
    });

    const ask = async (
      seen: Seen,
      wanted: readonly number[],
      send: () => Promise<Answer>,
    ): Promise<number> => {
      const begun = performance.now();
      const { status, body, headers } = await send();
      seen.slowestMs = Math.max(seen.slowestMs, performance.now() - begun);
      seen.statuses.set(status, (seen.statuses.get(status) ?? 0) + 1);
      if (!wanted.includes(status)) seen.wrong.push(`${status} ${JSON.stringify(body)}`);
      if (status === 503 && (body['code'] !== 'overloaded' || !(Number(headers.get('retry-after')) > 0)))
        seen.wrong.push(`${JSON.stringify(body)} ${headers.get('retry-after') ?? 'without Retry-After'}`);
      return status;
    };
    const newSeen = (): Seen => ({ statuses: new Map(), slowestMs: 0, wrong: [] });
    const phone = (): Record<string, string> => ({
      'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
    });

    it('refuses them in words while filing, tracking and signing in go on in bounded time', async () => {
      const [lists, exports, filing, tracking, signing] = [
        newSeen(),
        newSeen(),
        newSeen(),
        newSeen(),
        newSeen(),
      ];
      let isOver = false;
      const repeat = async (work: () => Promise<number>): Promise<void> => {
        while (!isOver) if ((await work()) !== 200) await pause(BACK_AFTER_MS);
      };
      const storm = readers.flatMap((reader) => [
        ...Array.from({ length: LOOKS_AT_ONCE }, () =>
          repeat(() => ask(lists, [200, 503, 429], () => reader.get('/projects?limit=100'))),
        ),
        ...Array.from({ length: EXPORTS_AT_ONCE }, () =>
          repeat(() => ask(exports, [200, 503, 429], () => reader.get('/public/statistics'))),
        ),
      ]);
      const urgent = (async () => {
        const end = performance.now() + STORM_MS;
        while (performance.now() < end || (filing.statuses.get(201) ?? 0) < FILED_AT_LEAST) {
          const filed = await fileReport(filing);
          const { receiptNumber, trackingCode } = filed;
          await ask(tracking, [200], () =>
            nobody.send('POST', '/public/tracking', { receiptNumber, trackingCode }, phone()),
          );
          await ask(signing, [200], () => nobody.send('GET', '/session', undefined, phone()));
        }
      })();
      await urgent.finally(() => (isOver = true));
      await Promise.all(storm);

      for (const [what, seen] of Object.entries({ lists, exports, filing, tracking, signing }))
        assert.deepEqual(seen.wrong.slice(0, 3), [], what);
      assert.ok((lists.statuses.get(503) ?? 0) > 0, 'lists were refused');
      assert.ok((lists.statuses.get(200) ?? 0) > 0, 'and some served');
      for (const [what, { slowestMs }] of Object.entries({ filing, tracking, signing }))
        assert.ok(slowestMs < BOUND_MS, `${what}: the slowest took ${Math.round(slowestMs)} ms`);
    });

    const fileReport = async (seen: Seen): Promise<ComplaintFiled> => {
      let filed: ComplaintFiled | undefined;
      await ask(seen, [201], async () => {
        const headers = { ...phone(), 'idempotency-key': randomUUID() };
        const done = await nobody.send<ComplaintFiled & Record<string, unknown>>(
          'POST',
          '/public/reports',
          REPORT,
          headers,
        );
        filed = done.body;
        return done;
      });
      assert.ok(filed !== undefined);
      return filed;
    };

    it('serves everybody again at once when it is over', async () => {
      await eventually(
        'each reader gets his list',
        async () => {
          const got = await Promise.all(readers.map((reader) => reader.get('/projects?limit=20')));
          return got.every(({ status }) => status === 200);
        },
        5_000,
        100,
      );
    });
  });

const REPORT = {
  employerName: '高峰演练工程队',
  areaCode: '532601',
  headcount: 3,
  payMonths: ['2026-01'],
  owedFen: 480_000,
  story: '干完活一直没有结工资',
};
