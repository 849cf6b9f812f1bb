import assert from 'node:assert/strict';
import { generate } from 'otplib';
import type { DemoMessage } from '../../server/core/contract/operations.ts';
import { axeFindings, shot, useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { settled, signIn, useProduct } from './one-product.ts';

const PASSWORD = '清风徐来水波不兴2026';

describe('browser: one’s own account', function () {
  this.timeout(90_000);
  const product = useProduct();
  const browser = useBrowser();

  it('an invitation comes by mail, is accepted with a password of one’s own, and opens the account', async () => {
    const admin = await browser.open('desk');
    await signIn(admin.page, product.url(), demoAccount('admin'));
    await admin.page.goto(`${product.url()}/settings/users`);
    await admin.page.click('button:has-text("新增账号")');
    await admin.page.fill('[data-path=name] input', '孙白露');
    await admin.page.fill('[data-path=login] input', 'bailu');
    await admin.page.fill('[data-path=email] input', 'bailu@example.org');
    await admin.page.click('.el-drawer button[type=submit]');
    await admin.page.waitForSelector('.toast.good');
    await admin.close();

    const link = await eventually(
      'the invitation is in the demo inbox',
      async () => {
        const messages = (await (await fetch(`${product.url()}/api/demo-inbox`)).json()) as DemoMessage[]; // the contract's promise
        return messages
          .map((one) => /https?:\/\/\S+\/invitations\/\S+/.exec(one.text)?.[0])
          .find((one) => one !== undefined);
      },
      40_000,
      200,
    );
    const theirs = await browser.open('phone');
    await theirs.page.goto(`${product.url()}${new URL(link).pathname}`);
    await theirs.page.waitForSelector('[data-path=password] input');
    await settled(theirs.page);
    assert.match(await theirs.page.innerText('.invitation'), /孙白露，您好。您的账号是 bailu/);
    assert.deepEqual(await axeFindings(theirs.page), []);
    await theirs.page.fill('[data-path=password] input', 'short');
    await theirs.page.click('button[type=submit]');
    await theirs.page.waitForSelector('[data-path=password] .error');
    await theirs.page.fill('[data-path=password] input', PASSWORD);
    await theirs.page.click('button[type=submit]');
    await theirs.page.waitForURL('**/sign-in');
    await signIn(theirs.page, product.url(), { login: 'bailu', password: PASSWORD });
    assert.match(await theirs.page.innerText('h1'), /孙白露/);
    assert.deepEqual(theirs.complaints, []);
    await theirs.close();
  });

  it('a one-time code is set up by scanning, asked for at the next sign-in, and turned off with the password', async () => {
    const account = demoAccount('departmentLiaison');
    const { page, complaints, close } = await browser.open('desk');
    await signIn(page, product.url(), account);
    await page.goto(`${product.url()}/account`);
    await page.click('.totp button');
    await page.waitForSelector('.totp img');
    const isDrawn = () => page.evaluate<boolean>('document.querySelector(".totp img").naturalWidth > 0');
    await eventually('the code to scan is drawn', isDrawn);
    const secret = await page.innerText('.totp code');
    await page.fill('[data-path=code] input', await generate({ secret }));
    await page.click('.totp button[type=submit]');
    await page.waitForSelector('.secrets code');
    await settled(page);
    assert.ok((await page.locator('.secrets code').count()) >= 8);
    assert.deepEqual(await axeFindings(page), []);
    const recovery = await page.innerText('.secrets code >> nth=0');
    await page.click('.secret button >> nth=1');
    await page.click('.person');
    await page.click('li:visible:has-text("退出登录")');
    await page.waitForURL('**/sign-in');

    await page.fill('input[name=username]', account.login);
    await page.fill('input[name=password]', account.password);
    await page.click('button[type=submit]');
    await page.waitForSelector('input[name=one-time-code]');
    await settled(page);
    assert.deepEqual(await axeFindings(page), []);
    await shot(page, 'second-factor');
    await page.fill('input[name=one-time-code]', '000000');
    await page.click('button[type=submit]');
    await page.waitForSelector('.error-note');
    await page.fill('input[name=one-time-code]', recovery);
    await page.click('button[type=submit]');
    await page.waitForURL(`${product.url()}/`);

    await page.goto(`${product.url()}/account`);
    await page.fill('.totp [data-path=password] input', account.password);
    await page.click('.totp button[type=submit]');
    await page.waitForSelector('.totp button:has-text("启用")');
    assert.deepEqual(complaints, []);
    await close();
  });
});
