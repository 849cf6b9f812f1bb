import assert from 'node:assert/strict';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { enterAs, settled } from './short-cuts.ts';

describe('browser: the administrator’s pages', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();

  it('Ctrl K finds a page by part of its name and Enter opens it', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'admin');
    await page.goto(product.url());
    await page.locator('.side-nav a').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.waitForSelector('#palette-list');
    await settled(page);
    assert.deepEqual(await axeFindings(page), []);
    await page.keyboard.type('日历');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/settings/calendar');
    await close();
  });

  it('filters and order of a list live in the address and are there again after a reload', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/users`);
    await page.selectOption('.filters select >> nth=0', 'clerk');
    await page.waitForURL('**/settings/users?role=clerk');
    await page.click('th button >> nth=0');
    await page.waitForURL('**sort=name');
    await page.reload();
    await page.waitForSelector('tbody tr');
    await settled(page);
    assert.equal(await page.locator('tbody tr').count(), 1);
    assert.match(await page.innerText('tbody tr'), /clerk/);
    assert.equal(await page.getAttribute('th >> nth=0', 'aria-sort'), 'ascending');
    await close();
  });

  it('the export holds what is filtered', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/users?role=clerk`);
    await page.waitForSelector('tbody tr');
    await page.click('button:has-text("导出")');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('li:visible:has-text(".csv")'),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer); // a file's stream
    const text = Buffer.concat(chunks).toString('utf8');
    assert.match(text, /clerk/);
    assert.doesNotMatch(text, /inspector/);
    await close();
  });
});
