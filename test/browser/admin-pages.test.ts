import assert from 'node:assert/strict';
import { axeFindings, shot, useBrowser, WIDTHS } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { enterAs, settled, sideways } from './short-cuts.ts';

/** Path → what stands on the page once its data is there. */
const PAGES = {
  '/settings/users': 'tbody tr >> nth=5',
  '/settings/areas': '.areas li >> nth=7',
  '/settings/parameters': '.parameter-row >> nth=20',
  '/settings/calendar': '.month >> nth=11',
  '/settings/webhooks': '.how li >> nth=4',
  '/operations/health': '.check >> nth=7',
  '/operations/jobs': '.job-card >> nth=5',
  '/operations/outbox': '.tiles button >> nth=3',
  '/operations/events': 'tbody tr',
  '/operations/events/log': 'tbody tr',
  '/account': '.own-sessions li',
  '/public/roots': 'pre',
  '/public/statistics': 'tbody tr >> nth=5',
  '/docs/api?q=webhooks': 'details.door >> nth=3',
  '/demo-inbox': 'h1',
  '/nowhere/at/all': 'a[href="/"]',
} as const;

describe('browser: the administrator’s pages', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();

  it('stand at 360 and at 1440 px with nothing serious found and nothing wider than the screen', async () => {
    const { page, complaints, close } = await browser.open('phone');
    await enterAs(page, product.url(), 'admin');
    for (const [path, sign] of Object.entries(PAGES)) {
      await page.setViewportSize(WIDTHS.phone);
      await page.goto(`${product.url()}${path}`);
      await page.waitForSelector(sign);
      for (const [width, size] of Object.entries(WIDTHS)) {
        await page.setViewportSize(size);
        await settled(page);
        const where = `${path} at ${width}`;
        assert.equal(await page.locator('h1').count(), 1, where);
        assert.deepEqual(await axeFindings(page), [], where);
        assert.equal(await sideways(page), 0, where);
        await shot(page, `admin${path.replaceAll('/', '-')}-${width}`);
      }
    }
    await page.setViewportSize(WIDTHS.phone);
    assert.deepEqual(complaints, []);
    await close();
  });

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
