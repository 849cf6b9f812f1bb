import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildClient } from '../../server/build-client.ts';
import { startProduct, type Product } from '../support/product.ts';

/** Tests run at any hour; a mail that waits for eight in the morning would be waited for in vain. */
const NO_QUIET_HOURS = { QUIET_FROM: '00:00', QUIET_TO: '00:00' };

let starting: Promise<{ product: Product; dataDir: string }> | undefined;

/** One running copy of the product for all browser tests of this run: pages built, demo region loaded. */
export function useProduct(): { url(): string } {
  let product: Product | undefined;
  before(async function () {
    this.timeout(150_000);
    starting ??= start();
    ({ product } = await starting);
  });
  return {
    url: () => {
      if (product === undefined) throw new Error('The product is not running');
      return product.url;
    },
  };
}

async function start(): Promise<{ product: Product; dataDir: string }> {
  await buildClient({ log: () => undefined });
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-browser-'));
  return {
    dataDir,
    product: await startProduct({ dataDir, isFirst: true, withinMs: 120_000, env: NO_QUIET_HOURS }),
  };
}

after(async function () {
  this.timeout(30_000);
  if (starting === undefined) return;
  const { product, dataDir } = await starting;
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});
