import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { buildClient } from '../../server/build-client.ts';
import { eventually } from '../support/eventually.ts';
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
  return { dataDir, product: await startProduct({ dataDir, withinMs: 120_000, env: NO_QUIET_HOURS }) };
}

after(async function () {
  this.timeout(30_000);
  if (starting === undefined) return;
  const { product, dataDir } = await starting;
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Signs in on the page as a person would, and waits until the sign-in page is left. */
export async function signIn(
  page: Page,
  url: string,
  account: { login: string; password: string },
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.fill('input[name=username]', account.login);
  await page.fill('input[name=password]', account.password);
  await page.click('button[type=submit]');
  await page.waitForURL((at) => !at.pathname.startsWith('/sign-in'));
  await page.waitForSelector('h1');
}

// What runs inside the page is text: these tests are compiled without the browser's types.
const AT_REST =
  'document.getAnimations().every((one) => one.playState !== "running" || one.effect.getTiming().iterations === Infinity)';

/** Waits for what the page still fetches and for its pop-ups to have moved into place. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // Asked from outside: inside the page the content policy forbids evaluating text.
  await eventually('the page is at rest', () => page.evaluate<boolean>(AT_REST), 10_000, 50);
}

/** By how many pixels the page is wider than the screen: nobody scrolls a page sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
