import assert from 'node:assert/strict';
import { generate } from 'otplib';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enter, newPerson, signIn } from './short-cuts.ts';

const NEXT = '野渡无人舟自横-77';

describe('browser: the own account', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('changing the password ends the other devices and the old password', async () => {
    const person = await newPerson(product.url(), 'huanmima');
    const here = await browser.open('desk');
    const there = await browser.open('desk');
    for (const { page } of [here, there]) {
      await enter(page, product.url(), person);
      await page.goto(`${product.url()}/account`);
      await page.locator('.own-sessions li').first().waitFor();
    }
    const { page } = here;
    await page.locator('[data-path=currentPassword] input').fill('not-my-password');
    await page.locator('[data-path=newPassword] input').fill(NEXT);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.locator('.change-password .error-note').waitFor();
    assert.equal(await page.locator('[data-path=newPassword] input').inputValue(), NEXT);
    await page.locator('[data-path=currentPassword] input').fill(person.password);
    await page.getByRole('button', { name: '修改密码' }).click();
    await page.getByText('密码已修改').waitFor();
    assert.equal(await page.locator('[data-path=newPassword] input').inputValue(), '');

    await there.page.waitForURL((at) => at.pathname === '/sign-in');
    await there.page.fill('input[name=username]', person.login);
    await there.page.fill('input[name=password]', person.password);
    await there.page.click('button[type=submit]');
    await there.page.locator('.error-note', { hasText: '账号或密码不对' }).waitFor();
    await signIn(there.page, product.url(), { login: person.login, password: NEXT });
    await here.close();
    await there.close();
  });

  it('an authenticator is set up from the secret on the page and asked for at the next sign-in', async () => {
    const person = await newPerson(product.url(), 'dongtaima');
    const screen = await browser.open('desk');
    const { page } = screen;
    await enter(page, product.url(), person);
    await page.goto(`${product.url()}/account`);
    await page.getByRole('button', { name: '启用' }).click();
    assert.ok((await page.getByAltText('绑定身份验证器的二维码').boundingBox())!.width >= 180);
    const secret = await page.locator('.totp code').innerText();
    await page.locator('.totp [data-path=code] input').fill('000000');
    await page.getByRole('button', { name: '确认启用' }).click();
    await page.locator('.totp .error-note').waitFor();
    await assertSound(screen, 'account-totp-setup');
    await page.locator('.totp [data-path=code] input').fill(await generate({ secret }));
    await page.getByRole('button', { name: '确认启用' }).click();
    const shown = page.getByRole('dialog', { name: '备用码' });
    await shown.locator('code').nth(9).waitFor();
    const codes = await shown.locator('code').allInnerTexts();
    assert.equal(new Set(codes).size, 10);
    await assertSound(screen, 'account-recovery-codes');
    await shown.getByRole('button', { name: '我已记下' }).click();
    await page.locator('.totp .on', { hasText: '已启用' }).waitFor();

    await page.context().clearCookies();
    await page.goto(`${product.url()}/sign-in`);
    await page.fill('input[name=username]', person.login);
    await page.fill('input[name=password]', person.password);
    await page.click('button[type=submit]');
    await page.getByRole('heading', { name: '动态验证码' }).waitFor();
    await assertSound(screen, 'sign-in-second-factor');
    await page.fill('input[name=one-time-code]', '000000');
    await page.click('button[type=submit]');
    await page.locator('.error-note').waitFor();
    assert.equal(new URL(page.url()).pathname, '/sign-in');
    // The code of this half minute was used for the confirmation; the next one is taken as well.
    const epoch = Math.floor(Date.now() / 1000) + 30;
    await page.fill('input[name=one-time-code]', await generate({ secret, epoch }));
    await page.click('button[type=submit]');
    await page.waitForURL(`${product.url()}/`);

    await page.context().clearCookies();
    await page.goto(`${product.url()}/sign-in`);
    await page.fill('input[name=username]', person.login);
    await page.fill('input[name=password]', person.password);
    await page.click('button[type=submit]');
    await page.fill('input[name=one-time-code]', codes[0]!);
    await page.click('button[type=submit]');
    await page.waitForURL(`${product.url()}/`);
    await page.goto(`${product.url()}/account`);
    await page.locator('.totp [data-path=password] input').fill(person.password);
    await page.getByRole('button', { name: '停用动态验证码' }).click();
    await page.getByRole('button', { name: '启用' }).waitFor();
    await screen.close();
  });

  it('lists the own devices, says which one this is, and ends another that then must sign in again', async () => {
    const person = await newPerson(product.url(), 'shebei');
    const here = await browser.open('desk');
    const there = await browser.open('phone');
    await enter(there.page, product.url(), person);
    await there.page.goto(`${product.url()}/account`);
    await there.page.locator('.own-sessions li').first().waitFor();
    await enter(here.page, product.url(), person);
    await here.page.goto(`${product.url()}/account`);
    const others = here.page.locator('.own-sessions li', { has: here.page.getByRole('button') });
    await others.first().waitFor();
    assert.equal(await here.page.locator('.own-sessions li', { hasText: '本机' }).count(), 1);
    // The third is the one in which the first password was changed.
    assert.equal(await others.count(), 2);
    await assertSound(here, 'account-sessions');
    while ((await others.count()) > 0) {
      const left = await others.count();
      await others.first().getByRole('button').click();
      await others.nth(left - 1).waitFor({ state: 'detached' });
    }
    await there.page.waitForURL((at) => at.pathname === '/sign-in');
    assert.equal(await there.page.locator('.own-sessions').count(), 0);
    await here.page.reload();
    await here.page.locator('.own-sessions li', { hasText: '本机' }).waitFor();
    await here.close();
    await there.close();
  });
});
