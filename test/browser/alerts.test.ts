import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/people.ts';
import type { AlertRow, AlertView, RiskCardView } from '../../server/core/contract/alerts.ts';
import type { Page as Rows } from '../../server/core/contract/page.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enter, enterAs, settled } from './short-cuts.ts';

const LABOUR = { login: 'labour', password: DEMO_PASSWORD };
const ANSWER_BY = addDays(systemClock.today(), 2);
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

/** What the server answers this browser's reader. */
async function asked<Answer>(page: Page, url: string): Promise<Answer> {
  const answer = await page.request.get(url);
  assert.equal(answer.status(), 200, await answer.text());
  return (await answer.json()) as Answer; // the contract's promise
}
const form = (page: Page): Locator => page.locator('form.act');
async function send(page: Page): Promise<void> {
  await form(page).locator('button[type=submit]').click();
  await form(page).waitFor({ state: 'detached' });
}

describe('browser: an alert is asked about and answered', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();

  it('the company reads on its phone what to answer by when, and the office sees the answer at once', async () => {
    const phone = await browser.open('phone');
    await enter(phone.page, product.url(), LABOUR);
    const { items } = await asked<Rows<AlertRow>>(
      phone.page,
      `${product.url()}/api/alerts?open=true&limit=200`,
    );
    const one = items.find(({ state, level }) => state === 'raised' && level === 'red');
    assert.ok(one, 'the demo region has a red alert nobody has looked at');

    const desk = await browser.open('desk');
    await enterAs(desk.page, product.url(), 'inspector');
    await desk.page.goto(`${product.url()}/alerts?level=red`);
    await desk.page.locator('.tile').first().waitFor();
    await assertSound(desk, 'alerts');

    await desk.page.goto(`${product.url()}/alerts/${one.id}`);
    const tags = desk.page.locator('.record-head .tags');
    await tags.getByText('已查看').waitFor();
    await desk.page.getByRole('button', { name: '要求企业说明' }).click();
    await form(desk.page).getByLabel('要企业说明什么').fill('为什么还没有发放？请附银行回单。');
    await form(desk.page).getByLabel('最晚哪天说明').fill(ANSWER_BY);
    await send(desk.page);
    await assertSound(desk, 'alert');

    const { page } = phone;
    await page.goto(product.url());
    const first = page.locator('.card', { hasText: '需要您处理的预警' }).locator('.lines li').first();
    await first.getByText('还剩 2 天').waitFor();
    await first.getByRole('link').click();
    await page.getByText('为什么还没有发放？请附银行回单。').first().waitFor();
    await assertSound(phone, 'alert-of-a-company-phone');
    await page.getByRole('button', { name: '说明情况' }).click();
    await form(page).locator('button[type=submit]').click();
    await form(page).getByText('是什么情况 · 请选择').waitFor();
    await form(page).getByText('具体说明 · 必填').waitFor();
    await form(page).getByLabel('是什么情况').selectOption('ownerUnpaid');
    await form(page).getByLabel('具体说明').fill('进度款未到，本周内补发。');
    await form(page)
      .locator('input[type=file]')
      .setInputFiles({ name: '催款函.png', mimeType: 'image/png', buffer: PICTURE });
    await form(page).getByText('已上传').waitFor();
    await send(page);

    await tags.getByText('企业已说明').waitFor();
    await desk.page.getByText('进度款未到，本周内补发。').first().waitFor();
    const view = await asked<AlertView>(desk.page, `${product.url()}/api/alerts/${one.id}`);
    assert.equal(view.answers.at(-1)?.files[0]?.name, '催款函.png');
    assert.equal(view.stillSo, true, 'words end nothing');
    await phone.close();
    await desk.close();
  });

  it('the risk card of a project says what was found, what is not known, and opens the alert behind it', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    const { items } = await asked<Rows<AlertRow>>(page, `${product.url()}/api/alerts?open=true&level=red`);
    const { projectId } = items[0] ?? {};
    const card = await asked<RiskCardView>(page, `${product.url()}/api/projects/${projectId}/risk`);
    await page.goto(`${product.url()}/projects/${projectId}`);
    const risk = page.locator('#risk');
    await risk.getByText(`${card.points} 分`, { exact: true }).waitFor();
    const raised = card.lines.filter(({ state }) => state === 'raised');
    assert.equal(await risk.locator('.risk-line').count(), raised.length);
    const grey = card.lines.filter(({ state }) => state === 'noData').length;
    if (grey > 0) await risk.getByText(`${grey} 条规则没有数据，判断不了`).waitFor();
    assert.equal(await risk.locator('.risk-trend li').count(), card.trend.length);
    await settled(page);
    await risk.getByRole('link', { name: '查看预警' }).first().click();
    await page.waitForURL(/\/alerts\/[0-9a-f]{24}$/u);
    await page.getByRole('heading', { name: '为什么预警' }).waitFor();
    assert.deepEqual(screen.complaints, []);
    await screen.close();
  });
});
