import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { CompanyView } from '../../server/core/contract/companies.ts';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, settled } from './short-cuts.ts';

const field = (page: Page, path: string) => page.locator(`.form-drawer [data-path="${path}"]`);
const input = (page: Page, path: string) => field(page, path).locator('input, textarea').first();
const save = (page: Page) => page.locator('.form-drawer button[type=submit]').click();

describe('browser: the registry', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  async function openCompanies(page: Page): Promise<void> {
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/companies`);
    await page.getByRole('button', { name: '登记企业' }).waitFor();
  }
  async function addCompany(page: Page, name: string): Promise<void> {
    await page.getByRole('button', { name: '登记企业' }).click();
    await input(page, 'name').fill(name);
    await save(page);
    await page.locator('tbody tr', { hasText: name }).waitFor();
  }

  it('a credit code is checked while it is typed; the company is on record once and found by its initials', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await openCompanies(page);
    await page.getByRole('button', { name: '登记企业' }).click();
    await input(page, 'name').fill('砚山县桂花劳务有限公司');
    await input(page, 'creditCode').fill('91110000600037341M');
    await field(page, 'creditCode').getByText('校验位不对').waitFor();
    await save(page);
    await field(page, 'creditCode').locator('.error').waitFor();
    await assertSound(screen, 'company-wrong');
    await input(page, 'creditCode').fill('91110000600037341L');
    await field(page, 'creditCode').getByText('号码校验无误').waitFor();
    await save(page);
    await page.getByText('已保存').waitFor();
    await page.locator('.filters input').first().fill('ghlw');
    await page.waitForURL('**q=ghlw');
    await page.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    assert.deepEqual(await page.locator('tbody td:first-child').allInnerTexts(), ['砚山县桂花劳务有限公司']);
    await page.getByRole('button', { name: '登记企业' }).click();
    await input(page, 'name').fill('桂花劳务');
    await input(page, 'creditCode').fill('91110000600037341L');
    await save(page);
    await page.getByRole('link', { name: '打开已有的记录：砚山县桂花劳务有限公司' }).waitFor();
    await screen.close();
  });

  it('a project is registered by keyboard, its contractor chosen from the registry, and its board sheet printed', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await openCompanies(page);
    await addCompany(page, '西畴县石漠建筑有限公司');
    await page.goto(`${product.url()}/projects`);
    await page.getByRole('button', { name: '登记项目' }).press('Enter');
    await input(page, 'name').fill('西洒河桥改造工程');
    await input(page, 'site').fill('西洒河老桥东头');
    await page.getByRole('button', { name: '增加一方' }).press('Enter');
    await field(page, 'parties').locator('input').focus();
    await page.keyboard.type('smjz');
    await field(page, 'parties').getByRole('option', { name: '西畴县石漠建筑有限公司' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await input(page, 'site').press('Enter');
    await page.getByRole('link', { name: '西洒河桥改造工程' }).click();
    await page.getByRole('link', { name: '西畴县石漠建筑有限公司' }).waitFor();
    await assertSound(screen, 'project');
    await page.getByRole('button', { name: '工地二维码' }).click();
    const sheet = page.locator('.sheet');
    await sheet.waitFor();
    await settled(page);
    assert.match(await sheet.innerText(), /\/c\/\d{10}\s+项目编号 \d{10}/);
    const drawn = await sheet
      .locator('img')
      .evaluate((img) => (img as { naturalWidth?: number }).naturalWidth);
    assert.ok((drawn ?? 0) > 0, 'the QR is drawn');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.side-nav').isVisible(), false);
    assert.equal(await sheet.isVisible(), true);
    await page.emulateMedia({ media: 'screen' });
    await assertSound(screen, 'project-qr');
    await screen.close();
  });

  it('of two records of one company the duplicate gives way, side by side and for a reason, and says where to go on', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await openCompanies(page);
    await addCompany(page, '马关县八寨班组');
    await addCompany(page, '马关八寨劳务班组');
    await page.getByRole('link', { name: '马关八寨劳务班组' }).click();
    await page.getByRole('button', { name: '合并重复' }).click();
    await input(page, 'intoId').fill('马关县八寨');
    await field(page, 'intoId').getByRole('option').first().click();
    await page.locator('tr.differs', { hasText: '马关八寨劳务班组' }).waitFor();
    await assertSound(screen, 'company-merge');
    await input(page, 'reason').fill('同一个班组登记了两次');
    await save(page);
    await page.getByRole('link', { name: '打开保留的记录' }).click();
    await page.getByText('合并前的名称：马关八寨劳务班组').waitFor();
    const found = await page.request.get(`${product.url()}/api/companies?q=${encodeURIComponent('八寨')}`);
    const { items } = (await found.json()) as ListPage<CompanyView>; // the contract's promise
    assert.deepEqual(
      items.map(({ name }) => name),
      ['马关县八寨班组'],
    );
    await screen.close();
  });

  it('a number is kept sealed: masked on the page, in full once for a written reason', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/workers`);
    await page.getByRole('button', { name: '登记人员' }).click();
    await input(page, 'name').fill('龙阿妹');
    await input(page, 'phone').fill('13987650001');
    await input(page, 'bankCard').fill('6222021234567890123');
    await field(page, 'bankCard').getByText('可以保存').waitFor();
    await save(page);
    await page.getByRole('link', { name: '龙阿妹' }).click();
    await page.getByRole('heading', { level: 1, name: '龙阿妹' }).waitFor();
    await page.getByText('139****0001').waitFor();
    assert.equal(await page.getByText('13987650001').count(), 0);
    await assertSound(screen, 'worker-phone');
    await page.getByRole('button', { name: '看完整的手机号' }).click();
    await page.getByRole('dialog').locator('textarea').fill('联系本人核对欠薪月份');
    await page.getByRole('dialog').getByRole('button', { name: '查看' }).click();
    await page.locator('.secrets code', { hasText: '13987650001' }).waitFor();
    await page.getByRole('button', { name: '我已记下' }).click();
    await page.locator('.secrets').waitFor({ state: 'hidden' });
    assert.equal(await page.getByText('13987650001').count(), 0);
    await screen.close();
  });

  it('an inspection of a company not on record and an outreach day are recorded and corrected', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/inspections`);
    await page.getByRole('button', { name: '登记检查' }).click();
    await input(page, 'on').fill('2099-01-01');
    await input(page, 'companyName').fill('路边砂石场');
    await input(page, 'findings').fill('没有花名册');
    await save(page);
    await field(page, 'on').getByText('日期不能晚于今天').waitFor();
    await input(page, 'on').fill('2026-03-02');
    await field(page, 'result').locator('select').selectOption('TO_RECTIFY');
    await save(page);
    const row = page.locator('tbody tr', { hasText: '路边砂石场' });
    await row.getByText('责令整改').waitFor();
    await assertSound(screen, 'inspections');
    await page.goto(`${product.url()}/outreach`);
    await page.getByRole('button', { name: '登记宣传活动' }).click();
    await input(page, 'what').fill('在路口摆摊宣讲');
    await input(page, 'leaflets').fill('一百');
    await save(page);
    await field(page, 'leaflets').getByText('请填写整数').waitFor();
    await input(page, 'leaflets').fill('100');
    await save(page);
    await page.getByRole('button', { name: /^修改 · .*在路口摆摊宣讲$/ }).click();
    await input(page, 'leaflets').fill('120');
    await save(page);
    await page.locator('tbody tr', { hasText: '在路口摆摊宣讲' }).getByText('120', { exact: true }).waitFor();
    await assertSound(screen, 'outreach');
    await screen.close();
  });
});
