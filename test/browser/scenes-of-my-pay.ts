import type { BrowserContext, Page } from 'playwright-core';
import { demoWorkerPhone } from '../support/demo-accounts.ts';
import type { Scene } from './scene.ts';
import { enterByPhone, typeMoney } from './worker-steps.ts';

/** A number is sent a code once a minute: who has signed in for one picture stays so for the next. */
let signedIn: Awaited<ReturnType<BrowserContext['cookies']>> = [];
async function enter(page: Page, url: string): Promise<void> {
  if (signedIn.length > 0) return page.context().addCookies(signedIn);
  await enterByPhone(page, url, demoWorkerPhone());
  signedIn = await page.context().cookies();
}

/** A page of the demo worker's own, once what it shows is there. */
const own =
  (path: string, ready: string): Scene['play'] =>
  async (page, url) => {
    await enter(page, url);
    await page.goto(`${url}${path}`);
    await page.locator(ready).first().waitFor();
  };

/** A month he has not answered yet. */
async function unanswered(page: Page, url: string): Promise<void> {
  await own('/m/pay', '.waits')(page, url);
  await page.locator('.waits').first().click();
  await page.locator('.pay-figures').waitFor();
}

/** The worker's own pay as he sees it. */
export const SCENES_OF_MY_PAY: Record<string, Scene> = {
  'worker-pay-months': { width: 'phone', play: own('/m/pay', 'a[href^="/m/pay/"]') },
  'worker-pay-line': { width: 'phone', play: unanswered },
  'worker-pay-less': {
    width: 'phone',
    play: async (page, url) => {
      await unanswered(page, url);
      await page.getByRole('button', { name: /^少了/ }).click();
      await typeMoney(page, '3000');
    },
  },
  'worker-work': { width: 'phone', play: own('/m/work', '.work') },
  'worker-identity': { width: 'phone', play: own('/m/identity', '.uses li') },
};
