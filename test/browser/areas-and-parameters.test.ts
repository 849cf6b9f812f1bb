import assert from 'node:assert/strict';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

describe('browser: areas and parameters', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  it('from the prefecture down to an empty town, with the way back and the code’s source on every line', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/areas`);
    const lines = page.locator('.areas li');
    await lines.nth(7).waitFor();
    assert.equal(await lines.count(), 8, 'one city and seven counties');
    for (const text of await lines.allInnerTexts()) assert.match(text, /自 \d{4}-\d{2}-\d{2} 起，依据：\S/);
    assert.equal(await page.locator('.departments > div').count(), 31);
    await lines.getByRole('button', { name: '砚山县', exact: true }).click();
    await page.locator('.crumbs [aria-current]', { hasText: '砚山县' }).waitFor();
    await lines.getByRole('button', { name: '江那镇', exact: true }).click();
    await page.locator('.crumbs [aria-current]', { hasText: '江那镇' }).waitFor();
    await page.getByText('第一步：点“新增网格”').waitFor();
    await assertSound(screen, 'areas-town');
    await page.locator('.crumbs').getByRole('button', { name: '文山壮族苗族自治州' }).click();
    await lines.nth(7).waitFor();
    assert.equal(await lines.count(), 8);
    await screen.close();
  });

  it('a parameter nobody has set says so; what is set keeps its day, ground and predecessor', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/parameters?areaCode=532622`);
    const row = page.locator('.parameter-row', { hasText: '月最低工资标准' });
    const drawer = page.locator('.el-drawer:visible');
    const set = async (value: string, from: string, source: string): Promise<void> => {
      await drawer.locator('[data-path=value] input').fill(value);
      await drawer.getByLabel('自哪天起').fill(from);
      await drawer.locator('[data-path=source] input').fill(source);
      await drawer.locator('button[type=submit]').click();
      await drawer.locator('.history li', { hasText: source }).waitFor();
    };
    await row.getByRole('button').click();
    await set('1000.01', '2025-01-01', '演示依据甲');
    await set('1000.02', '2026-01-01', '演示依据乙');
    await drawer.locator('.history .now', { hasText: '¥1,000.02' }).waitFor();
    assert.equal(await drawer.locator('.history .now').count(), 1);
    assert.match(await drawer.locator('.history').innerText(), /¥1,000\.01[\s\S]*自 2025-01-01 起/);
    await assertSound(screen, 'parameter-set');
    await page.keyboard.press('Escape');
    await row.locator('strong', { hasText: '¥1,000.02' }).waitFor();
    assert.match(await row.innerText(), /自 2026-01-01 起/);
    assert.match(await row.innerText(), /演示依据乙/);
    await page.getByText('只看未设置的').click();
    await page.waitForURL((at) => at.searchParams.get('unset') === 'true');
    await row.waitFor({ state: 'detached' });
    for (const text of await page.locator('.parameter-row').allInnerTexts()) assert.match(text, /未设置/);
    await screen.close();
  });
});
