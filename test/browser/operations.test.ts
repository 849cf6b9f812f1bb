import assert from 'node:assert/strict';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readXlsx } from 'hucre/xlsx';
import { verifyChainFile } from '../../server/platform/audit/index.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, demoMessage, enterAs } from './short-cuts.ts';

describe('browser: running the system', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a job that is run for today stands in its history as done by hand, with its counts', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/operations/jobs`);
    const card = page.locator('.job-card', { hasText: 'sweepOrphanFiles' });
    await card.getByRole('button', { name: /^立即运行/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('已办过的不会重复').waitFor();
    await assertSound(screen, 'job-run');
    await dialog.getByRole('button', { name: '立即运行' }).click();
    await page.locator('.progress-drawer .work.done').waitFor();
    await card.getByText('手动').waitFor();
    await card.getByRole('button', { name: /^运行记录/ }).click();
    // What was missed while nothing ran may be made up at the same moment.
    const byHand = page.locator('.runs li', { hasText: '手动' }).first();
    await byHand.locator('.state-tag', { hasText: '完成' }).waitFor();
    assert.match(await byHand.locator('.counts').innerText(), /过期的上传 \d+/);
    await assertSound(screen, 'job-history');
    await screen.close();
  });

  it('what was kept long enough goes once the head has approved its list, exactly that, and the chain tells it', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    const totalOf = async (path: string): Promise<number> =>
      ((await (await page.request.get(`${product.url()}/api${path}`)).json()) as { total: number }).total;
    const ofOldSite = '/payroll/sheets?projectId=5326010000000000000000df';
    await enterAs(page, product.url(), 'bureauHead');
    const before = [await totalOf(ofOldSite), await totalOf('/payroll/sheets')];
    assert.equal(before[0], 1, 'the demo region has works paid long ago');
    await page.goto(`${product.url()}/retention`);
    await page.locator('tbody tr', { hasText: '待决定' }).first().getByRole('link').click();
    for (const kind of ['工资支付台账', '考勤记录', '用工登记'])
      await page.locator('li', { hasText: kind }).getByText('3 条', { exact: true }).waitFor();
    await page.getByRole('button', { name: '批准销毁' }).click();
    await page.locator('form.act').getByText('我已核对清单').click();
    await assertSound(screen, 'retention-approve');
    await page.locator('form.act button[type=submit]').click();
    await page.locator('.state-tag', { hasText: '已批准' }).waitFor();
    assert.deepEqual(
      [await totalOf(ofOldSite), await totalOf('/payroll/sheets')],
      before,
      'not before the job',
    );

    const admin = await browser.open('desk');
    await enterAs(admin.page, product.url(), 'admin');
    await admin.page.goto(`${product.url()}/operations/jobs`);
    const card = admin.page.locator('.job-card', { hasText: 'purgeApproved' });
    await card.getByRole('button', { name: /^立即运行/ }).click();
    await admin.page.getByRole('dialog').getByRole('button', { name: '立即运行' }).click();
    await admin.page.locator('.progress-drawer .work.done').waitFor();
    await admin.page.goto(`${product.url()}/operations/events/log?action=retention.delete`);
    await admin.page.locator('tbody tr', { hasText: '销毁到期数据' }).nth(2).waitFor();
    await admin.close();

    await page.reload();
    await page.getByText('已删 3 条，保留 0 条').nth(2).waitFor();
    await assertSound(screen, 'retention-done');
    assert.deepEqual([await totalOf(ofOldSite), await totalOf('/payroll/sheets')], [0, (before[1] ?? 0) - 1]);
    await screen.close();
  });

  it('the outbox shows what was sent, to whom only in part, and never what a code was', async () => {
    const phone = '13800000002';
    const screen = await browser.open('desk');
    const { page } = screen;
    const asked = await page.request.post(`${product.url()}/api/session/phone-code`, { data: { phone } });
    assert.equal(asked.status(), 202);
    const code = await demoMessage(product.url(), /验证码 (\d{6})/u, phone);
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/operations/outbox?channel=sms&state=sent&template=phoneCode`);
    const row = page.locator('tbody tr', { hasText: '0002' }).first();
    await row.waitFor();
    assert.match(await row.innerText(), /138\*{4}0002/);
    const whole = await page.locator('main').innerText();
    assert.ok(!whole.includes(phone));
    assert.ok(!whole.includes(code));
    await assertSound(screen, 'outbox-sent');
    await screen.close();
  });

  it('health says of each part how it is, in a sentence; the store and the clock are well', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/operations/health`);
    const parts = ['存储', '数据结构', '邮件', '发件箱', '时钟', '磁盘', '定时任务', '工作日历', '地区参数'];
    for (const part of [...parts, '事件链', '密钥']) {
      const card = page.locator('.check', { has: page.getByRole('heading', { name: part, exact: true }) });
      await card.waitFor();
      assert.match(await card.locator('p').first().innerText(), /[\u4e00-\u9fff]/, part);
      if (part === '存储' || part === '时钟')
        assert.equal(await card.locator('.state-tag').innerText(), '正常', part);
      const isWell = (await card.locator('.state-tag').innerText()) === '正常';
      assert.equal(await card.getByText('怎么办').count(), isWell ? 0 : 1, part);
    }
    await assertSound(screen, 'health');
    await screen.close();
  });

  it('the chain of events is whole, and the log names the act, the actor and the ground', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/operations/events`);
    await page.getByRole('button', { name: '核对全部事件链' }).click();
    await page.locator('.verdict.ok', { hasText: '核对通过，没有发现改动' }).waitFor();
    await assertSound(screen, 'events-verified');
    await page.getByRole('button', { name: '导出核对文件' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('不用登录就能核对').waitFor();
    await assertSound(screen, 'events-export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    assert.match(download.suggestedFilename(), /^anxin-events-.*\.jsonl$/u);
    const lines = createInterface({ input: createReadStream(await download.path()) });
    const { ok, events, firstBroken } = await verifyChainFile(lines);
    assert.deepEqual([ok, events > 0, firstBroken], [true, true, undefined]);
    await page.getByRole('link', { name: '查看操作记录' }).click();
    await page.locator('tbody tr', { hasText: '登录' }).first().waitFor();
    await assertSound(screen, 'events-log');
    await screen.close();
  });

  it('the list of accounts goes out as a workbook that holds what is on the screen, masked as there', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/users?role=worker&q=张`);
    await page.locator('tbody tr').first().waitFor();
    const shown = await page.locator('tbody td[data-label="账号"]').allInnerTexts();
    assert.ok(shown.includes('138****0001'), shown.join());
    await page.getByRole('button', { name: '导出' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: /xlsx/ }).click(),
    ]);
    assert.match(download.suggestedFilename(), /\.xlsx$/);
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(await download.path())));
    const [head, ...rows] = sheets[0]!.rows.map((row) => row.map(String));
    assert.equal(head![0], '姓名');
    assert.deepEqual(rows.map((row) => row[2]).sort(), shown.sort());
    assert.ok(rows.some((row) => row[0] === '张大山' && row[2] === '138****0001'));
    await close();
  });
});
