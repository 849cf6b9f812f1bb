import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { settled, signIn } from './short-cuts.ts';

const NEW_PASSWORD = '山高月小水落石出2026';

describe('browser: what an administrator does', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  async function openAs(
    role: 'admin' | 'auditor',
    path: string,
  ): Promise<{ page: Page; close: () => Promise<void> }> {
    const screen = await browser.open('desk');
    await signIn(screen.page, product.url(), demoAccount(role));
    await screen.page.goto(`${product.url()}${path}`);
    return screen;
  }

  async function openAccount(page: Page, login: string): Promise<string> {
    await page.goto(`${product.url()}/settings/users`);
    await page.click('button:has-text("新增账号")');
    await page.fill('[data-path=name] input', '赵小满');
    await page.fill('[data-path=login] input', login);
    await page.click('label:has-text("发邮件邀请")');
    await page.click('.el-drawer button[type=submit]');
    return page.innerText('.secrets code');
  }

  it('errors stand at the field and at the top, and what was typed stays', async () => {
    const { page, close } = await openAs('admin', '/settings/users');
    await page.click('button:has-text("新增账号")');
    await page.fill('[data-path=name] input', '赵小满');
    await page.click('.el-drawer button[type=submit]');
    await page.waitForSelector('.form-errors li');
    await settled(page);
    assert.match(await page.innerText('.form-errors'), /账号 · /);
    assert.notEqual(await page.innerText('[data-path=login] .error'), '');
    assert.equal(await page.getAttribute('[data-path=login] input', 'aria-invalid'), 'true');
    assert.equal(await page.inputValue('[data-path=name] input'), '赵小满');
    await page.click('.form-errors a >> nth=0');
    assert.equal(
      await page.evaluate<boolean>('document.activeElement.closest("[data-path=login]") !== null'),
      true,
    );
    assert.deepEqual(await axeFindings(page), []);
    await close();
  });

  it('leaving a form with unsaved work asks first', async () => {
    const { page, close } = await openAs('admin', '/settings/users');
    await page.click('button:has-text("新增账号")');
    await page.fill('[data-path=name] input', '赵小满');
    const asked: string[] = [];
    page.once('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.click('.el-drawer__close-btn:visible');
    assert.equal(asked.length, 1);
    assert.equal(await page.inputValue('[data-path=name] input'), '赵小满');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.click('.el-drawer__close-btn:visible');
    await page.waitForSelector('.form-drawer', { state: 'detached' });
    await close();
  });

  it('opens an account; its owner must change the first password before anything else', async () => {
    const { page, close } = await openAs('admin', '/settings/users');
    const first = await openAccount(page, 'xiaoman');
    await close();

    const theirs = await browser.open('desk');
    await signIn(theirs.page, product.url(), { login: 'xiaoman', password: first });
    await theirs.page.waitForURL('**/first-password');
    await theirs.page.goto(`${product.url()}/settings/parameters`);
    await theirs.page.waitForURL('**/first-password');
    await theirs.page.fill('[data-path=currentPassword] input', first);
    await theirs.page.fill('[data-path=newPassword] input', NEW_PASSWORD);
    assert.deepEqual(await axeFindings(theirs.page), []);
    await theirs.page.click('form button[type=submit]');
    await theirs.page.waitForURL(`${product.url()}/`);
    assert.match(await theirs.page.innerText('h1'), /赵小满/);
    assert.deepEqual(theirs.complaints, []);
    await theirs.close();
  });

  it('sets a parameter with its ground; narrower areas see it as inherited', async () => {
    const { page, close } = await openAs('admin', '/settings/parameters?areaCode=5326');
    await page.click('.parameter-row:has-text("月最低工资标准") button');
    await page.fill('.el-drawer [data-path=value] input', 'zwei');
    await page.fill('.el-drawer [data-path=source] input', '演示：本单位测试用');
    await page.click('.parameter-form button[type=submit]');
    await page.waitForSelector('.el-drawer [data-path=value] .error');
    assert.equal(await page.inputValue('.el-drawer [data-path=source] input'), '演示：本单位测试用');
    await page.fill('.el-drawer [data-path=value] input', '1234.50');
    await page.click('.parameter-form button[type=submit]');
    await page.waitForSelector('.history .now:has-text("¥1,234.50 / 月")');
    await page.goto(`${product.url()}/settings/parameters?areaCode=532623`);
    const row = page.locator('.parameter-row:has-text("月最低工资标准")');
    await row.locator('strong:has-text("¥1,234.50")').waitFor();
    assert.match(await row.innerText(), /文山壮族苗族自治州/);
    assert.match(await row.innerText(), /演示：本单位测试用/);
    await close();
  });

  it('runs a job by hand and tells how it ended, from whichever page is open then', async () => {
    const { page, close } = await openAs('admin', '/operations/jobs');
    await page.click('.job-card:has-text("sweepOrphanFiles") >> button:has-text("立即运行")');
    await page.click('.el-dialog button[type=submit]');
    await page.waitForSelector('.progress-drawer');
    await page.click('.side-nav a:has-text("参数")');
    await page.waitForSelector('.progress-drawer .work.done', { timeout: 30_000 });
    await close();
  });
});
