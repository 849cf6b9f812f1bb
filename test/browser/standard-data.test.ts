import assert from 'node:assert/strict';
import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import type { StandardBundle } from '../../server/core/contract/standard-data.ts';
import { payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

/** The smallest site of the demo. */
const SITE = '5326010000000000000000d8';
const MONTH = previousPayMonth(payMonthOf(systemClock.today()));

describe('browser: a project of the national data standard is taken in', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  const choose = (page: Page, name: string, text: string): Promise<void> =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
  const check = (page: Page): Promise<void> =>
    page.getByRole('button', { name: '检查', exact: true }).click();
  /** Of one kind: what is new, and what is on record before. */
  const counted = async (page: Page, kind: string): Promise<number[]> => {
    const row = page.locator('tbody tr').filter({ hasText: kind });
    return (await row.locator('td').allInnerTexts()).map(Number);
  };

  it('a file that is none is refused, a faulty one by its places; what is new is shown first and stored when it is confirmed', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    const query = new URLSearchParams({ month: MONTH, reason: '移交前核对' }).toString();
    const handed = await page.request.get(`${product.url()}/api/exchange/projects/${SITE}?${query}`);
    assert.equal(handed.status(), 200, await handed.text());
    const bundle = (await handed.json()) as StandardBundle; // the contract's promise

    await page.goto(`${product.url()}/projects/import`);
    await choose(page, '半份.json', JSON.stringify(bundle).slice(0, 100));
    await page.getByText('半份.json 不能导入').waitFor();
    await choose(page, '别的.json', '{"rows":[]}');
    await page.getByText('别的.json 不能导入').waitFor();

    const [first, ...others] = bundle.workers;
    assert.ok(first, 'the site has people');
    const faulty = { ...bundle, workers: [{ ...first, entryTime: '2026-02-30' }, ...others] };
    await choose(page, '有错.json', JSON.stringify(faulty));
    await check(page);
    await page.getByText('没有导入任何内容').waitFor();
    const fault = page.locator('tbody tr').filter({ hasText: '人员 第 1 条' });
    assert.ok((await fault.count()) > 0, await page.locator('tbody').innerText());
    await assertSound(screen, 'standard-data-faults');

    await choose(page, '原样.json', JSON.stringify(bundle));
    await check(page);
    await page.getByText('没有要新增的').waitFor();
    assert.deepEqual(await counted(page, '人员'), [0, bundle.workers.length], 'everybody was known');
    assert.equal(await page.getByRole('button', { name: '确认导入' }).count(), 0);

    const [team] = bundle.teams;
    assert.ok(team, 'the site has a team');
    const more = { ...team, teamSysNo: 'T-NEW', teamName: '外平台来的班组' };
    await choose(page, '多一个班组.json', JSON.stringify({ ...bundle, teams: [...bundle.teams, more] }));
    await check(page);
    await page.getByText('检查通过，没有发现问题').waitFor();
    assert.deepEqual(await counted(page, '班组'), [1, bundle.teams.length]);
    await assertSound(screen, 'standard-data-checked');
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByText(/已导入，项目编号/u).waitFor();
    assert.deepEqual(await counted(page, '班组'), [1, bundle.teams.length], 'the check had stored nothing');
    await assertSound(screen, 'standard-data-taken');
    await page.getByRole('link', { name: '查看项目' }).click();
    await page.waitForURL(new RegExp(`/projects/${SITE}$`, 'u'));
    await screen.close();
  });
});
