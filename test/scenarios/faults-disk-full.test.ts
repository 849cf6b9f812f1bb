import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { ComplaintFiled } from '../../server/core/contract/complaint-intake.ts';
import type { FileView } from '../../server/core/contract/files.ts';
import { ApiClient } from '../support/api-client.ts';
import type { Answer } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { eventually } from '../support/eventually.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { pdf } from '../features/files/samples.ts';
import { assertEachOnce, signedInAs } from './faults-load.ts';
import { HOW_TO_GET_A_SMALL_DISK, openSmallDisk } from './faults-small-disk.ts';
import type { SmallDisk } from './faults-small-disk.ts';

const MB = 1024 * 1024;
/** The demo with its uploads takes about half of it. */
const DISK_MB = 200;
const FLOOR_MB = 20;
/** Enough to use up what little room the store's own file may still have inside. */
const MOST_WRITES = 400;

describe('a full disk', function () {
  this.timeout(180_000);
  let disk: SmallDisk;
  let product: Product;
  let admin: ApiClient;
  let nobody: ApiClient;
  let filed: ComplaintFiled;
  const acknowledged: string[] = [];

  before(async function () {
    const opened = openSmallDisk(DISK_MB);
    if (opened === null) {
      this.test!.title += ` (${HOW_TO_GET_A_SMALL_DISK})`;
      this.skip();
    }
    disk = opened;
    product = await startProduct({
      dataDir: join(disk.path, 'data'),
      entry: 'server/main.ts',
      env: { DISK_FLOOR_MB: String(FLOOR_MB) },
      withinMs: 120_000,
    });
    admin = await signedInAs(product.url, 'admin');
    nobody = new ApiClient(product.url);
    const done = await nobody.create<ComplaintFiled>('/public/reports', REPORT);
    assert.equal(done.status, 201, JSON.stringify(done.body));
    filed = done.body;
  });
  after(async () => {
    await product?.kill();
    disk?.close();
  });

  const open = async (): Promise<Answer> => {
    const login = `u${randomUUID().slice(0, 12)}`;
    const grants = [{ role: 'clerk', areaCode: '532601' }];
    const done = await admin.create('/users', { name: '满盘演练', login, invite: false, grants });
    if (done.status === 201) acknowledged.push(login);
    return done;
  };
  const upload = async (): Promise<{ status: number; body: Record<string, unknown> }> => {
    const form = new FormData();
    form.set('purpose', 'document');
    form.set('file', new Blob([new Uint8Array(pdf(`% ${randomUUID()}`))]), '证明.pdf');
    const res = await fetch(`${product.url}/api/files`, {
      method: 'POST',
      headers: { cookie: admin.cookie, 'x-csrf-token': admin.csrf, 'idempotency-key': randomUUID() },
      body: form,
    });
    return { status: res.status, body: (await res.json()) as Record<string, unknown> }; // asserted on
  };
  const isFull = ({ status, body }: { status: number; body: Record<string, unknown> }): void => {
    assert.deepEqual([status, body['code']], [507, 'diskFull'], JSON.stringify(body));
    assert.match(JSON.stringify(body['messages']), /存储空间不足.*out of disk space/u);
  };
  const reads = async (): Promise<void> => {
    for (const path of ['/session', '/users?limit=5', '/areas?parent=5326', '/health']) {
      const { status, body } = await admin.get(path);
      assert.equal(status, 200, `${path}: ${JSON.stringify(body)}`);
    }
    const { receiptNumber, trackingCode } = filed;
    const tracked = await nobody.send('POST', '/public/tracking', { receiptNumber, trackingCode });
    assert.equal(tracked.status, 200, JSON.stringify(tracked.body));
    assert.equal(tracked.body['receiptNumber'], receiptNumber);
  };

  it('below the floor takes no more uploads, with words, while all else goes on', async () => {
    assert.equal((await upload()).status, 201);
    disk.fill((FLOOR_MB - 4) * MB);
    isFull(await upload());
    assert.equal((await open()).status, 201);
    await reads();
  });

  it('without a byte left refuses every write with words, and reading and tracking go on', async () => {
    disk.fill(0);
    // The store's file has free pages inside, which are used up first.
    let refused: Answer | null = null;
    for (let tried = 0; refused === null && tried < MOST_WRITES; tried += 1) {
      const done = await open();
      if (done.status !== 201) refused = done;
    }
    assert.ok(refused !== null, `${acknowledged.length} accounts found room on a full disk`);
    isFull(refused);
    isFull(await upload());
    isFull(await nobody.create('/public/reports', REPORT));
    await reads();
    assert.equal(product.process.exitCode, null, 'nothing has ended');
    assert.equal((await fetch(`${product.url}/readyz`)).status, 200);
  });

  it('with room again takes everything by itself', async () => {
    disk.free();
    await eventually('an account is opened', async () => (await open()).status === 201, 20_000, 200);
    assert.equal((await upload()).status, 201);
    const { status, body } = await nobody.create('/public/reports', REPORT);
    assert.equal(status, 201, JSON.stringify(body));
    await reads();
  });

  it('has lost and doubled nothing that was acknowledged, and the chains are whole', async () => {
    await assertEachOnce(admin, acknowledged);
    const files = await admin.get<{ items: FileView[] }>('/files');
    assert.equal(files.body.items.length, 2, 'the refused uploads left no record');
    assert.equal(await product.stop(), 0, product.output());
    const dataDir = join(disk.path, 'data');
    const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: dataDir });
    assert.equal(verdict.code, 0, verdict.out + verdict.err);
  });
});

const REPORT = {
  employerName: '满盘演练工程队',
  areaCode: '532601',
  headcount: 3,
  payMonths: ['2026-01'],
  owedFen: 480_000,
  story: '干完活一直没有结工资',
};
