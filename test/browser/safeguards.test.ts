import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { DEMO_COMPANIES } from '../../seeds/registry/demo-registry.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const NAME = '浏览器登记的安置房';
const [own, labour] = DEMO_COMPANIES;

const input = (page: Page, path: string) =>
  page.locator(`.form-drawer [data-path="${path}"]`).locator('input, select').first();
async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [path, value] of Object.entries(values)) await input(page, path).fill(value);
}
async function save(page: Page): Promise<void> {
  await page.locator('.form-drawer button[type=submit]').click();
  await page.locator('.form-drawer').waitFor({ state: 'detached' });
}

describe('browser: what a project needs', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a contractor registers its site with a partner, its contract and account, and reads what is missing', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'contractor');
    await page.goto(`${product.url()}/projects`);
    await page.getByRole('button', { name: '登记项目' }).click();
    await page.locator('.party').waitFor();
    assert.equal(await input(page, 'parties.0.companyId').inputValue(), own?.name);
    await fill(page, { name: NAME, site: '开化街道学府路口' });
    await page.getByRole('button', { name: '增加一方' }).click();
    await input(page, 'parties.1.role').selectOption('labourSubcontractor');
    await input(page, 'parties.1.companyId').fill(labour?.name ?? '');
    await page.locator('[role=option]', { hasText: labour?.name ?? '' }).click();
    await save(page);
    await page.getByRole('link', { name: NAME }).click();

    await page.getByText('未登记施工合同，无法确定开户期限').waitFor();
    await page.locator('[data-part=contract]').click();
    await fill(page, {
      signedOn: '2026-01-16',
      amountFen: '20,000,000',
      plannedFrom: '2026-02-01',
      plannedUntil: '2027-01-31',
      labourCostBasisPoints: '20',
      labourCostDay: '10',
      payDay: '15',
    });
    await input(page, 'payDayIn').selectOption('next');
    await save(page);
    // 30 days end in Spring Festival: the first day worked after it.
    await page.locator('.checklist li', { hasText: '专用账户' }).getByText('期限 2026-02-24').waitFor();

    await page.locator('[data-part=account]').click();
    const accountName = `${own?.name ?? ''}${NAME}农民工工资专用账户`;
    assert.equal(await input(page, 'accountName').inputValue(), accountName);
    await fill(page, {
      accountName: '某公司账户',
      number: '6214830000000123',
      bankName: '演示银行',
      branchName: '文山支行',
      branchCode: 'WS001',
      openedOn: '2026-02-20',
    });
    await page.locator('.form-drawer button[type=submit]').click();
    await page.locator('.form-drawer [data-path=accountName] .error').getByText(accountName).waitFor();
    await input(page, 'accountName').fill(accountName);
    await save(page);
    await page.getByText('************0123').waitFor();
    await page.locator('.missing li', { hasText: '项目部' }).waitFor();
    assert.equal(await page.getByRole('link', { name: '打印告示牌' }).count(), 0, 'never printed blank');
    await assertSound(screen, 'safeguards');

    await page.goto(`${product.url()}/`);
    await page.locator('.lines li', { hasText: NAME }).getByText('项已超期').waitFor();
    await screen.close();
  });

  it('a board somebody made up is told from a genuine one on the phone', async () => {
    const screen = await browser.open('phone');
    await screen.page.goto(`${product.url()}/b/5326010016?s=forged`);
    await screen.page.getByRole('heading', { name: '查不到这块告示牌' }).waitFor();
    await assertSound(screen, 'board-forged');
    await screen.close();
  });
});
