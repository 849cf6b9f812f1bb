import type { Page } from 'playwright-core';
import type { Width } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { enter } from './short-cuts.ts';

/** A picture of the guides: what is done until the screen shows it. The order matters: later scenes show earlier acts. */
export interface Scene {
  width?: Width;
  play(page: Page, url: string): Promise<void>;
}
type StaffRole = Parameters<typeof demoAccount>[0];

/** Opens a page as this role; `sign` is what stands there once its data has come. */
export const open =
  (role: StaffRole, path: string, sign: string): Scene['play'] =>
  async (page, url) => {
    await enter(page, url, demoAccount(role));
    await page.goto(`${url}${path}`);
    await page.locator(sign).first().waitFor();
  };

/** Opens the first record of a list that fits, in the page of its own. */
export const openFirst =
  (
    role: StaffRole,
    list: string,
    fits: (row: Record<string, unknown>) => boolean,
    rest: string,
    sign: string,
  ): Scene['play'] =>
  async (page, url) => {
    await enter(page, url, demoAccount(role));
    const answer = await page.request.get(`${url}/api${list}`);
    const { items } = (await answer.json()) as { items: Record<string, unknown>[] }; // every list answers so
    const row = items.find(fits);
    if (row === undefined) throw new Error(`nothing of ${list} fits`);
    await page.goto(`${url}${list.split('?')[0]}/${String(row['id'])}${rest}`);
    await page.locator(sign).first().waitFor();
  };
