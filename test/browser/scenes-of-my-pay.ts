import type { Page } from 'playwright-core';
import { demoWorkerPhone } from '../support/demo-accounts.ts';
import type { Scene } from './scene.ts';
import { enterByPhone, typeMoney } from './worker-steps.ts';

/** A page of the demo worker's own, once what it shows is there. */
const own =
  (path: string, ready: string): Scene['play'] =>
  async (page, url) => {
    await enterByPhone(page, url, demoWorkerPhone());
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
