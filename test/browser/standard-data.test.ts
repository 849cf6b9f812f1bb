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
  const send = (page: Page): Promise<void> => page.getByRole('button', { name: '检查并导入' }).click();

  it('a file that is none is refused before it is sent, a faulty one by its places, and what is known makes nothing new', async () => {
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
    await send(page);
    await page.getByText('没有导入任何内容').waitFor();
    const fault = page.locator('tbody tr').filter({ hasText: '人员 第 1 条' });
    assert.ok((await fault.count()) > 0, await page.locator('tbody').innerText());
    await assertSound(screen, 'standard-data-faults');

    await choose(page, '原样.json', JSON.stringify(bundle));
    await send(page);
    await page.getByText('文件里的内容本系统都已经有了，没有新增').waitFor();
    const workers = page.locator('tbody tr').filter({ hasText: '人员' });
    assert.deepEqual(
      (await workers.locator('td').allInnerTexts()).map(Number),
      [0, bundle.workers.length],
      'everybody was known',
    );
    await assertSound(screen, 'standard-data-known');
    await page.getByRole('link', { name: '查看项目' }).click();
    await page.waitForURL(new RegExp(`/projects/${SITE}$`, 'u'));
    await screen.close();
  });
});
