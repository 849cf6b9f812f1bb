import assert from 'node:assert/strict';
import sharp from 'sharp';
import type { ComplaintRow } from '../../server/core/contract/complaints.ts';
import { isReceiptNumber } from '../../server/core/kit/receipt-number.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound } from './short-cuts.ts';
import {
  answerUntilStory,
  at,
  enterByPhone,
  goOn,
  ownComplaints,
  proveNumber,
  receiptOn,
} from './worker-steps.ts';

const photo = async (): Promise<{ name: string; mimeType: string; buffer: Buffer }> => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
  const picture = sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#888', noise } });
  return { name: 'qiantiao.jpg', mimeType: 'image/jpeg', buffer: await picture.jpeg().toBuffer() };
};

/** The office's move, without its pages. */
async function askSupplement(url: string, receipt: string, question: string): Promise<void> {
  const office = new ApiClient(url);
  const { login, password } = demoAccount('clerk');
  await office.signIn(login, password);
  const found = await office.get<{ items: ComplaintRow[] }>(`/complaints?q=${receipt}`);
  const [row] = found.body.items;
  const path = `/complaints/${row?.id ?? ''}/request-supplement`;
  const headers = { 'if-match': `"v${row?.version ?? 0}"`, 'idempotency-key': `supplement-${receipt}` };
  const asked = await office.send('POST', path, { question }, headers);
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
}

describe('browser: a worker files a complaint', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();

  it('from the first tap to the receipt, with a reload in the middle and a photo, and follows it', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/m`);
    await page.getByRole('link', { name: /我要投诉/ }).click();
    await page.waitForSelector('text=您要说的是哪一种？');
    await assertSound(screen, 'worker-kind');
    // Whoever has only looked is asked again, and not about something half finished.
    await page.waitForURL(/\/m\/new\/[^/]+\/kind/);
    await page.goto(`${product.url()}/m/new`);
    await page.waitForURL(/\/m\/new\/[^/]+\/kind/);
    await answerUntilStory(page, '24000.5');
    await page.fill('#story', '说好每天 300，干到 9 月没给。');
    await page.waitForSelector('text=已存在手机里');

    // The phone rings, the page is gone: everything is where it was.
    await page.reload();
    await page.waitForSelector('#story');
    assert.equal(await page.inputValue('#story'), '说好每天 300，干到 9 月没给。');
    await page.goto(`${product.url()}/m`);
    await page.waitForSelector('text=填了一半');
    await assertSound(screen, 'worker-home-draft');
    await page.getByRole('button', { name: '接着填' }).click();
    await at(page, 'story');
    await page.goBack();
    await page.goForward();
    await goOn(page);

    await at(page, 'photos');
    await page.locator('input[type=file][multiple]').setInputFiles(await photo());
    await page.waitForSelector('.attachment-tile img');
    await assertSound(screen, 'worker-photos');
    await goOn(page);
    await at(page, 'phone');
    await proveNumber(page, product.url(), '13912345671');
    await at(page, 'check');
    assert.match(await page.innerText('.answers'), /赵小满[\s\S]*包工头王老板[\s\S]*¥24,000\.50/);
    await assertSound(screen, 'worker-check');
    await goOn(page);

    await page.waitForURL(/\/m\/receipt\/\d+/);
    await page.waitForSelector('img.receipt-qr');
    const receipt = await receiptOn(page);
    assert.ok(isReceiptNumber(receipt), receipt);
    assert.match(await page.innerText('.sentence'), /5 个工作日内告诉您受理结果，最晚 .*月.*日/);
    await assertSound(screen, 'worker-receipt');

    const filed = await ownComplaints(page, product.url());
    assert.deepEqual(
      filed.map((one) => [one.receiptNumber, one.owedFen]),
      [[receipt, 2_400_050]],
    );

    await page.getByRole('button', { name: '看办到哪一步' }).click();
    await page.waitForSelector('.track-line li');
    assert.match(await page.innerText('.track-line'), /收到了您说的情况/);
    assert.match(await page.innerText('.money-strip'), /一共欠\s*¥24,000\.50/);
    await assertSound(screen, 'worker-progress');
    await askSupplement(product.url(), receipt, '班组长叫什么名字？');
    await page.reload();
    await page.getByRole('button', { name: '去补材料' }).click();
    await page.waitForSelector('text=班组长叫什么名字？');
    await page.locator('textarea').fill('叫李强。');
    await page.locator('input[type=file][multiple]').setInputFiles(await photo());
    await page.waitForSelector('text=已送到');
    await assertSound(screen, 'worker-supplement');
    await goOn(page);
    await page.waitForSelector('text=您补了材料');
    await page.getByRole('link', { name: '我想撤回投诉' }).click();
    await page.waitForSelector('text=有人逼您撤，不要撤');
    await page.getByRole('button', { name: '填错了' }).click();
    await assertSound(screen, 'worker-withdraw');
    await page.getByRole('button', { name: '我要撤回' }).click();
    await page.waitForSelector('text=您说要撤回');
    const detail = await page.request.get(`${product.url()}/api/my/complaints/${receipt}`);
    const { receiptPath, fileIds } = (await detail.json()) as { receiptPath: string; fileIds: string[] };
    const stored = await page.request.get(`${product.url()}/api/files/${fileIds[0] ?? ''}`);
    const { width = 0, height = 0 } = await sharp(await stored.body()).metadata();
    assert.deepEqual([width, height], [1600, 1200], 'the photo was made small on the phone');

    await page.goto(`${product.url()}${receiptPath}`);
    await page.waitForSelector('text=这是真的回执');
    await assertSound(screen, 'worker-receipt-genuine');
    // Not the last character: some of its bits belong to no byte.
    const [path = '', signature = ''] = receiptPath.split('?s=');
    const other = signature.startsWith('A') ? 'B' : 'A';
    await page.goto(`${product.url()}${path}?s=${other}${signature.slice(1)}`);
    await page.waitForSelector('text=核对不上');
    await screen.close();
  });

  it('without a network the complaint waits on the phone, and goes out once when the line is back', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    const phone = '13912345672';
    await enterByPhone(page, product.url(), phone);
    await page.goto(`${product.url()}/m/new`);
    await answerUntilStory(page, '500');
    await goOn(page);
    await at(page, 'photos');
    await page.waitForFunction('navigator.serviceWorker.controller !== null');

    await page.context().setOffline(true);
    await page.waitForSelector('text=没有网络，填的都存在手机里');
    await goOn(page);
    await at(page, 'check');
    await goOn(page);
    await page.waitForSelector('text=一有网就自己送出去');
    await assertSound(screen, 'worker-waiting');
    await page.reload();
    await page.waitForSelector('text=一有网就自己送出去');

    // The first attempt arrives, but its answer gets lost on the way back.
    let attempts = 0;
    await page.route('**/api/my/complaints', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      attempts += 1;
      if (attempts > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '现在再试一次' }).click();
    await page.waitForURL(/\/m\/receipt\/\d+/);
    assert.ok(attempts >= 2, `${attempts} attempts`);
    const receipt = await receiptOn(page);
    const filed = await ownComplaints(page, product.url());
    assert.deepEqual(
      filed.map((one) => one.receiptNumber),
      [receipt],
    );
    await screen.close();
  });

  it('without a name: no phone is asked, the code is shown once and opens the report', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/m/new`);
    await page.getByRole('button', { name: /我看到有人欠薪/ }).click();
    await page.getByRole('button', { name: /不留名字/ }).click();
    await at(page, 'employer');
    await goOn(page);
    await at(page, 'workplace');
    await goOn(page);
    await page.waitForSelector('text=写上工地名字或者位置');
    await assertSound(screen, 'worker-workplace-fault');
    await page.fill('#site', '东环路口加油站旁边');
    await goOn(page);
    await at(page, 'place');
    await page.getByRole('button', { name: '文山市' }).click();
    await page.getByRole('button', { name: /不知道是哪个乡镇/ }).click();
    await page.getByRole('button', { name: '20 个人' }).click();
    await goOn(page);
    for (const step of ['months', 'money', 'story', 'contact']) {
      await at(page, step);
      await goOn(page);
    }
    await at(page, 'check');
    await goOn(page);
    await page.waitForURL(/\/m\/receipt\/\d+/);
    const receipt = await receiptOn(page);
    const code = await page.innerText('.code .big');
    await page.getByRole('button', { name: /我记好了/ }).click();
    await page.reload();
    await page.waitForSelector('img.receipt-qr');
    assert.equal(await page.getByText(code).count(), 0);

    await page.goto(`${product.url()}/t/${receipt}`);
    await page.getByRole('button', { name: /我没留名字/ }).click();
    await page.fill('#tracking-code', `${code.slice(0, -1)}${code.endsWith('2') ? '3' : '2'}`);
    await goOn(page);
    await page.waitForSelector('.error-note');
    await page.fill('#tracking-code', code.toLowerCase());
    await goOn(page);
    await page.waitForSelector('.track-line li');
    await assertSound(screen, 'worker-anonymous-progress');
    await screen.close();
  });
});
