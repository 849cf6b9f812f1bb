import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, newPerson } from './short-cuts.ts';

/** A picture of one grey point: a voucher for the store. */
const VOUCHER = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const act = async (page: Page, name: string, fill?: () => Promise<void>): Promise<void> => {
  await page.locator('.act-card').getByRole('button', { name, exact: true }).click();
  await page.locator('form.act').waitFor();
  await fill?.();
  await page.locator('form.act button[type=submit]').click();
  await page.locator('form.act').waitFor({ state: 'hidden' });
};

describe('browser: a case from filing to closure', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('accepted, filed by two inspectors, ordered, paid person by person, closed by the head', async () => {
    const url = product.url();
    const inspector = new ApiClient(url);
    const { login, password } = demoAccount('inspector');
    await inspector.signIn(login, password);
    await newPerson(url, 'partner-of-the-case');
    const { body: made } = await inspector.create<ComplaintRegistered>('/complaints', {
      channel: 'WALK_IN',
      intakeKind: 'COMPLAINT',
      receivedOn: '2026-11-20',
      name: '龙有望',
      phone: '13900020001',
      employerName: '文山同心建筑劳务有限公司',
      areaCode: '532601',
      headcount: 2,
      payMonths: ['2026-09'],
      owedFen: 900_050,
      story: '九月的工钱没有发。',
      fileIds: [],
    });
    assert.ok(made.id, JSON.stringify(made));

    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, url, 'inspector');
    await page.goto(`${url}/complaints/${made.id}`);
    await act(page, '受理');
    await page.locator('.act-card').getByRole('button', { name: '立案', exact: true }).click();
    await page
      .locator('[data-path=coInspectorId] option', { hasText: '白一民' })
      .first()
      .waitFor({ state: 'attached' });
    await page.locator('[data-path=leadInspectorId] select').selectOption({ index: 1 });
    await page.locator('[data-path=coInspectorId] select').selectOption({ index: 1 });
    await page.locator('form.form button[type=submit]').click();
    await page.waitForURL(/\/cases\/[0-9a-f]{24}/);
    await page.getByRole('heading', { level: 1, name: '文山同心建筑劳务有限公司' }).waitFor();
    const path = new URL(page.url()).pathname;

    await page.getByRole('tab', { name: '人员与金额' }).click();
    await page.getByRole('button', { name: '添加人员' }).click();
    await page.getByRole('button', { name: '从表格粘贴' }).click();
    await page
      .locator('.paste textarea')
      .fill('姓名\t手机\t2026年9月\n龙有望\t13900020001\t5000\n沙同乡\t13900020002\t4000.50');
    await page.getByRole('button', { name: '读入' }).click();
    await page.locator('.form-drawer button[type=submit]').click();
    await page.locator('.claims tbody tr', { hasText: '沙同乡' }).waitFor();

    await act(page, '开始调查');
    await act(page, '责令改正', async () => {
      await page.getByLabel('改正期限（最后一天）').fill(addDays(systemClock.today(), 30));
      await page.getByLabel('责令内容').fill('向两名工人付清九月工资。');
    });
    await page.locator('.state-tag', { hasText: '已责令改正' }).waitFor();

    const pay = async (people: number[]): Promise<void> => {
      await page.locator('.act-card').getByRole('button', { name: '登记付款' }).click();
      for (const at of people) await page.locator('.payment-rows tbody input[type=checkbox]').nth(at).check();
      await page
        .locator('.form-drawer input[type=file]')
        .setInputFiles({ name: '银行回单.png', mimeType: 'image/png', buffer: VOUCHER });
      await page.getByText('已上传').waitFor();
      await page.locator('.form-drawer button[type=submit]').click();
      await page.locator('.form-drawer').waitFor({ state: 'hidden' });
    };
    await pay([0]);
    await page.locator('.act-card').getByRole('button', { name: '申请结案' }).click();
    await page.getByLabel('结案方式').selectOption('PAID');
    await page.locator('.closure-warning', { hasText: '还有 1 人没拿到' }).waitFor();
    await page.locator('.closure-warning', { hasText: '沙同乡' }).waitFor();
    await page.getByLabel('结案说明').fill('两名工人的工资都已到账。');
    // A colleague changes the case meanwhile: the page follows at once, and what was typed stays.
    const ofCase = `/cases/${new URL(page.url()).pathname.split('/').at(-1) ?? ''}`;
    const { body: seen } = await inspector.get<CaseView>(ofCase);
    const edit = { title: '同心劳务拖欠九月工资', respondent: seen.parties.respondent };
    const atVersion = { 'if-match': `"v${seen.version}"`, 'idempotency-key': randomUUID() };
    const edited = await inspector.send('POST', `${ofCase}/edit`, edit, atVersion);
    assert.equal(edited.status, 200, JSON.stringify(edited.body));
    await page.locator('.record-head', { hasText: edit.title }).waitFor();
    await page.locator('form.act button[type=submit]').click();
    await page.locator('form.act .error-note').waitFor();
    assert.equal(await page.getByLabel('结案说明').inputValue(), '两名工人的工资都已到账。');
    await assertSound(screen, 'case-closure-refused-desk');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('form.act').getByRole('button', { name: '取消' }).click();
    await pay([0]);
    await act(page, '申请结案', async () => {
      await page.getByLabel('结案方式').selectOption('PAID');
      await page.getByLabel('结案说明').fill('两名工人的工资都已到账。');
    });
    await page.locator('.record-head', { hasText: '结案待批' }).waitFor();
    await screen.close();

    const head = await browser.open('phone');
    await enterAs(head.page, url, 'bureauHead');
    await head.page.goto(`${url}/cases?pending=true`);
    await head.page.locator('tbody tr', { hasText: '文山同心建筑劳务有限公司' }).locator('a').first().click();
    await head.page.waitForURL((at) => at.pathname === path);
    await act(head.page, '批准结案');
    await head.page.locator('.record-head .state-tag', { hasText: '已付清' }).waitFor();
    await assertSound(head, 'case-closed-phone');
    await head.close();

    const { body: complaint } = await inspector.get<ComplaintView>(`/complaints/${made.id}`);
    assert.equal(complaint.state, 'answered');
  });
});
