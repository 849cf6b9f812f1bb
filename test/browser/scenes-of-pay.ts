import type { Page } from 'playwright-core';
import { open, type Scene } from './scene.ts';
import { SCENES_OF_BANK } from './scenes-of-bank.ts';

/** Opens filing with the first team of the site that the page chooses by itself. */
async function openFiling(page: Page, url: string, way: 'workbook' | 'attendance'): Promise<void> {
  await open('contractor', `/payroll/new?way=${way}`, '.choices select')(page, url);
  const team = page.getByLabel('班组');
  await team.locator('option').nth(1).waitFor({ state: 'attached' });
  await team.selectOption({ index: 1 });
  await page
    .locator(way === 'workbook' ? '.workbook-drop' : '.entry-grid tbody tr')
    .first()
    .waitFor();
}

/** The template itself, sent back without having been completed: it says what is missing. */
async function sendTemplate(page: Page, url: string): Promise<void> {
  await openFiling(page, url, 'workbook');
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载模板' }).click();
  await page.locator('.workbook-drop input').setInputFiles(await (await fetched).path());
  await page.locator('.problem-rows tbody tr').first().waitFor();
}

/** Roster, attendance and payroll as a contractor sees them, and what the bank does then. */
export const SCENES_OF_PAY: Record<string, Scene> = {
  'contractor-roster': { play: open('contractor', '/roster', 'tbody tr >> nth=3') },
  'contractor-attendance': { play: open('contractor', '/attendance', '.attendance-grid .worked') },
  'contractor-payroll-file': { play: (page, url) => openFiling(page, url, 'workbook') },
  'contractor-payroll-problems': { play: sendTemplate },
  'contractor-payroll-grid': {
    play: async (page, url) => {
      await openFiling(page, url, 'attendance');
      // More days than a month has: the row says so at once.
      await page.locator('[data-cell="1-daysHundredths"]').fill('40');
      await page.locator('.entry-grid .said .block').first().waitFor();
    },
  },
  ...SCENES_OF_BANK,
};
