import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import type { CaseRow } from '../../server/core/contract/cases.ts';
import type { InterviewView } from '../../server/core/contract/evidence.ts';
import { unpackTo } from '../../server/features/evidence/packs/unpack-to.ts';
import { useBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const run = promisify(execFile);

/** A photo nobody else has. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: '#7aa2c8' } })
    .jpeg()
    .toBuffer();

/** A name drawn over the box with the mouse. */
async function drawName(page: Page): Promise<void> {
  const pad = page.locator('canvas');
  await pad.waitFor();
  const box = await eventually('the pad has its place', () => pad.boundingBox());
  const to = (x: number, y: number): [number, number] => [box.x + box.width * x, box.y + box.height * y];
  await page.mouse.move(...to(0.2, 0.3));
  await page.mouse.down();
  await page.mouse.move(...to(0.5, 0.7), { steps: 4 });
  await page.mouse.move(...to(0.8, 0.3), { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: '确认签名' }).click();
  await pad.waitFor({ state: 'hidden' });
}

describe('browser: evidence of a case', function () {
  this.timeout(120_000);
  const browser = useBrowser();
  const product = useProduct();
  let folder: string;
  let one: CaseRow;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'evidence-'));
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'inspector');
    const answer = await page.request.get(`${product.url()}/api/cases?limit=200`);
    const { items } = (await answer.json()) as { items: CaseRow[] }; // the contract's promise
    const found = items.find(({ title }) => title.includes('证据齐全'));
    assert.ok(found, 'the demo has a case with evidence');
    one = found;
    await close();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('a photo is added and covered, an interview written on a phone and signed, and the pack holds under one command', async () => {
    const url = product.url();
    const desk = await browser.open('desk');
    const { page } = desk;
    await enterAs(page, url, 'inspector');
    await page.goto(`${url}/cases/${one.id}?tab=evidence`);
    await page.locator('.evidence').getByRole('button', { name: '添加证据' }).click();
    const drawer = page.locator('.form-drawer');
    await drawer
      .locator('input[type=file]')
      .setInputFiles({ name: '东门.jpg', mimeType: 'image/jpeg', buffer: await photo() });
    await drawer.locator('.sent li.sent').waitFor();
    await drawer.locator('[data-path=title] input').fill('东门现场照片');
    await drawer.locator('button[type=submit]').click();

    await page.getByRole('button', { name: '遮盖', exact: true }).click();
    await page.getByRole('button', { name: '添加方框' }).click();
    await page.locator('.stage .box').press('ArrowLeft');
    await page.locator('.cover [data-path=reason] input').fill('遮盖面部');
    await page.getByRole('button', { name: '制作副本' }).click();
    await page.locator('.copies li').waitFor();
    await page.locator('.custody', { hasText: '制作遮盖副本' }).waitFor();
    await assertSound(desk, 'evidence-viewer');

    const phone = await browser.open('phone');
    await enterAs(phone.page, url, 'inspector');
    await phone.page.goto(`${url}/cases/${one.id}/interviews/new`);
    const field = (path: string) => phone.page.locator(`[data-path=${path}] input`);
    await eventually(
      'the inspectors of the case are ticked',
      async () => (await phone.page.locator('.who input:checked').count()) === 2,
    );
    await field('personName').fill('陆小川');
    await field('personRole').fill('农民工');
    await field('place').fill('东门岗亭');
    await phone.page.getByLabel('问 1').fill('欠了几个月？');
    await phone.page.context().setOffline(true);
    await phone.page.getByLabel('答', { exact: true }).fill('两个月。');
    await phone.page.getByText('已存在这台手机里').waitFor();
    await phone.page.context().setOffline(false); // a new record goes out by itself once there is a network
    await phone.page.waitForURL(/interviews\/[0-9a-f]{24}$/);
    const path = new URL(phone.page.url()).pathname;

    // Somebody at the desk writes on while the phone is out in the field.
    const id = path.split('/').at(-1) ?? '';
    const seen = (await (await page.request.get(`${url}/api/interviews/${id}`)).json()) as InterviewView; // the contract's promise
    const { csrfToken } = (await (await page.request.get(`${url}/api/session`)).json()) as {
      csrfToken: string;
    };
    const other = await page.request.patch(`${url}/api/interviews/${id}`, {
      headers: { 'x-csrf-token': csrfToken, 'if-match': `"v${seen.version}"` },
      data: {
        ...{
          personName: '陆小川',
          personRole: '班组长',
          place: '东门岗亭',
          begunAt: seen.begunAt,
          isReporter: false,
        },
        inspectorIds: seen.inspectors.map((who) => who.id),
        lines: [{ question: '欠了几个月？', answer: '三个月。' }],
      },
    });
    assert.equal(other.status(), 200, await other.text());
    await phone.page.getByLabel('答', { exact: true }).fill('两个月，有记工本。');
    await phone.page.getByRole('button', { name: '保存' }).click();
    const conflict = phone.page.locator('.conflict');
    await conflict.waitFor();
    await conflict.getByText('三个月。').waitFor();
    await conflict.locator('fieldset', { hasText: '身份' }).getByLabel('系统里的').check();
    await conflict.locator('fieldset', { hasText: '问 1' }).getByLabel('我写的').check();
    await assertSound(phone, 'interview-conflict');
    await conflict.getByRole('button', { name: '按所选合并' }).click();
    await phone.page.getByText('与系统一致').waitFor();
    assert.equal(await field('personRole').inputValue(), '班组长');

    const signs = phone.page.locator('.signing li button');
    for (let at = 0; at < 3; at += 1) {
      await signs.nth(at).click();
      await drawName(phone.page);
      await eventually(
        'it is signed',
        async () => (await phone.page.locator('.signing li .good').count()) === at + 1,
      );
    }
    await phone.page.getByRole('button', { name: '完成笔录' }).click();
    await phone.page.getByRole('link', { name: '查看笔录 PDF' }).waitFor();
    await phone.close();

    await page.goto(`${url}/cases/${one.id}?tab=evidence`);
    await page.locator('.piece', { hasText: '询问笔录：陆小川' }).waitFor();
    await page.getByRole('button', { name: '证据包' }).click();
    await page.locator('.packs [data-path=recipient] input').fill('文山市人民法院');
    await page.locator('.packs [data-path=reason] input').fill('申请强制执行');
    await page.getByRole('button', { name: '制作证据包' }).click();
    const fetched = page.waitForEvent('download', { timeout: 60_000 });
    await page.locator('.made').getByRole('button', { name: '下载' }).first().click({ timeout: 60_000 });
    const zip = join(folder, 'pack.zip');
    await (await fetched).saveAs(zip);
    const pack = join(folder, 'pack');
    await unpackTo(zip, pack);
    const { stdout } = await run(process.execPath, ['verify.mjs'], { cwd: pack });
    assert.match(stdout, /有效/u);
    await desk.close();
  });
});
