import assert from 'node:assert/strict';
import { ERRORS } from '../../server/core/contract/errors.ts';
import { useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, newPerson, settled, signIn } from './short-cuts.ts';

/** Wrong tries after which a login rests for a quarter of an hour. */
const TRIES = 10;

describe('browser: when signing in does not go smoothly', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  for (const width of Object.keys(WIDTHS) as Width[]) {
    it(`the sign-in page is sound at ${WIDTHS[width].width} px in Chinese and in English`, async () => {
      const screen = await browser.open(width);
      const { page } = screen;
      await page.goto(`${product.url()}/sign-in`);
      await page.locator('.demo-accounts button').first().waitFor();
      await assertSound(screen, `sign-in-zh-${width}`);
      await page.locator('.lang-switch').click();
      await page.getByRole('heading', { name: 'Sign in' }).waitFor();
      assert.equal(await page.getAttribute('html', 'lang'), 'en');
      await assertSound(screen, `sign-in-en-${width}`);
      await screen.close();
    });
  }

  it('keys alone suffice: Tab to the account, Tab to the password, Enter', async () => {
    const { page, complaints, close } = await browser.open('desk');
    await page.goto(`${product.url()}/sign-in`);
    await page.locator('input[name=username]').waitFor();
    await settled(page);
    const { login, password } = demoAccount('bureauHead');
    const tabTo = async (name: string): Promise<void> => {
      for (let presses = 0; presses < 8; presses += 1) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate<string | undefined>('document.activeElement.name')) === name) return;
      }
      assert.fail(`eight times Tab did not lead to ${name}`);
    };
    await tabTo('username');
    await page.keyboard.type(login);
    await tabTo('password');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${product.url()}/`);
    await page.locator('h1').waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), '跳到正文');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'main');
    assert.deepEqual(complaints, []);
    await close();
  });

  it('an account that was tried too often says how long it rests, also with the right password', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    const { login, password } = await newPerson(product.url(), 'suoding');
    for (let tries = 0; tries < TRIES; tries += 1) {
      const answer = await page.request.post(`${product.url()}/api/session`, {
        data: { login, password: 'not-the-password' },
      });
      assert.equal(answer.status(), 401);
    }
    await page.goto(`${product.url()}/sign-in`);
    await page.fill('input[name=username]', login);
    await page.fill('input[name=password]', password);
    await page.click('button[type=submit]');
    const note = page.locator('.error-note', { hasText: ERRORS.accountLocked.zh });
    await note.waitFor();
    assert.match(await note.innerText(), /请在 15 分钟后再试/);
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    await assertSound(screen, 'sign-in-locked');
    await screen.close();
  });

  it('a server that cannot be reached is named as such, and the page opens when it is back', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'clerk');
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    await page.goto(`${product.url()}/settings/calendar`);
    await page.locator('.error-note', { hasText: '连不上服务器' }).waitFor();
    await assertSound(screen, 'unreachable');
    await page.unroute('**/api/**');
    await page.getByRole('button', { name: '重试' }).click();
    await page.waitForURL(`${product.url()}/settings/calendar`);
    await page.locator('.month').first().waitFor();
    await screen.close();
  });

  it('a failure of the server shows the number to quote, and a retry', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    const { status, zh, en, nextZh, nextEn } = ERRORS.internal;
    await page.route('**/api/jobs', (route) =>
      route.fulfill({
        status,
        contentType: 'application/problem+json',
        body: JSON.stringify({
          code: 'internal',
          status,
          messages: { zh, en },
          next: { zh: nextZh, en: nextEn },
          requestId: 'req-7f3a',
        }),
      }),
    );
    await page.goto(`${product.url()}/operations/jobs`);
    const note = page.locator('.error-note', { hasText: zh });
    await note.waitFor();
    assert.match(await note.innerText(), /问题编号\s*req-7f3a/);
    await assertSound(screen, 'failed');
    await page.unroute('**/api/jobs');
    await note.getByRole('button', { name: '重试' }).click();
    await page.locator('.job-card').first().waitFor();
    await screen.close();
  });

  it('after signing out the back button brings no page back', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('auditor'));
    await page.locator('.side-nav a', { hasText: '账号' }).click();
    await page.locator('tbody tr').first().waitFor();
    await page.locator('.person').click();
    await page.getByRole('menuitem', { name: '退出登录' }).click();
    await page.waitForURL((at) => at.pathname === '/sign-in');
    await page.goBack();
    await page.waitForURL((at) => at.pathname === '/sign-in');
    await page.locator('input[name=password]').waitFor();
    await settled(page);
    assert.equal(await page.locator('tbody tr, .side-nav').count(), 0);
    assert.equal((await page.request.get(`${product.url()}/api/users`)).status(), 401);
    await close();
  });
});
