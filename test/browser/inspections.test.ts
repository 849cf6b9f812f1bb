import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import type { InspectionView } from '../../server/core/contract/inspections.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const SITE = '5326010000000000000000d1';
const WRONG = '告示牌没有投诉电话';
const PHOTO = fileURLToPath(new URL('../../docs/screens/worker-sign-in.png', import.meta.url));

describe('browser: out of doors with a phone', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('an inspector answers seven items, loses neither words nor a photo chosen offline when the page closes, and what is wrong is to be put right', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(`${product.url()}/inspections/site?project=${SITE}`);
    await page.getByLabel('检查人员').fill('李明清、普建华');
    const items = page.locator('fieldset.item');
    const choose = (at: number, answer: string) =>
      items.nth(at).locator(`label:has(input[value=${answer}])`).click();
    for (const at of [0, 1, 2, 3, 4]) await choose(at, 'OK');
    await choose(5, 'NOT_SEEN');
    await choose(6, 'NOT_OK');
    await items.nth(6).getByLabel('发现的问题').fill(WRONG);
    await page.context().setOffline(true);
    await items.nth(6).locator('input[type=file]').setInputFiles(PHOTO);
    const photo = items.nth(6).locator('.file-field li', { hasText: 'worker-sign-in' });
    await photo.getByText('已存在手机里').waitFor();
    await page.locator('.bar').getByText('已存在手机里').waitFor();
    await page.context().setOffline(false);
    await assertSound(screen, 'site-inspection-phone');
    await page.goto(`${product.url()}/inspections/site`);
    await page.getByText('已看 7/7 项').waitFor();
    assert.equal(await items.nth(6).getByLabel('发现的问题').inputValue(), WRONG);
    await photo.waitFor();
    await page.getByRole('button', { name: '提交检查' }).click();
    await page.getByRole('link', { name: /整改期限/ }).waitFor();
    await items.nth(6).getByLabel('整改期限').fill(addDays(systemClock.today(), 7));
    await page.getByRole('button', { name: '提交检查' }).click();
    await page.waitForURL(/inspections\/[0-9a-f]{24}$/);
    const visit = await page.request.get(`${product.url()}/api${new URL(page.url()).pathname}`);
    const { checklist = [] } = (await visit.json()) as InspectionView; // the contract's promise
    assert.equal(checklist.find(({ answer }) => answer === 'NOT_OK')?.fileIds.length, 1);
    await assertSound(screen, 'visit-phone');
    await page.goto(`${product.url()}/inspections/site`);
    await page.getByText('已看 0/7 项').waitFor();
    await page.goBack();
    await page.locator('a[href^="/findings/"]').click();
    await page.getByRole('button', { name: '复查：未整改' }).waitFor();
    await page.getByText(WRONG).first().waitFor();
    await assertSound(screen, 'finding-phone');
    await screen.close();
  });

  it('a grid officer reports from the own home in a minute, goes on with what was begun, and passes it up', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'gridOfficer');
    await page.goto(`${product.url()}/m`);
    await page.getByRole('link', { name: /上报隐患/ }).click();
    await page.getByLabel('是什么事').selectOption('GATHERING');
    await page.getByLabel('说一说情况').fill('十几名工人在项目部门口等工资');
    await page.getByLabel('在哪里').fill('开化街道某工地');
    await page.getByText('已存在手机里').waitFor();
    await assertSound(screen, 'hazard-new-phone');
    await page.goto(`${product.url()}/m`);
    await page.getByRole('link', { name: /有一份没报上去/ }).click();
    assert.equal(await page.getByLabel('说一说情况').inputValue(), '十几名工人在项目部门口等工资');
    await page.getByRole('button', { name: '上报隐患' }).click();
    await page.getByRole('button', { name: '上报上一级' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('理由').fill('涉及人多');
    await form.getByRole('button', { name: '上报上一级' }).click();
    await page.getByText('待乡镇接收').first().waitFor();
    await assertSound(screen, 'hazard-phone');
    await page.goto(`${product.url()}/screening`);
    await page.getByRole('button', { name: '登记无隐患' }).first().waitFor();
    await assertSound(screen, 'screening-phone');
    await screen.close();
  });

  it('a gathering for wages is reported with three answers on a phone, and news of it keeps its time', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterAs(page, product.url(), 'gridOfficer');
    await page.goto(`${product.url()}/incidents/new`);
    await page.getByLabel('在哪里').fill('开化街道某工地门口');
    await page.getByLabel('大约多少人').fill('31');
    await page.getByLabel('要什么').fill('要求结清两个月工资');
    await page.getByText('有过激行为').click();
    await assertSound(screen, 'incident-new-phone');
    await page.getByRole('button', { name: '上报集体讨薪' }).click();
    await page.getByRole('button', { name: '续报' }).click();
    const form = page.getByRole('dialog');
    await form.getByLabel('现在怎么样').fill('总包单位到场核对工资表');
    await form.getByRole('button', { name: '续报' }).click();
    await page.getByText('总包单位到场核对工资表').first().waitFor();
    await page.getByText('约 31 人').waitFor();
    await assertSound(screen, 'incident-phone');
    await page.goto(`${product.url()}/incidents`);
    await page.getByText('30 人以上').waitFor();
    await assertSound(screen, 'incidents-phone');
    await screen.close();
  });
});
