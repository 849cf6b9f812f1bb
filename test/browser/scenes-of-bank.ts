import type { Page } from 'playwright-core';
import { TRANSACTION_COLUMNS } from '../../server/features/funds/transactions-sheet.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { writeTemplate } from '../../server/platform/workbooks/index.ts';
import { open, type Scene } from './scene.ts';

const SITE = { id: '5326010000000000000000d2', code: '5326010024' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function openPayFile(page: Page, url: string): Promise<void> {
  await open('bank', '/funds/pay-files', 'tbody tr')(page, url);
  await page.locator('tbody tr', { hasText: '已领取' }).first().getByRole('link').click();
  await page.locator('.answers').waitFor();
}

/** One row that is right, one without the other side, one that would leave for somebody else. */
async function sendMovements(page: Page, url: string): Promise<void> {
  await open('bank', `/funds/accounts/${SITE.id}`, '.workbook-drop')(page, url);
  const first = {
    ...{ bankRef: '20261120-000731', on: systemClock.today(), direction: 'in', kind: 'labourCost' },
    ...{ amountFen: 300_000_00, counterparty: '文山演示置业有限公司', payReference: null },
  };
  const rows = [
    first,
    { ...first, bankRef: '20261120-000732', kind: 'interest', amountFen: 1_234, counterparty: null },
    { ...first, bankRef: '20261120-000733', direction: 'out', kind: 'other', counterparty: '演示建材商行' },
  ];
  const buffer = Buffer.from(await writeTemplate(TRANSACTION_COLUMNS, rows, { title: '账户流水' }));
  await page.locator('.workbook-drop input').setInputFiles({ name: '流水.xlsx', mimeType: XLSX, buffer });
  await page.locator('.problem-rows tbody tr').first().waitFor();
  await page.locator('.sheet-check-panel').evaluate((panel) => panel.scrollIntoView({ block: 'end' }));
}

async function letIn(page: Page, url: string): Promise<void> {
  await open('admin', '/settings/machine-clients', 'h1')(page, url);
  await page.getByRole('button', { name: '开通客户端' }).first().click();
  await page.locator('.form-drawer [data-path=name] input').fill('3 号门考勤机');
  await page.locator('.form-drawer').getByText('考勤打卡').click();
  await page.locator('.form-drawer [data-path=projectCode] input').fill(SITE.code);
  await page.locator('.form-drawer .finding.good').waitFor();
}

/** What a bank does with pay files and accounts, and how its program is let in. */
export const SCENES_OF_BANK: Record<string, Scene> = {
  'bank-pay-file': { play: openPayFile },
  'bank-account': { play: open('bank', `/funds/accounts/${SITE.id}`, 'tbody tr') },
  'bank-problems': { play: sendMovements },
  'admin-machine-client': { play: letIn },
};
