import assert from 'node:assert/strict';
import type { ComplaintRegistered } from '../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../server/core/contract/complaints.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

describe('browser: a paper from draft to the check of a stranger', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('lacks are named and filled in, it is issued with a number, and its QR page says that it is genuine', async () => {
    const url = product.url();
    const clerk = new ApiClient(url);
    const { login, password } = demoAccount('clerk');
    await clerk.signIn(login, password);
    const { body: made } = await clerk.create<ComplaintRegistered>('/complaints', {
      ...{ channel: 'WALK_IN', intakeKind: 'COMPLAINT', receivedOn: '2026-11-20', headcount: 1 },
      ...{ name: '文有书', phone: '13900020077', employerName: '文山同心建筑劳务有限公司' },
      ...{ areaCode: '532601', payMonths: ['2026-09'], owedFen: 450_000 },
      ...{ story: '九月的工钱没有发。', fileIds: [] },
    });

    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, url, 'clerk');
    await page.goto(`${url}/complaints/${made.id}`);
    await page.locator('.act-card').getByRole('button', { name: '受理', exact: true }).click();
    await page.locator('form.act button[type=submit]').click();
    await page.locator('form.act').waitFor({ state: 'hidden' });
    await page.goto(`${url}/complaints/${made.id}?tab=documents`);
    await page.getByRole('button', { name: '制作文书' }).click();
    const line = page.locator('.kinds li', { hasText: '受理通知书' });
    await line.getByRole('button', { name: '制作' }).click();
    const drawer = page.locator('.el-drawer');
    await drawer.getByRole('heading', { name: '受理通知书' }).waitFor();
    await drawer.locator('.sheet', { hasText: '文有书' }).waitFor();
    await drawer.locator('[data-path="fields.联系电话"] input').fill('0876-2129999');
    await drawer.getByRole('button', { name: '保存并更新正文' }).click();
    await drawer.locator('.sheet', { hasText: '0876-2129999' }).waitFor();
    await drawer.locator('.act-card').getByRole('button', { name: '签发', exact: true }).click();
    await page.locator('form.act button[type=submit]').click();
    const link = drawer.getByRole('link', { name: '打开公开核验页' });
    await link.waitFor();
    assert.match((await drawer.locator('.head').textContent()) ?? '', /劳监受字〔\d{4}〕第 \d+ 号/u);
    const code = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    await assertSound(screen, 'paper-issued');
    await screen.close();

    const phone = await browser.open('phone');
    await phone.page.goto(`${url}/d/${code}`);
    await phone.page.getByRole('heading', { name: '这份文书真实有效' }).waitFor();
    await phone.page.setInputFiles('input[type=file]', {
      ...{ name: 'other.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 another') },
    });
    await phone.page.getByText('不一致').waitFor();
    await assertSound(phone, 'paper-check');
    await phone.close();
    const { body } = await clerk.get<ComplaintView>(`/complaints/${made.id}`);
    assert.equal(body.state, 'accepted');
  });
});
