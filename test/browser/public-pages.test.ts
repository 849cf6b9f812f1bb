import assert from 'node:assert/strict';
import { useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

describe('browser: pages for everybody', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  for (const width of Object.keys(WIDTHS) as Width[]) {
    it(`at ${WIDTHS[width].width} px a stranger reads the published signatures and the key to check them`, async () => {
      const screen = await browser.open(width);
      const { page } = screen;
      await page.goto(`${product.url()}/public/roots`);
      await page.getByRole('heading', { name: '公布的每日签名' }).waitFor();
      await page.locator('pre', { hasText: '-----BEGIN PUBLIC KEY-----' }).waitFor();
      assert.equal(await page.locator('input[type=password], .side-nav, .person').count(), 0);
      await assertSound(screen, `public-roots-${width}`);
      await screen.close();
    });
  }

  it('a stranger begins at the front page, reads what is published, and is told of a code that is not ours', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/public`);
    await page.getByRole('link', { name: '我要投诉欠薪' }).waitFor();
    await assertSound(screen, 'public-front');
    await page.getByRole('main').getByRole('link', { name: '重大违法公布' }).click();
    await page.getByRole('heading', { name: '重大劳动保障违法行为公布' }).waitFor();
    await page.getByRole('heading', { name: '演示：某砂浆公司' }).waitFor();
    assert.equal(await page.getByText('演示：某劳务公司').count(), 0, 'what waits for the head is not shown');
    await assertSound(screen, 'public-violations');
    await page.goto(`${product.url()}/public`);
    await page.getByLabel('核验码（10 位）').fill('ABCDE-23456');
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { name: '查不到这份证明' }).waitFor();
    await screen.close();
  });

  it('an unknown address says there is no such page, to strangers only after signing in', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await page.goto(`${product.url()}/no/such/page`);
    await page.waitForURL((at) => at.pathname === '/sign-in');
    await enterAs(page, product.url(), 'clerk');
    await page.goto(`${product.url()}/no/such/page`);
    await page.getByRole('heading', { name: '没有这一页' }).waitFor();
    await assertSound(screen, 'not-found');
    await page.getByRole('link', { name: '回到首页' }).click();
    await page.waitForURL(`${product.url()}/`);
    await screen.close();
  });

  it('a page that is not for this role is not there for it', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'clerk');
    for (const path of ['/settings/users', '/settings/areas', '/operations/health', '/operations/events']) {
      await page.goto(`${product.url()}${path}`);
      await page.getByRole('heading', { name: '没有这一页' }).waitFor();
    }
    await close();
  });
});
