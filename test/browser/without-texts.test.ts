import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buildClient } from '../../server/build-client.ts';
import { startTestApp } from '../support/app.ts';
import { useBrowser } from '../support/browser.ts';
import { listening } from '../support/listening.ts';
import { useStore } from '../support/store.ts';
import { assertSound } from './short-cuts.ts';

/** An office without text messages: nobody types his number, or answers twelve questions, to learn that no code comes. */
describe('browser: an office that sends no text messages', function () {
  this.timeout(90_000);
  useStore();
  const browser = useBrowser();
  let url = '';

  before(async () => {
    await buildClient({ log: () => undefined });
    const { app } = startTestApp(new Date(), { DEMO: 'false', SMS_DISABLED: 'true' });
    const server = listening(app);
    if (!server.listening) await once(server, 'listening');
    const { port } = server.address() as AddressInfo; // a TCP server's address always is one
    url = `http://127.0.0.1:${port}`;
  });

  it('says so on the first page and where a number would be asked, with what can be done instead', async () => {
    const screen = await browser.open('phone');
    const { page, close } = screen;
    await page.goto(`${url}/m`);
    await page.getByText('拿回执号到窗口问').waitFor();
    assert.equal(await page.locator('a[href="/m/sign-in"], a[href="/m/pay"]').count(), 0, 'no dead end');
    await assertSound(screen, 'without-texts-home');

    await page.goto(`${url}/m/sign-in`);
    await page.getByRole('heading', { name: '这里不发短信，收不到验证码' }).waitFor();
    assert.equal(await page.locator('#phone-number').count(), 0);
    await assertSound(screen, 'without-texts-sign-in');
    await close();
  });

  it('tells whoever would give his name at once where to go, and leaves the nameless report open', async () => {
    const { page, complaints, close } = await browser.open('phone');
    await page.goto(`${url}/m/new`);
    await page.waitForURL(/\/kind$/);
    await page.getByText('到窗口、打 12333 或者找网格员登记').waitFor();
    await page.getByRole('button', { name: '我的工钱没拿到' }).click();
    await page.getByRole('heading', { name: '这里不发短信，收不到验证码' }).waitFor();
    await page.getByRole('button', { name: '返回' }).click();
    await page.getByRole('button', { name: '我看到有人欠薪' }).click();
    await page.getByRole('button', { name: '不留名字' }).click();
    await page.waitForURL(/\/employer$/);
    assert.deepEqual(complaints, []);
    await close();
  });

  it('says it on the desk’s sign-in page too', async () => {
    const screen = await browser.open('desk');
    const { page, close } = screen;
    await page.goto(`${url}/sign-in`);
    await page.getByRole('link', { name: '工人不能用手机号登录' }).waitFor();
    await assertSound(screen, 'without-texts-desk');
    await close();
  });
});
