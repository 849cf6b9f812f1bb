import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import PizZip from 'pizzip';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import type { Paper } from '../../server/core/reports/paper.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { pageTexts } from '../support/pdf-text.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

const MATTER = '河西供水工程拖欠工资';
const UNIT = '河西供水工程指挥部';

describe('browser: what a leader sees and sets going', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('each number of the one screen opens a list of just as many; a wall shows the same, dark and whole', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/dashboard`);
    const numbers = page.locator('.figure-tile a.number-link', { hasText: /^[\d,]+$/ });
    await numbers.nth(3).waitFor();
    let seen = 0;
    for (const number of await numbers.all()) {
      const { pathname, searchParams } = new URL((await number.getAttribute('href')) ?? '', product.url());
      if (pathname === '/alerts') continue; // counted every five minutes, as the page says
      if (searchParams.get('open') === 'all') searchParams.delete('open'); // the door calls it nothing
      const answer = await page.request.get(`${product.url()}/api${pathname}?${searchParams}`);
      const { total } = (await answer.json()) as ListPage<unknown>; // the contract's promise
      const shown = Number((await number.innerText()).replaceAll(',', ''));
      assert.equal(shown, total, `${pathname}?${searchParams}`);
      seen += 1;
    }
    assert.ok(seen >= 4, `${seen} numbers`);
    await assertSound(screen, 'dashboard');
    await page.getByRole('button', { name: '大屏' }).click();
    await page.locator('.dashboard.big .figure-tile').first().waitFor();
    assert.equal(await page.getByLabel('看哪天').count(), 0, 'a wall is not touched');
    await assertSound(screen, 'dashboard-big');
    await page.getByRole('button', { name: '退出大屏' }).click();
    await page.getByLabel('看哪天').waitFor();
    const first = numbers.first();
    const shown = (await first.innerText()).replaceAll(',', '');
    await first.click();
    await page.getByText(new RegExp(`^共 ${shown} 条`)).waitFor();
    await screen.close();
  });

  it('the bulletin is taken along in Word and as PDF, with the sentences of the screen', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'leader');
    const days = 'kind=work&from=2026-10-01&to=2026-10-31';
    await page.goto(`${product.url()}/bulletins?${days}`);
    await page.locator('.bulletin-paper h3').nth(3).waitFor();
    const sentences = await page.locator('.bulletin-paper .text').allInnerTexts();
    assert.match(sentences[0] ?? '', /^期间共收到投诉举报\d+件/);
    const saved = async (button: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ]);
      return readFile(await download.path());
    };
    const word = new PizZip(await saved('下载 Word')).file('word/document.xml')?.asText() ?? '';
    for (const sentence of sentences) assert.ok(word.includes(sentence), sentence);
    const pages = pageTexts(await saved('下载 PDF')).join('');
    for (const sentence of sentences) assert.ok(pages.includes(sentence), sentence);
    const answer = await page.request.get(`${product.url()}/api/bulletins?${days}&areaCode=5326`);
    const { title } = (await answer.json()) as Paper; // the contract's promise
    assert.equal(await page.locator('.bulletin-paper h2').innerText(), title);
    await close();
  });

  it('a supervision order is listed for everybody with unit and person, and gone from there once it is lifted', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    const by = addDays(systemClock.today(), 20);
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/supervision-orders`);
    await page.getByRole('button', { name: '发督办' }).click();
    const drawer = page.getByRole('dialog', { name: '发督办' });
    await drawer.getByLabel('事项', { exact: true }).fill(MATTER);
    await drawer.getByLabel('责任单位').fill(UNIT);
    await drawer.getByLabel('督办要求').fill('按节点筹措资金，付清全部欠薪');
    await drawer.getByLabel('资金筹措计划').fill('建设单位分两期拨付');
    await drawer.getByLabel('责任人', { exact: true }).fill('周正');
    await drawer.getByLabel('责任人职务').fill('指挥长');
    await drawer.getByLabel('办结期限').fill(by);
    await drawer.getByText('挂牌督办（对外公开）').click();
    await drawer.getByRole('button', { name: '发出' }).click();
    await page.getByRole('heading', { name: MATTER }).waitFor();
    await assertSound(screen, 'supervision-order');
    const order = page.url();

    await page.goto(`${product.url()}/public/supervision`);
    const listed = page.getByRole('listitem').filter({ hasText: MATTER });
    await listed.getByText('周正（指挥长）').waitFor();
    const facts = await listed.locator('dt').allInnerTexts();
    assert.deepEqual(facts, ['区域', '责任单位', '责任人', '办结期限', '状态']);
    assert.equal(await listed.getByText('建设单位分两期拨付').count(), 0, 'the plan is not for everybody');
    await assertSound(screen, 'public-supervision');

    await page.goto(order);
    await page.getByRole('button', { name: '解除督办' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '解除督办' }).click();
    await page.getByText('已解除').first().waitFor();
    await page.goto(`${product.url()}/public/supervision`);
    await page.locator('main li, main p.card').first().waitFor();
    assert.equal(await page.getByText(MATTER).count(), 0);
    await screen.close();
  });

  it('who is called in for a talk, what was promised there and that it was kept stand on one page', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    const today = systemClock.today();
    await enterAs(page, product.url(), 'leader');
    await page.goto(`${product.url()}/formal-talks`);
    await page.getByRole('button', { name: '发起约谈' }).click();
    const drawer = page.getByRole('dialog', { name: '发起约谈' });
    await drawer.getByLabel('被约谈单位').fill(UNIT);
    await drawer.getByLabel('约谈事由').selectOption('GOVERNMENT_FUNDS');
    await drawer.getByLabel('具体情况').fill('两期资金没有按计划到位');
    await drawer.getByLabel('被约谈人', { exact: true }).fill('周正');
    await drawer.getByLabel('职务').fill('指挥长');
    await drawer.getByLabel('约谈日期').fill(today);
    await drawer.getByLabel('地点').fill('联席会议办公室');
    await drawer.getByRole('button', { name: '发出' }).click();
    await page.getByRole('button', { name: '登记约谈结果' }).click();
    const talk = page.getByRole('dialog');
    await talk.getByLabel('约谈日期').fill(today);
    await talk.getByLabel('约谈情况').fill('说明了资金安排');
    await talk.getByLabel('承诺事项').fill('十日内拨付第一期');
    await talk.getByLabel('承诺完成日期').fill(addDays(today, 10));
    await talk.getByRole('button', { name: '登记约谈结果' }).click();
    // Before its day a promise can be kept, and not yet be broken.
    assert.equal(await page.getByRole('button', { name: '承诺未落实' }).isDisabled(), true);
    await page.getByRole('button', { name: '承诺已落实' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '承诺已落实' }).click();
    await page.getByText('十日内拨付第一期').first().waitFor();
    await assertSound(screen, 'formal-talk');
    await screen.close();
  });
});
