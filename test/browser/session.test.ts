import assert from 'node:assert/strict';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { settled, signIn } from './short-cuts.ts';

/** The sign-in page that will lead back to this path. */
const signInFor =
  (path: string) =>
  (at: URL): boolean =>
    at.pathname === '/sign-in' && at.searchParams.get('return') === path;

describe('browser: signing in and out', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('leads a stranger to the sign-in page and then on to where they wanted to go', async () => {
    const { page, close } = await browser.open('desk');
    await page.goto(`${product.url()}/settings/calendar?year=2025`);
    await page.waitForURL(signInFor('/settings/calendar?year=2025'));
    const { login, password } = demoAccount('clerk');
    await page.fill('input[name=username]', login);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL('**/settings/calendar?year=2025');
    await close();
  });

  it('never follows a return address to another site', async () => {
    const { page, close } = await browser.open('desk');
    await page.goto(`${product.url()}/sign-in?return=//example.org/`);
    const { login, password } = demoAccount('clerk');
    await page.fill('input[name=username]', login);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    await page.waitForURL(`${product.url()}/`);
    await close();
  });

  it('says that account or password is wrong, keeps the account, and shows the demo accounts to click', async () => {
    const { page, close } = await browser.open('desk');
    await page.goto(`${product.url()}/sign-in`);
    await page.fill('input[name=username]', 'nobody-here');
    await page.fill('input[name=password]', 'wrong-password');
    await page.click('button[type=submit]');
    await page.waitForSelector('.error-note:has-text("账号或密码不对")');
    assert.equal(await page.inputValue('input[name=username]'), 'nobody-here');
    await page.click('.demo-accounts button:has-text("审计")');
    assert.equal(await page.inputValue('input[name=username]'), demoAccount('auditor').login);
    await settled(page);
    assert.deepEqual(await axeFindings(page), []);
    await page.click('button[type=submit]');
    await page.waitForURL(`${product.url()}/`);
    await close();
  });

  it('a session ended on one device leads the other to the sign-in page by itself', async () => {
    const one = await browser.open('desk');
    const other = await browser.open('desk');
    await signIn(one.page, product.url(), demoAccount('bank'));
    await signIn(other.page, product.url(), demoAccount('bank'));
    await one.page.goto(`${product.url()}/account`);
    await one.page.waitForSelector('.own-sessions button');
    const others = one.page.locator('.own-sessions button');
    for (let left = await others.count(); left > 0; left -= 1) {
      await others.first().click();
      await eventually('the ended session has left the list', async () => (await others.count()) < left);
    }
    await other.page.waitForURL((at) => at.pathname === '/sign-in');
    await one.close();
    await other.close();
  });

  it('a page without the network says so, keeps what was typed and works again when it is back', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('clerk'));
    await page.goto(`${product.url()}/settings/calendar`);
    await page.waitForSelector('.count-tool');
    await page.context().setOffline(true);
    await page.fill('.count-tool input[inputmode=numeric]', '15');
    await page.click('.count-tool button[type=submit]');
    await page.waitForSelector('.count-tool .error-note:has-text("连不上服务器")');
    assert.equal(await page.inputValue('.count-tool input[inputmode=numeric]'), '15');
    await page.context().setOffline(false);
    await page.click('.count-tool button[type=submit]');
    await page.waitForSelector('.count-result');
    assert.equal(await page.locator('.count-tool .error-note').count(), 0);
    await close();
  });

  it('signing out leaves nothing to come back to', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('leader'));
    // What the first page still fetches moves the menu while it opens, and a click meant for one item meets its neighbour.
    await settled(page);
    await page.click('.person');
    await page.waitForSelector('li:visible:has-text("退出登录")');
    await settled(page);
    await page.click('li:visible:has-text("退出登录")');
    await page.waitForURL('**/sign-in');
    await page.goto(`${product.url()}/account`);
    await page.waitForURL(signInFor('/account'));
    await close();
  });
});
