import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import type { PeriodReport } from '../../server/core/contract/reports.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, settled } from './short-cuts.ts';

const DAYS = 'from=2021-05-01&to=2021-06-30';

describe('browser: the period report', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  /** Two complaints, an inspection and an outreach day of a spring nobody else writes about. */
  before(async () => {
    const { login, password } = demoAccount('inspector');
    const api = new ApiClient(product.url());
    await api.signIn(login, password);
    const at = { areaCode: '532601', on: '2021-05-20' };
    const made = [
      await api.create('/outreach', {
        ...at,
        what: '赶街天宣讲',
        leaflets: 150,
        vehicles: 1,
        people: 4,
        slogans: 2,
        consultations: 30,
      }),
      await api.create('/inspections', {
        ...at,
        kind: 'ROUTINE',
        companyName: '稻香餐饮店',
        inspectors: '何、李',
        findings: '台账齐全',
        result: 'CLEAN',
      }),
      ...(await Promise.all(
        [
          { channel: 'HOTLINE_12345', externalNumber: 'R1', receivedOn: '2021-05-10' },
          { channel: 'WALK_IN', receivedOn: '2021-06-11' },
        ].map((lead) =>
          api.create('/complaints', {
            ...lead,
            intakeKind: 'COMPLAINT',
            name: '农布',
            employerName: '稻香餐饮店',
            areaCode: '532601',
            headcount: 1,
            payMonths: ['2021-04'],
            owedFen: 300_000,
            story: '四月份的工资没有发。',
            fileIds: [],
          }),
        ),
      )),
    ];
    for (const { status, body } of made) assert.equal(status, 201, JSON.stringify(body));
  });

  it('each figure says what it counts and opens the records it counts; charts stand before their tables', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/reports?${DAYS}`);
    await page.locator('.report-chart img').nth(1).waitFor();
    const figure = (name: string) => page.locator('.report-figure', { hasText: name }).locator('.value');
    assert.equal(await figure('收到投诉举报').innerText(), '2');
    assert.equal(await figure('日常巡查户数').innerText(), '1');
    assert.equal(await figure('宣传资料').innerText(), '150');
    assert.equal(await figure('结案率').innerText(), '0%');
    await page.getByRole('button', { name: '“结案率”是怎么算的' }).focus();
    await page.locator('.el-popper', { hasText: '一件都没收到时不计算' }).waitFor();
    await page.getByRole('button', { name: '看数据表' }).first().click();
    const months = page.locator('.behind').first().locator('tbody th');
    assert.deepEqual(await months.allInnerTexts(), ['2021-05', '2021-06']);
    await assertSound(screen, 'report');
    for (const name of ['收到投诉举报', '不予受理', '转办', '撤回', '立案', '结案', '日常巡查户数']) {
      const link = figure(name).locator('a');
      const { pathname, searchParams } = new URL((await link.getAttribute('href')) ?? '', product.url());
      searchParams.delete('open'); // what the page calls "all", the door calls nothing
      const answer = await page.request.get(`${product.url()}/api${pathname}?${searchParams}`);
      const { total } = (await answer.json()) as ListPage<unknown>; // the contract's promise
      assert.equal(Number(await link.innerText()), total, `${name}: ${pathname}?${searchParams}`);
    }
    await figure('收到投诉举报').locator('a').click();
    await page.waitForURL('**/complaints?**receivedFrom=2021-05-01**');
    await page.locator('tbody tr').nth(1).waitFor();
    await screen.close();
  });

  it('quick ranges set the days; on paper it is a document of its own with every figure explained', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/reports`);
    await page.getByRole('button', { name: '2020 年 1–4 月' }).click();
    await page.waitForURL('**from=2020-01-01&to=2020-04-30**');
    await page.getByText('2020 年 1 月 1 日 至 2020 年 4 月 30 日').waitFor();
    await assertSound(screen, 'report-phone');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.top-bar').isVisible(), false);
    assert.equal(await page.locator('.report-toolbar').isVisible(), false);
    assert.match(
      await page.locator('.report-document').innerText(),
      /治欠保支工作情况统计[\s\S]*打印日期：[\s\S]*指标说明/,
    );
    assert.equal(await page.locator('.behind').first().isVisible(), true);
    await screen.close();
  });

  it('the workbook holds the figures of the screen', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/reports?${DAYS}`);
    await page.locator('.report-document').waitFor();
    await settled(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ]);
    const book = await readXlsx(await readFile(await download.path()));
    const cells = book.sheets.flatMap(({ rows }) => rows.flat()).map(String);
    const answer = await page.request.get(`${product.url()}/api/reports/period?${DAYS}`);
    const report = (await answer.json()) as PeriodReport; // the contract's promise
    for (const shown of [report.complaintsReceived, report.outreach.leaflets, report.outreach.consultations])
      assert.ok(cells.includes(String(shown)), `${shown} in ${cells.join(' ')}`);
    await close();
  });
});
