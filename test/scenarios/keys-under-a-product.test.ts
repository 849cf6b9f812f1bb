import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../server/core/contract/page.ts';
import type { WorkerView } from '../../server/core/contract/workers.ts';
import { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { demoAccount, demoWorkerPhone } from '../support/demo-accounts.ts';
import { LONG } from '../support/long-run.ts';
import type { Product } from '../support/product.ts';
import { startProduct } from '../support/product.ts';

/** The parts have their own tests; here all of them meet in the whole product, which takes minutes. */
if (LONG)
  describe('a product whose keys change', function () {
    this.timeout(600_000);
    const dataDir = mkdtempSync(join(tmpdir(), 'anxin-rotate-'));
    let product: Product | undefined;
    after(async () => {
      await product?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });

    /** Without pages: nobody looks at them here. */
    const start = (): Promise<Product> =>
      startProduct({ dataDir, entry: 'server/main.ts', isFirst: true, withinMs: 180_000 });
    const rotate = (...args: string[]) =>
      runCommandLine('server/cli/rotate-keys.ts', args, { DATA_DIR: dataDir, CIPHER_SUITE: 'sm' });
    const signedIn = async (): Promise<ApiClient> => {
      const inspector = new ApiClient(product?.url ?? '');
      const { login, password } = demoAccount('inspector');
      await inspector.signIn(login, password);
      return inspector;
    };
    const findWorker = async (inspector: ApiClient): Promise<string | undefined> => {
      const found = await inspector.get<Page<WorkerView>>(`/workers?q=${demoWorkerPhone()}`);
      assert.equal(found.status, 200);
      return found.body.items[0]?.phoneMasked;
    };
    const masked = `${demoWorkerPhone().slice(0, 3)}****${demoWorkerPhone().slice(7)}`;

    it('goes on serving while its data go over to SM4, and signs nobody out', async () => {
      const laid = await runCommandLine('seeds/run.ts', [], { DATA_DIR: dataDir, DEMO: 'true' });
      assert.equal(laid.code, 0, laid.err);
      product = await start();
      const inspector = await signedIn();
      assert.equal(await findWorker(inspector), masked);
      let isDone = false;
      const rotating = rotate('--add').finally(() => {
        isDone = true;
      });
      while (!isDone) assert.equal(await findWorker(inspector), masked);
      const done = await rotating;
      assert.equal(done.code, 0, `${done.out}${done.err}`);
      assert.match(done.out, /[1-9]\d* values re-encrypted, 0 records left/u);
      const cookies = await rotate('--cookies', '--add');
      assert.equal(cookies.code, 0, cookies.err);
      const retired = await rotate('--retire', 'k1');
      assert.equal(retired.code, 0, retired.err);
      assert.equal(await findWorker(inspector), masked);
      assert.equal(await findWorker(await signedIn()), masked);
      assert.doesNotMatch(product.output(), /sealed with a key|tampered|altered/u);
    });

    it('changes its blind index key standing still, and finds everybody afterwards', async () => {
      const refused = await rotate('--blind');
      assert.equal(refused.code, 2);
      assert.match(refused.err, /stop the product first/u);
      await product?.stop();
      const done = await rotate('--blind');
      assert.equal(done.code, 0, done.err);
      product = await start();
      assert.equal(await findWorker(await signedIn()), masked);
    });
  });
