import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../seeds/people.ts';
import { nobodysCitizenId } from '../../seeds/random.ts';
import type { ComplaintRow } from '../../server/core/contract/complaints.ts';
import type { EnrolmentView, TeamView } from '../../server/core/contract/roster.ts';
import { firstDayOf, payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser, type Screen } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { assertKeepsFocus, hasFocus, keyOn, tabTo, typeInto } from './keys.ts';
import { useProduct } from './one-product.ts';
import { enter, enterAs, settled } from './short-cuts.ts';
import { at, enterByPhone, receiptOn } from './worker-steps.ts';

const LABOUR = { login: 'labour', password: DEMO_PASSWORD };
const PROJECT = '5326010000000000000000d3';
const MONTH = previousPayMonth(payMonthOf(systemClock.today()));
const NAME = '欧键盘';
const TITLE = '键盘装修队拖欠工资';

const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, exact: true });
/** Chooses in a select that has the focus; a closed one follows the arrows. */
async function chooseWithArrows(page: Page, select: Locator, value: string): Promise<void> {
  await tabTo(page, select);
  await select.locator(`option[value="${value}"]`).waitFor({ state: 'attached' });
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await select.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  assert.fail(`forty times down did not lead to ${value}`);
}
/** An act of a record: its button, and what it asks. */
async function act(page: Page, name: string): Promise<void> {
  await keyOn(page, page.locator('.act-card').getByRole('button', { name, exact: true }));
  const form = page.locator('form.act');
  await form.waitFor();
  await settled(page);
  await keyOn(page, form.locator('button[type=submit]'));
  await form.waitFor({ state: 'detached' });
}

/** The accepted complaint becomes a case of the demo's inspectors, without the pages. */
async function fileCase(url: string, receipt: string): Promise<void> {
  const api = new ApiClient(url);
  const { login, password } = demoAccount('inspector');
  await api.signIn(login, password);
  const { body: found } = await api.get<{ items: ComplaintRow[] }>(`/complaints?q=${receipt}`);
  const { body: people } = await api.get<{ items: { id: string }[] }>('/cases/inspectors?officeCode=532601');
  const made = await api.create('/cases', {
    ...{
      complaintIds: found.items.map(({ id }) => id),
      title: TITLE,
      respondent: { name: '文山市键盘装修队' },
    },
    ...{ leadInspectorId: people.items[0]?.id, coInspectorId: people.items[1]?.id },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

describe('browser: with the keyboard alone', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();
  let receipt = '';
  let sheet = '';

  async function screenOf(person: Parameters<typeof enterAs>[2] | typeof LABOUR): Promise<Screen> {
    const screen = await browser.open('desk');
    if (typeof person === 'string') await enterAs(screen.page, product.url(), person);
    else await enter(screen.page, product.url(), person);
    return screen;
  }

  it('a worker files a complaint on the phone’s form', async () => {
    const { page, close } = await browser.open('phone');
    await enterByPhone(page, product.url(), '13912345661');
    await page.goto(`${product.url()}/m`);
    await keyOn(page, page.getByRole('link', { name: /我要投诉/ }));
    await keyOn(page, button(page, /我的工钱没拿到/));
    const next = page.locator('.dock button[type=submit]');
    await at(page, 'name');
    await typeInto(page, page.locator('.q-input'), NAME);
    await page.keyboard.press('Enter');
    await at(page, 'employer');
    await typeInto(page, page.locator('.q-input'), '文山市键盘装修队');
    await page.keyboard.press('Enter');
    await at(page, 'workplace');
    await typeInto(page, page.locator('#project-name'), '钥匙小区');
    await keyOn(page, next);
    await at(page, 'place');
    await keyOn(page, button(page, '文山市'));
    await keyOn(page, button(page, /不知道是哪个乡镇/));
    await at(page, 'people');
    await keyOn(page, button(page, '3 个人'));
    await keyOn(page, next);
    await at(page, 'months');
    await keyOn(page, page.locator('.q-chip').nth(1), ' ');
    await keyOn(page, next);
    await at(page, 'money');
    await typeInto(page, page.locator('.amount input'), '4500');
    await keyOn(page, next);
    await at(page, 'story');
    await typeInto(page, page.locator('#story'), '上个月的工钱没有给。');
    await keyOn(page, next);
    await at(page, 'photos');
    await keyOn(page, next);
    await at(page, 'check');
    await keyOn(page, next);
    await page.waitForURL(/\/m\/receipt\/\d+/);
    await page.locator('.receipt-number').first().waitFor();
    receipt = await receiptOn(page);
    await close();
  });

  it('a clerk finds it with Ctrl K and accepts it; the dialog keeps the focus and gives it back', async () => {
    const { page, close } = await screenOf('clerk');
    await page.goto(product.url());
    await page.locator('.side-nav a').first().waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.textContent'), '跳到正文');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.id'), 'main');

    await page.keyboard.press('Control+k');
    const words = page.locator('input.words');
    await words.waitFor();
    await eventually('the search has the focus', () => hasFocus(words));
    await page.keyboard.type(receipt);
    await page.getByRole('option', { name: new RegExp(receipt) }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    const accept = page.locator('.act-card').getByRole('button', { name: '受理', exact: true });
    await keyOn(page, accept);
    await page.locator('form.act').waitFor();
    await settled(page);
    await assertKeepsFocus(page, page.getByRole('dialog'));
    await page.keyboard.press('Escape');
    await page.locator('form.act').waitFor({ state: 'hidden' });
    assert.ok(await hasFocus(accept), 'closed, it gives the focus back');
    await page.keyboard.press('Enter');
    await keyOn(page, page.locator('form.act button[type=submit]'));
    await page.locator('.state-tag', { hasText: '已受理' }).first().waitFor();
    await close();
  });

  it('an inspector opens the case with j and Enter, walks its tabs and begins to investigate', async () => {
    await fileCase(product.url(), receipt);
    const { page, close } = await screenOf('inspector');
    await page.goto(`${product.url()}/cases?q=${encodeURIComponent(TITLE)}`);
    await page.locator('tbody tr', { hasText: TITLE }).waitFor();
    await settled(page);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cases\/[0-9a-f]{24}/);
    await page.locator('.act-card').waitFor();
    const tab = page.getByRole('tab', { selected: true });
    const first = await tab.innerText();
    await keyOn(page, tab, 'ArrowRight');
    assert.ok(await hasFocus(tab));
    assert.notEqual(await tab.innerText(), first);
    await page.keyboard.press('ArrowLeft');
    await settled(page);
    await act(page, '开始调查');
    await page.locator('.state-tag', { hasText: '调查中' }).first().waitFor();
    await close();
  });

  it('a company files a month in the grid, approves it and sends it to the bank', async () => {
    const api = new ApiClient(product.url());
    await api.signIn(LABOUR.login, LABOUR.password);
    const since = firstDayOf(MONTH);
    const team = await api.create<TeamView>(`/projects/${PROJECT}/teams`, {
      ...{ employerId: DEMO_COMPANY_ID, name: '键盘班', enteredOn: since },
    });
    assert.equal(team.status, 201, JSON.stringify(team.body));
    const man = await api.create<EnrolmentView>('/enrolments', {
      ...{ projectId: PROJECT, teamId: team.body.id, name: NAME, citizenId: nobodysCitizenId(900_611) },
      ...{ phone: '13912340611', workType: '020', workRole: 'BUILDER', isTeamLeader: false },
      ...{ payKind: 'TIME_RATE', dayRateFen: 30_000, safetyTrainedOn: since },
      ...{ bankCard: '6222021234567890128', bankName: '演示银行' },
      contract: { kind: 'labourContract', signedOn: since, from: since },
    });
    assert.equal(man.status, 201, JSON.stringify(man.body));
    const headers = { 'if-match': `"v${man.body.version}"` };
    await api.send('POST', `/enrolments/${man.body.id}/enter`, { on: since }, headers);

    const { page, close } = await screenOf(LABOUR);
    await page.goto(`${product.url()}/payroll/new?way=attendance`);
    await page.getByLabel('项目').waitFor();
    await chooseWithArrows(page, page.getByLabel('项目'), PROJECT);
    await page.waitForURL(new RegExp(PROJECT));
    await chooseWithArrows(page, page.getByLabel('班组'), team.body.id);
    const cell = (key: string): Locator => page.locator(`[data-cell="0-${key}"]`);
    await typeInto(page, cell('daysHundredths'), '20');
    await typeInto(page, cell('grossFen'), '6000');
    await typeInto(page, cell('netFen'), '6000');
    await keyOn(page, page.getByLabel(`${NAME} 本人签字`), ' ');
    await page.locator('.file button:not([disabled])').waitFor();
    await keyOn(page, page.locator('.file button'));
    await page.waitForURL(/\/payroll\/sheets\/[0-9a-f]{24}$/);
    sheet = page.url();
    await act(page, '审核通过');
    await act(page, '生成代发文件送银行');
    await page.locator('tbody tr', { hasText: NAME }).getByText('已送出').waitFor();
    await close();
  });

  it('a bank takes the pay file and sends what became of it', async () => {
    const { page, close } = await screenOf('bank');
    await page.goto(`${product.url()}/funds/pay-files`);
    await page.locator('tbody tr').first().waitFor();
    await keyOn(page, page.locator('tbody tr').first().getByRole('link').first());
    const fetched = page.waitForEvent('download');
    await keyOn(page, button(page, '领取（Excel）'));
    await (await fetched).path();
    await keyOn(page, page.locator('tbody tr', { hasText: NAME }).getByRole('checkbox'), ' ');
    await tabTo(page, button(page, '登记到账（1）'), 10, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const drawer = page.locator('.form-drawer');
    await drawer.waitFor();
    await settled(page);
    await assertKeepsFocus(page, page.getByRole('dialog'));
    await keyOn(page, drawer.locator('button[type=submit]'));
    await page.locator('tbody tr', { hasText: NAME }).getByText('到账').waitFor();
    await close();
    const office = await screenOf(LABOUR);
    await office.page.goto(sheet);
    await office.page.getByText('全部到账', { exact: true }).first().waitFor();
    await office.close();
  });

  it('the head approves what an inspector has asked for', async () => {
    const { page, close } = await screenOf('bureauHead');
    await page.goto(`${product.url()}/cases?pending=true`);
    const row = page.locator('tbody tr', { hasText: '采剥队' });
    await row.waitFor();
    await keyOn(page, page.getByRole('link', { name: '跳到正文' }));
    await keyOn(page, row.getByRole('link').first());
    await act(page, '批准延期');
    await page.locator('.act-card').getByText('批准延期').waitFor({ state: 'detached' });
    await close();
  });

  it('signing in and out, and the menu of a narrow screen', async () => {
    const { page, close } = await browser.open('phone');
    await page.goto(`${product.url()}/sign-in`);
    const { login, password } = demoAccount('auditor');
    await typeInto(page, page.locator('input[name=username]'), login);
    await typeInto(page, page.locator('input[name=password]'), password);
    await page.keyboard.press('Enter');
    await page.waitForURL(`${product.url()}/`);
    await page.locator('h1').waitFor();
    const opener = button(page, '打开导航');
    await keyOn(page, opener);
    const link = page.locator('.side-nav').getByRole('link', { name: '事件链' });
    await link.waitFor();
    await settled(page);
    await tabTo(page, link, 20);
    await page.keyboard.press('Escape');
    await page.locator('.side-nav').waitFor({ state: 'hidden' });
    assert.ok(await hasFocus(opener), 'closed, it gives the focus back');
    await keyOn(page, page.locator('.person'));
    await page.getByRole('menuitem', { name: '退出登录' }).waitFor();
    await settled(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/sign-in');
    await close();
  });
});
