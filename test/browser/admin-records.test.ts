import assert from 'node:assert/strict';
import { axeFindings, useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { settled, signIn } from './short-cuts.ts';

describe('browser: areas and the calendar', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a grid is opened in a town with the next number, corrected, and closed with a reason', async () => {
    const { page, complaints, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('admin'));
    await page.goto(`${product.url()}/settings/areas?at=532601001`);
    await page.click('button:has-text("新增网格")');
    await page.fill('[data-path=name] input', '东山一网格');
    await page.fill('[data-path=nameEn] input', 'Dongshan grid 1');
    await page.fill('[data-path=source] input', '演示：街道划分方案');
    await page.click('.el-drawer button[type=submit]');
    const row = page.locator('.areas li:has-text("东山一网格")');
    await row.waitFor();
    assert.match(await row.innerText(), /5326010019\d\d/);

    await row.locator('button:has-text("修改")').click();
    await page.waitForSelector('.form-drawer');
    await page.fill('.form-drawer [data-path=name] input', '东山一号网格');
    await page.click('.form-drawer button[type=submit]');
    const corrected = page.locator('.areas li:has-text("东山一号网格")');
    await corrected.waitFor();

    await corrected.locator('button:has-text("停用")').click();
    await page.waitForSelector('.el-dialog textarea');
    await settled(page);
    assert.match(await page.innerText('.el-dialog'), /不能再用于新的记录/);
    assert.deepEqual(await axeFindings(page), []);
    await page.fill('.el-dialog textarea', '并入东山二号网格');
    await page.click('.el-dialog button[type=submit]');
    await page.waitForSelector('.toast.good:has-text("已保存")');
    assert.deepEqual(complaints, []);
    await close();
  });

  it('a local holiday is entered with its ground and taken back', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('admin'));
    await page.goto(`${product.url()}/settings/calendar?year=2026`);
    await page.click('button:has-text("新增地方放假日")');
    await page.fill('.form-drawer [data-path=day] input', '2026-04-01');
    await page.fill('.form-drawer [data-path=name] input', '州庆');
    await page.fill('.form-drawer [data-path=source] input', '演示：州人民政府公告');
    await page.click('.form-drawer button[type=submit]');
    await page.waitForSelector('.holidays li:has-text("州庆")');
    await page.waitForSelector('.month >> nth=3 >> td.local:has-text("1")');
    page.once('dialog', (dialog) => void dialog.accept());
    await page.click('.holidays button:has-text("撤销")');
    await page.waitForSelector('.holidays li', { state: 'detached' });
    await close();
  });
});
