import assert from 'node:assert/strict';
import { useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, demoMessage, enter, enterAs, newPerson, signIn } from './short-cuts.ts';

const CHOSEN = '春眠不觉晓-处处闻啼鸟';

describe('browser: opening and closing accounts', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  for (const width of Object.keys(WIDTHS) as Width[]) {
    it(`at ${WIDTHS[width].width} px a new account shows its first password once and never again`, async () => {
      const screen = await browser.open(width);
      const { page } = screen;
      await enterAs(page, product.url(), 'admin');
      await page.goto(`${product.url()}/settings/users`);
      await page.getByRole('button', { name: '新增账号' }).click();
      await page.locator('.form-drawer [data-path=name] input').fill('周全');
      await page.locator('.form-drawer [data-path=login] input').fill(`zhouquan-${width}`);
      await page.getByText('发邮件邀请本人设置密码').click();
      await assertSound(screen, `account-new-${width}`);
      await page.locator('.form-drawer button[type=submit]').click();
      const shown = page.getByRole('dialog', { name: '初始密码' });
      const password = await shown.locator('code').innerText();
      assert.ok(password.length >= 10, password);
      await assertSound(screen, `account-first-password-${width}`);
      await shown.getByRole('button', { name: '我已记下' }).click();
      await page.locator('tbody tr', { hasText: `zhouquan-${width}` }).waitFor();
      await page.reload();
      await page.locator('tbody tr', { hasText: `zhouquan-${width}` }).waitFor();
      assert.ok(!(await page.content()).includes(password));
      await screen.close();
    });
  }

  it('a person who is invited by mail chooses the password, and the link serves once', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/users`);
    await page.getByRole('button', { name: '新增账号' }).click();
    await page.locator('.form-drawer [data-path=name] input').fill('梅应邀');
    await page.locator('.form-drawer [data-path=login] input').fill('yingyao');
    await page.locator('.form-drawer [data-path=email] input').fill('yingyao@example.org');
    await page.locator('.form-drawer button[type=submit]').click();
    await page.getByText('已邀请 梅应邀').waitFor();
    const row = page.locator('tbody tr', { hasText: 'yingyao' });
    assert.match(await row.innerText(), /已邀请/);
    await screen.close();

    const theirs = await browser.open('phone');
    const link = await demoMessage(product.url(), /yingyao[\s\S]*?https?:\/\/[^/]+(\/invitations\/\S+)/);
    await theirs.page.goto(`${product.url()}${link}`);
    await theirs.page.getByText('梅应邀，您好').waitFor();
    await assertSound(theirs, 'invitation');
    await theirs.page.locator('[data-path=password] input').fill('short');
    await theirs.page.getByRole('button', { name: '设置密码并启用账号' }).click();
    await theirs.page.locator('[data-path=password] .error').waitFor();
    await theirs.page.locator('[data-path=password] input').fill(CHOSEN);
    await theirs.page.getByRole('button', { name: '设置密码并启用账号' }).click();
    await theirs.page.waitForURL((at) => at.pathname === '/sign-in');
    await signIn(theirs.page, product.url(), { login: 'yingyao', password: CHOSEN });
    assert.equal(await theirs.page.innerText('h1'), '梅应邀，您好');
    await theirs.page.goto(`${product.url()}${link}`);
    await theirs.page.locator('.error-note').waitFor();
    assert.equal(await theirs.page.locator('input[type=password]').count(), 0);
    await theirs.close();
  });

  it('a person who is disabled while he looks at a page is out at once, without touching anything', async () => {
    const person = await newPerson(product.url(), 'tingyong');
    const theirs = await browser.open('desk');
    await enter(theirs.page, product.url(), person);
    await theirs.page.goto(`${product.url()}/settings/calendar`);
    await theirs.page.locator('.month').first().waitFor();

    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/users?q=tingyong`);
    await page.getByRole('button', { name: '更多：白一民' }).click();
    await page.getByRole('menuitem', { name: '停用账号' }).click();
    const dialog = page.getByRole('dialog', { name: '停用账号 · 白一民' });
    await dialog.getByText('立即退出，不能再登录').waitFor();
    await assertSound(screen, 'account-disable');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await dialog.locator('[data-path=reason] .error').waitFor();
    await dialog.getByLabel('理由').fill('已调离本单位');
    await dialog.getByRole('button', { name: '停用账号' }).click();
    await page.locator('tbody .state-tag', { hasText: '已停用' }).waitFor();
    await screen.close();

    await theirs.page.waitForURL((at) => at.pathname === '/sign-in');
    await theirs.page.fill('input[name=username]', person.login);
    await theirs.page.fill('input[name=password]', person.password);
    await theirs.page.click('button[type=submit]');
    await theirs.page.locator('.error-note').waitFor();
    assert.equal(new URL(theirs.page.url()).pathname, '/sign-in');
    await theirs.close();
  });
});
