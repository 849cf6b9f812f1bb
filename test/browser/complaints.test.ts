import assert from 'node:assert/strict';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

/** A lead as a clerk copies it from a work order; each has its own person. */
const lead = (name: string, more: object): object => ({
  channel: 'WALK_IN',
  intakeKind: 'COMPLAINT',
  receivedOn: '2026-11-16',
  name,
  employerName: '文山宏远建筑劳务有限公司',
  projectName: '滨河路安置房二期',
  areaCode: '532601',
  headcount: 1,
  payMonths: ['2026-08', '2026-09'],
  owedFen: 1_250_000,
  story: '说好月底结账，一直没有结。',
  fileIds: [],
  ...more,
});

describe('browser: the queue of complaints and the counter', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();
  let clerk: ApiClient | undefined;

  async function register(name: string, more: object = {}): Promise<ComplaintRegistered> {
    if (clerk === undefined) {
      clerk = new ApiClient(product.url());
      const { login, password } = demoAccount('clerk');
      await clerk.signIn(login, password);
    }
    const made = await clerk.create<ComplaintRegistered>('/complaints', lead(name, more));
    assert.equal(made.status, 201, JSON.stringify(made.body));
    return made.body;
  }

  it('a new complaint appears without a reload, and waits while somebody is reading the rows', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'clerk');
    await register('温在场');
    await page.goto(`${product.url()}/complaints?sort=-receivedAt`);
    const rows = page.locator('tbody tr');
    await rows.filter({ hasText: '温在场' }).waitFor();
    await register('齐新来');
    await rows.filter({ hasText: '齐新来' }).getByText('刚到').waitFor();
    await assertSound(screen, 'complaints-desk');
    await rows.filter({ hasText: '温在场' }).hover();
    const waiting = await register('伍稍候');
    const note = page.getByRole('button', { name: '有 1 条新的' });
    await note.waitFor();
    assert.equal(await rows.filter({ hasText: '伍稍候' }).count(), 0);
    await note.click();
    await rows.filter({ hasText: '伍稍候' }).waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('j');
    assert.match(await page.locator('tbody tr[aria-current]').innerText(), new RegExp(waiting.receiptNumber));
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/complaints/${waiting.id}`));
    await page.getByRole('heading', { level: 1, name: '伍稍候' }).waitFor();
    await assertSound(screen, 'complaint-desk');
    await screen.close();
  });

  it('filters stand in the address, so a link and a reload show the same rows', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'clerk');
    const { receiptNumber } = await register('麦集体', { headcount: 7, owedFen: 98_765_432 });
    await page.goto(`${product.url()}/complaints`);
    await page.getByRole('button', { name: '更多筛选' }).click();
    await page.getByLabel('集体投诉').selectOption('true');
    await page.getByLabel('金额不少于（元）').fill('900,000');
    await page.getByLabel('金额不少于（元）').press('Enter');
    await page.waitForURL(/owedFrom=90000000/);
    await page.reload();
    const shown = page.locator('tbody tr');
    await shown.filter({ hasText: receiptNumber }).waitFor();
    for (const row of await shown.allInnerTexts()) assert.doesNotMatch(row, /温在场|齐新来/);
    assert.equal(await page.getByLabel('金额不少于（元）').inputValue(), '900,000');
    await assertSound(screen, 'complaints-phone');
    await screen.close();
  });

  it('a walk-in is registered with a list pasted from a workbook; an error keeps what was typed', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'clerk');
    await page.goto(`${product.url()}/complaints/new`);
    await page.locator('[data-path=name] input').fill('岳代表');
    await page.locator('[data-path=phone] input').fill('1390001');
    await page.locator('[data-path=citizenId] input').fill('532601199001011230');
    await page.getByText('校验', { exact: false }).first().waitFor();
    await page.locator('[data-path=employerName] input').fill('查无此包工队');
    await page.getByLabel('从哪个月').fill('2026-08');
    await page.getByLabel('到哪个月').fill('2026-09');
    await page.getByLabel('到哪个月').blur();
    await page.locator('[data-path=story] textarea').fill('两个月没有发钱。');
    await page.getByRole('button', { name: '从表格粘贴' }).click();
    await page
      .locator('.paste textarea')
      .fill('姓名\t8月\t9月\t手机\n岳代表\t5000\t4000\t13900010001\n高同伴\t3000.50\t\t13900010002');
    await page.getByRole('button', { name: '读入' }).click();
    await page.getByText('读入 2 人').waitFor();
    assert.equal(await page.locator('[data-path=owedFen] input').inputValue(), '12,000.50');
    await page.getByRole('button', { name: '登记并出回执' }).click();
    await page.locator('.form-errors li', { hasText: '手机号' }).waitFor();
    assert.equal(await page.locator('[data-path=employerName] input').inputValue(), '查无此包工队');
    await assertSound(screen, 'complaint-new-desk');
    await page.locator('[data-path=phone] input').fill('13900010001');
    await page.locator('[data-path=citizenId] input').fill('');
    await page.getByRole('button', { name: '登记并出回执' }).click();
    await page.getByText('已登记，回执编号').waitFor();
    await page.getByRole('button', { name: '打开这件' }).click();
    await page.getByRole('heading', { level: 1, name: '岳代表等 2 人' }).waitFor();
    await page.getByRole('tab', { name: '人员与金额' }).click();
    await page
      .getByRole('row', { name: /高同伴.*¥3,000\.50/ })
      .first()
      .waitFor(); // in the group and on its list
    await screen.close();
  });

  it('who reported is not shown to an inspector who does not handle the report', async () => {
    const { id } = await register('甘保密', { intakeKind: 'REPORT', channel: 'HOTLINE_12333' });
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/complaints/${id}`);
    await page.getByRole('heading', { level: 1, name: '身份保密' }).waitFor();
    await assertSound(screen, 'report-hidden-phone');
    assert.ok(!(await page.content()).includes('甘保密'));
    await page.goto(`${product.url()}/complaints?intakeKind=REPORT`);
    await page.locator('tbody tr', { hasText: '身份保密' }).first().waitFor();
    assert.ok(!(await page.content()).includes('甘保密'));
    await screen.close();
  });
});
