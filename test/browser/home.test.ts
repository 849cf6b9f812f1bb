import assert from 'node:assert/strict';
import type { Page as ListPage } from '../../server/core/contract/page.ts';
import { ApiClient } from '../support/api-client.ts';
import { useBrowser } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs, settled } from './short-cuts.ts';

async function registerComplaint(url: string): Promise<void> {
  const { login, password } = demoAccount('clerk');
  const api = new ApiClient(url);
  await api.signIn(login, password);
  const made = await api.create('/complaints', {
    ...{ intakeKind: 'COMPLAINT', channel: 'WALK_IN', receivedOn: '2026-11-02', areaCode: '532601' },
    ...{ name: '谷雨生', employerName: '清水湾采石场', headcount: 1, payMonths: ['2026-09'] },
    ...{ owedFen: 280_000, story: '九月份的工资没有发。', fileIds: [] },
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
}

describe('browser: the day begins', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('each number of the head of bureau at a glance is the length of the list it opens, and follows it without a reload', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'bureauHead');
    await page.goto(product.url());
    await page.locator('.work-glance a').nth(9).waitFor();
    await assertSound(screen, 'home-head');
    for (const tile of await page.locator('.work-glance a').all()) {
      const { pathname, searchParams } = new URL((await tile.getAttribute('href')) ?? '', product.url());
      searchParams.set('open', 'true'); // a queue shows what is not over unless it is asked for all
      const answer = await page.request.get(`${product.url()}/api${pathname}?${searchParams}`);
      const { total } = (await answer.json()) as ListPage<unknown>; // the contract's promise
      assert.equal(Number(await tile.locator('strong').innerText()), total, `${pathname}?${searchParams}`);
    }
    await page.getByRole('heading', { name: '等我审批的案件' }).waitFor();
    const open = page
      .locator('.work-glance .tiles')
      .first()
      .locator('a', { hasText: '在办' })
      .locator('strong');
    const before = Number(await open.innerText());
    await registerComplaint(product.url());
    await eventually('the number follows', async () => Number(await open.innerText()) === before + 1);
    await screen.close();
  });

  it('Ctrl K finds a record by part of its name, tells what it is, and opens it with Enter', async () => {
    const { login, password } = demoAccount('inspector');
    const api = new ApiClient(product.url());
    await api.signIn(login, password);
    const made = await api.create('/companies', { name: '丘北辣椒园劳务队', areaCode: '532601' });
    assert.equal(made.status, 201, JSON.stringify(made.body));
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'inspector');
    await page.goto(product.url());
    await page.getByRole('button', { name: /^查找/ }).waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('input.words').fill('辣椒园');
    const option = page.getByRole('option', { name: '丘北辣椒园劳务队' });
    await option.waitFor();
    assert.match(await option.innerText(), /企业$/);
    await assertSound(screen, 'palette');
    await page.locator('input.words').press('Enter');
    await page.getByRole('heading', { level: 1, name: '丘北辣椒园劳务队' }).waitFor();
    await screen.close();
  });

  it('who may see no records finds none: an auditor gets pages only', async () => {
    const { page, close } = await browser.open('desk');
    await enterAs(page, product.url(), 'auditor');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(product.url());
    await settled(page);
    await page.keyboard.press('Control+k');
    await page.locator('input.words').fill('劳务');
    await page.getByText('没有找到').waitFor();
    await settled(page);
    const lists = ['/api/complaints', '/api/cases', '/api/projects', '/api/companies', '/api/workers'];
    assert.deepEqual(
      asked.filter((path) => lists.includes(path)),
      [],
    );
    await close();
  });

  for (const [role, sees] of [
    ['clerk', '待决定是否受理'],
    ['inspector', '我的案件'],
    ['leader', '本月到今天'],
    ['departmentLiaison', '转来等接收的'],
  ] as const) {
    it(`${role} begins with the own work: ${sees}`, async () => {
      const screen = await browser.open('phone');
      await enterAs(screen.page, product.url(), role);
      await screen.page.goto(product.url());
      await screen.page.getByRole('heading', { level: 2, name: sees }).waitFor();
      await assertSound(screen, `home-${role}`);
      await screen.close();
    });
  }
});
