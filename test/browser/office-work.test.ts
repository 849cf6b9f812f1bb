import assert from 'node:assert/strict';
import type { CaseRow } from '../../server/core/contract/cases.ts';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

describe('browser: the office works together', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('on a phone an inspector sees who is away and whose work is on his own list', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/absences`);
    await page.getByText('李明清 代办').waitFor();
    await assertSound(screen, 'absences-phone');
    await page.goto(`${product.url()}/cases?mine=true&q=${encodeURIComponent('绿化工程队')}`);
    await page.getByText('代 龙小军').waitFor();
    await screen.close();
  });

  it('the head opens the cases behind a number, and lets an inspector stay away from one', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    const url = product.url();
    await enterAs(page, url, 'bureauHead');
    await page.goto(`${url}/case-load`);
    const row = page.locator('.figures-table tbody tr', { hasText: '李明清 代办' });
    await row.waitFor();
    await assertSound(screen, 'case-load-desk');
    const link = row.locator('a.figure').first();
    const count = Number(await link.innerText());
    await link.click();
    await page.getByText('绿化工程队拖欠工资').first().waitFor();
    const query = new URL(page.url()).searchParams;
    const answer = await page.request.get(`${url}/api/cases?${query}`);
    const listed = (await answer.json()) as ListPage<CaseRow>; // the contract's promise
    assert.equal(listed.total, count);

    const waits = listed.items.find(({ pending }) => pending === 'recusal');
    await page.goto(`${url}/cases/${waits?.id ?? ''}`);
    await page.locator('.recusals', { hasText: '等领导决定' }).waitFor();
    await assertSound(screen, 'recusal-desk');
    await page.locator('.act-card').getByRole('button', { name: '批准回避', exact: true }).click();
    await page.locator('form.act select').selectOption({ index: 1 });
    await page.locator('form.act button[type=submit]').click();
    await page.locator('.recusals', { hasText: '已批准回避' }).waitFor();
    await page.locator('.in-charge', { hasNotText: '普建华' }).waitFor();
    await screen.close();
  });
});
