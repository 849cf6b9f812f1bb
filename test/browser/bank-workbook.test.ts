import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { TRANSACTION_COLUMNS } from '../../server/features/funds/transactions-sheet.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { writeTemplate } from '../../server/platform/workbooks/index.ts';
import type { SheetRow } from '../../server/platform/workbooks/index.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

type Cells = SheetRow['cells'];
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PROJECT = '5326010000000000000000d3';
const TODAY = systemClock.today();
/** Of this run alone: a bank's number names one movement for good. */
const RUN = randomUUID().slice(0, 8);
const PAYER = `文山演示开发有限公司${RUN}`;
const SHOP = `文山演示建材商行${RUN}`;

const inflow: Cells = {
  ...{ bankRef: `IN-${RUN}`, on: TODAY, direction: 'in', kind: 'labourCost', amountFen: 12_345_67 },
  ...{ counterparty: PAYER, payReference: null },
};
const toShop: Cells = {
  ...inflow,
  bankRef: `OUT-${RUN}`,
  direction: 'out',
  kind: 'other',
  counterparty: SHOP,
};
const WRONG: Cells[] = [inflow, { ...inflow }, { ...toShop, counterparty: null }, toShop];

async function upload(page: Page, rows: readonly Cells[]): Promise<void> {
  const buffer = Buffer.from(await writeTemplate(TRANSACTION_COLUMNS, rows, { title: '账户流水' }));
  await page.locator('.workbook-drop input').setInputFiles({ name: '流水.xlsx', mimeType: XLSX, buffer });
}

async function download(page: Page, button: string): Promise<string> {
  const fetched = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await fetched).path();
}

/** What the marked workbook says beside each of its rows, the heading left out. */
async function problemsIn(file: string): Promise<string[]> {
  const [heading = [], ...rows] = (await readXlsx(await readFile(file))).sheets[0]?.rows ?? [];
  const at = heading.findIndex((cell) => String(cell ?? '').startsWith('问题'));
  assert.ok(at >= 0);
  return rows.map((row) => String(row[at] ?? ''));
}

/** Row, column and level of each problem, as they stand on the page. */
async function problemsOn(page: Page): Promise<string[][]> {
  const rows = page.locator('.problem-rows tbody tr');
  await rows.first().waitFor();
  const cells = await rows.locator('td').allTextContents();
  const columns = 4;
  return Array.from({ length: cells.length / columns }, (_, at) =>
    cells.slice(at * columns, at * columns + 3).map((cell) => cell.trim()),
  );
}

describe('browser: a bank posts the movements of an account by workbook', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('what is wrong is named by row and column and marked in the workbook; confirmed, the movements are on the account', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'bank');
    await page.goto(`${product.url()}/funds/accounts/${PROJECT}`);
    const template = await download(page, '下载模板');
    await page.locator('.workbook-drop input').setInputFiles(template);
    await page.getByText('表头下面没有数据').waitFor();
    await page.getByRole('button', { name: '换一个文件' }).click();

    await upload(page, WRONG);
    await page.getByText('共 4 行：2 处必须改正，1 处提醒。').waitFor();
    assert.deepEqual(await problemsOn(page), [
      ['3', '银行流水号', '必须改正'],
      ['4', '对方户名', '必须改正'],
    ]);
    assert.equal(await page.getByRole('button', { name: '确认登记' }).count(), 0);
    await assertSound(screen, 'bank-transactions-problems');
    const said = await problemsIn(await download(page, '下载标好问题的工作簿'));
    assert.deepEqual(
      said.map((text, at) =>
        text === '' ? '' : `${at + 2}: ${text.includes('流水号重复') ? '重复' : '有'}`,
      ),
      ['', '3: 重复', '4: 有', '5: 有'],
    );

    await page.getByRole('button', { name: '换一个文件' }).click();
    await upload(page, [inflow, toShop]);
    await page.getByText('共 2 行，没有必须改正的；有 1 处提醒').waitFor();
    assert.deepEqual(await problemsOn(page), [['3', '用途', '提醒']]);
    await page.getByRole('button', { name: '确认登记' }).click();
    await page.locator('tbody tr', { hasText: PAYER }).getByText('12,345.67').waitFor();
    assert.equal(await page.locator('tbody tr', { hasText: SHOP }).count(), 0);
    await page.goto(`${product.url()}/funds/refused`);
    await page.locator('tbody tr', { hasText: SHOP }).getByText('用途不是发工资').waitFor();
    await screen.close();
  });
});
