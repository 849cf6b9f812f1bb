import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enter, enterAs, newPerson } from './short-cuts.ts';

const EMPLOYER = '文山程序测试劳务有限公司';

/** A case whose investigation has ended, made without its pages. */
async function decidingCase(
  url: string,
): Promise<{ id: string; partner: { login: string; password: string } }> {
  const partner = await newPerson(url, 'partner-of-proceedings');
  const api = new ApiClient(url);
  const { login, password } = demoAccount('inspector');
  await api.signIn(login, password);
  const { body: made } = await api.create<ComplaintRegistered>('/complaints', {
    ...{ channel: 'WALK_IN', intakeKind: 'COMPLAINT', receivedOn: systemClock.today() },
    ...{ name: '龙程序', phone: '13900020077', employerName: EMPLOYER, areaCode: '532601' },
    ...{ headcount: 1, payMonths: ['2026-09'], owedFen: 500_000, story: '九月的工钱没有发。', fileIds: [] },
  });
  const { body: complaint } = await api.get<ComplaintView>(`/complaints/${made.id}`);
  const move = { 'if-match': `"v${complaint.version}"` };
  await api.send('POST', `/complaints/${made.id}/accept`, {}, move);
  const { body: people } = await api.get<{ items: { id: string; name: string }[] }>(
    '/cases/inspectors?officeCode=532601',
  );
  const ids = people.items.map(({ id }) => id);
  let { body: view } = await api.create<CaseView>('/cases', {
    ...{ complaintIds: [made.id], title: '程序测试拖欠工资', respondent: { name: EMPLOYER } },
    ...{ leadInspectorId: ids[0], coInspectorId: ids[1] },
  });
  assert.ok(view.id, JSON.stringify(view));
  for (const action of ['investigate', 'end-investigation']) {
    const sent = await api.send<CaseView>(
      'POST',
      `/cases/${view.id}/${action}`,
      {},
      { 'if-match': `"v${view.version}"` },
    );
    view = sent.body;
  }
  assert.equal(view.state, 'deciding', JSON.stringify(view));
  return { id: view.id, partner };
}

const step = async (page: Page, name: string, fill: () => Promise<void>): Promise<void> => {
  await page.locator('.proceeding .buttons').getByRole('button', { name, exact: true }).click();
  await fill();
  await page.locator('form.given button[type=submit]').click();
  await page.locator('form.given').waitFor({ state: 'hidden' });
};

describe('browser: a handling decision beside its case', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('is opened after a refusal that names the fields, heard, made by the head on a phone, and served', async () => {
    const url = product.url();
    const { id, partner } = await decidingCase(url);
    const today = systemClock.today();
    const screen = await browser.open('desk');
    const { page } = screen;
    await enter(page, url, partner);
    await page.goto(`${url}/cases/${id}?tab=proceedings`);
    await page.getByRole('button', { name: '启动办理程序' }).click();
    const bond = page.locator('.kinds button', { hasText: '动用工资保证金' });
    await bond.locator('.not-yet', { hasText: '须先责令限期支付' }).waitFor();
    assert.equal(await bond.isDisabled(), true);
    await page.locator('.kinds button', { hasText: '行政处理决定' }).click();
    await page.getByLabel('拟作出的决定').fill('责令付清工资。');
    await page.getByLabel('事先告知书送达方式').selectOption('DIRECT');
    await page.getByLabel('事先告知书送达（公告）日期').fill(addDays(today, 1));
    await page.locator('form.given button[type=submit]').click();
    await page.locator('[data-path="given.basis"] .error').waitFor();
    await page.getByLabel('认定的事实和依据').fill('九月工资未付。');
    await page.locator('form.given button[type=submit]').click();
    await page.locator('[data-path="given.noticedOn"] .error', { hasText: '不能晚于今天' }).waitFor();
    assert.equal(await page.getByLabel('拟作出的决定').inputValue(), '责令付清工资。');
    await assertSound(screen, 'proceeding-refused-desk');
    await page.getByLabel('事先告知书送达（公告）日期').fill(today);
    await page.locator('form.given button[type=submit]').click();
    await page.locator('.proceeding .state', { hasText: '已告知，待陈述申辩' }).waitFor();
    await step(page, '登记陈述申辩', async () => {
      await page.getByLabel('日期', { exact: true }).fill(today);
      await page.getByLabel('陈述、申辩情况').selectOption('SILENT');
    });

    const head = await browser.open('phone');
    await enterAs(head.page, url, 'bureauHead');
    await head.page.goto(`${url}/cases/${id}?tab=proceedings`);
    await eventually('what the link names is in sight, not what stands above it', async () => {
      const panel = await head.page.locator('[role=tabpanel]').boundingBox();
      return panel !== null && panel.y > 0 && panel.y < 200;
    });
    assert.equal(await head.page.evaluate('document.activeElement === document.body'), true);
    await step(head.page, '作出处理决定', async () => {
      await head.page.getByLabel('决定日期').fill(today);
      await head.page.getByLabel('决定书文号').fill('文劳监理字〔2026〕第9号');
      await head.page.getByLabel('决定内容').fill('付清九月工资。');
      await head.page.getByLabel('责令支付金额').fill('5000');
      await head.page.getByLabel('履行期限（最后一天）').fill(addDays(today, 10));
    });
    await head.page.locator('.proceeding .state', { hasText: '已作出，待送达' }).waitFor();
    await head.page.locator('.proceeding .figures', { hasText: '¥5,000.00' }).waitFor();
    await assertSound(head, 'proceeding-made-phone');
    await head.close();

    await step(page, '登记送达', async () => {
      await page.getByLabel('决定书送达方式').selectOption('DIRECT');
      await page.getByLabel('决定书送达（公告）日期').fill(today);
    });
    const demand = page.locator('.proceeding .buttons').getByRole('button', { name: '催告', exact: true });
    assert.equal(await demand.isDisabled(), true);
    await page.locator('.proceeding .not-yet', { hasText: `${addDays(today, 11)} 起可以催告` }).waitFor();
    await page.locator('.clocks', { hasText: '申请复议' }).waitFor();
    await assertSound(screen, 'proceeding-served-desk');
    await page.getByRole('tab', { name: '时间线' }).click();
    await page.locator('.time-line', { hasText: '行政处理决定：登记送达' }).waitFor();
    await screen.close();
  });
});
