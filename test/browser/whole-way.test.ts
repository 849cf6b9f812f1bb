import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, newPerson, settled } from './short-cuts.ts';
import { at, goOn, proveNumber, receiptOn, typeMoney } from './worker-steps.ts';

const WORKER = '13912345690';
const EMPLOYER = '文山长路劳务队';

/** Presses an act of the card "what can be done now" and sends its form. */
async function act(page: Page, name: string, fill?: () => Promise<void>): Promise<void> {
  await page.locator('.act-card').getByRole('button', { name, exact: true }).click();
  await page.locator('form.act').waitFor();
  await fill?.();
  await page.locator('form.act button[type=submit]').click();
  await page.locator('form.act').waitFor({ state: 'hidden' });
}

describe('browser: from a worker’s complaint to a closed case', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();
  /** The phone stays signed in between the worker's visits. */
  let phone: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> = [];
  let receipt = '';
  let casePath = '';

  it('the worker complains on the phone', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/m/new`);
    await page.getByRole('button', { name: /我的工钱没拿到/ }).click();
    await page.fill('.q-input', '安平路');
    await goOn(page);
    await at(page, 'employer');
    await page.fill('.q-input', EMPLOYER);
    await goOn(page);
    await at(page, 'workplace');
    await page.fill('#project-name', '学府路三期');
    await goOn(page);
    await at(page, 'place');
    await page.getByRole('button', { name: '文山市' }).click();
    await page.getByRole('button', { name: /不知道是哪个乡镇/ }).click();
    await at(page, 'people');
    await page.getByRole('button', { name: '就我一个人' }).click();
    // one tap answers and goes on, or the button does
    if (!new URL(page.url()).pathname.endsWith('/months')) await goOn(page);
    await at(page, 'months');
    await page.locator('.q-chip').nth(1).click();
    await goOn(page);
    await at(page, 'money');
    await typeMoney(page, '6800.50');
    await goOn(page);
    await at(page, 'story');
    await page.fill('#story', '干完活老板说没钱。');
    await goOn(page);
    await at(page, 'photos');
    await goOn(page);
    await at(page, 'phone');
    await proveNumber(page, product.url(), WORKER);
    await at(page, 'check');
    await goOn(page);
    await page.waitForURL(/\/m\/receipt\/\d+/);
    receipt = await receiptOn(page);
    phone = await page.context().cookies();
    await screen.close();
  });

  it('the intake clerk finds it in the queue and accepts it', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'clerk');
    await page.goto(`${product.url()}/complaints?q=${receipt}`);
    await page.locator('tbody tr', { hasText: '安平路' }).locator('a').first().click();
    await page.getByRole('heading', { level: 1, name: '安平路' }).waitFor();
    await act(page, '受理');
    await page.locator('.record-head .state-tag', { hasText: '已受理' }).waitFor();
    await screen.close();
  });

  it('the inspector files a case, orders payment and notes what the employer says he paid', async () => {
    await newPerson(product.url(), 'partner-of-the-whole-way');
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/complaints?q=${receipt}`);
    await page.locator('tbody tr', { hasText: '安平路' }).locator('a').first().click();
    await page.locator('.act-card').getByRole('button', { name: '立案', exact: true }).click();
    const second = page.locator('[data-path=coInspectorId] option');
    await second.nth(1).waitFor({ state: 'attached' });
    await page.locator('[data-path=leadInspectorId] select').selectOption({ index: 1 });
    await page.locator('[data-path=coInspectorId] select').selectOption({ index: 1 });
    await page.locator('form.form button[type=submit]').click();
    await page.waitForURL(/\/cases\/[0-9a-f]{24}/);
    casePath = new URL(page.url()).pathname;
    await act(page, '开始调查');
    await act(page, '责令改正', async () => {
      await page.getByLabel('改正期限（最后一天）').fill(addDays(systemClock.today(), 15));
      await page.getByLabel('责令内容').fill('向工人付清工资。');
    });
    await page.locator('.act-card').getByRole('button', { name: '登记付款' }).click();
    await page.locator('.payment-rows tbody input[type=checkbox]').first().check();
    await page.locator('input[name=means][value=REPORTED]').check();
    await page.locator('.form-drawer button[type=submit]').click();
    await page.locator('.form-drawer').waitFor({ state: 'hidden' });
    await act(page, '申请结案', async () => {
      await page.getByLabel('结案方式').selectOption('AGREED_NOT_PAID');
      await page.getByLabel('结案说明').fill('单位称已付，工人还没有确认。');
    });
    await page.locator('.record-head', { hasText: '结案待批' }).waitFor();
    await assertSound(screen, 'whole-way-case-desk');
    await screen.close();
  });

  it('the head sends the closure back, because nobody has seen the money', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'bureauHead');
    await page.goto(`${product.url()}${casePath}`);
    await act(page, '不批准结案', async () => {
      await page.locator('form.act textarea').fill('先等工人确认。');
    });
    await page.locator('.record-head .state-tag', { hasText: '已责令改正' }).waitFor();
    await screen.close();
  });

  it('the worker says on the phone that it arrived', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.context().addCookies(phone);
    await page.goto(`${product.url()}/t/${receipt}`);
    await page.getByRole('button', { name: '说钱收到没有' }).click();
    await page.waitForSelector('text=¥6,800.50，收到了吗？');
    await page.getByRole('button', { name: /^对，收到了/ }).click();
    await page.waitForSelector('text=谢谢，记下了');
    await goOn(page);
    await page.waitForSelector('.money-strip');
    assert.match(await page.innerText('.money-strip'), /看到付了\s*¥6,800\.50/);
    await screen.close();
  });

  it('so the case is closed as paid, by two people', async () => {
    const inspector = await browser.open('desk');
    await enterAs(inspector.page, product.url(), 'inspector');
    await inspector.page.goto(`${product.url()}${casePath}`);
    await act(inspector.page, '申请结案', async () => {
      await inspector.page.getByLabel('结案方式').selectOption('PAID');
      await inspector.page.getByLabel('结案说明').fill('工人本人确认已收到全部工资。');
    });
    await inspector.page.locator('.record-head', { hasText: '结案待批' }).waitFor();
    await inspector.close();
    const head = await browser.open('phone');
    await enterAs(head.page, product.url(), 'bureauHead');
    await head.page.goto(`${product.url()}${casePath}`);
    await act(head.page, '批准结案');
    await head.page.locator('.record-head .state-tag', { hasText: '已付清' }).waitFor();
    await head.close();
  });

  it('and the worker reads that it is over, and rates it', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.context().addCookies(phone);
    await page.goto(`${product.url()}/t/${receipt}`);
    await page.waitForSelector('.track-line li');
    assert.match(await page.innerText('.track-line'), /结案了/);
    await settled(page);
    await page.getByRole('button', { name: /打个分/ }).click();
    await page.getByRole('button', { name: /^很满意/ }).click();
    await goOn(page);
    await page.waitForSelector('.money-strip');
    await assertSound(screen, 'whole-way-over-phone');
    await screen.close();
  });
});
