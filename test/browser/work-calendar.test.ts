import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import { countPeriod } from '../../server/core/law/count-period.ts';
import { useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';

async function count(page: Page, from: string, amount: string): Promise<string> {
  const tool = page.locator('.count-tool');
  await tool.getByLabel('从哪天的事情起算').fill(from);
  await tool.getByLabel('期限', { exact: true }).fill(amount);
  await tool.getByRole('button', { name: '计算' }).click();
  await page.locator('.count-result', { hasText: `${from} 当天不计入` }).waitFor();
  return page.locator('.count-result').innerText();
}

describe('browser: the work calendar', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  for (const width of Object.keys(WIDTHS) as Width[]) {
    it(`at ${WIDTHS[width].width} px names the notice of 2026 and counts by it, day by day`, async () => {
      const screen = await browser.open(width);
      const { page } = screen;
      await enterAs(page, product.url(), 'inspector');
      await page.goto(`${product.url()}/settings/calendar?year=2026`);
      await page.locator('.summary', { hasText: '国办发明电〔2025〕7号' }).waitFor();
      assert.equal(await page.locator('.summary button').count(), 0, 'an inspector changes no calendar');
      const said = await count(page, '2026-01-12', '60');
      const { dueOn, skipped, madeUp } = countPeriod({
        from: plainDate('2026-01-12'),
        length: { workingDays: 60 },
        roll: 'none',
        calendar: NATIONAL_CALENDAR,
      });
      // By hand: 14 days in January, 16 in February, 22 in March, 1–3, 7–10 and 13 April.
      assert.equal(dueOn, '2026-04-13');
      assert.ok(said.includes(dueOn), said);
      assert.ok(!said.includes('暂定'));
      const holidays = skipped.filter((one) => one.why === 'holiday');
      const listed = await page.locator('.count-result .days li').allInnerTexts();
      const dayOf = (line: string): string => line.slice(0, 10);
      assert.deepEqual(
        listed.filter((line) => line.endsWith('，不计入')).map(dayOf),
        holidays.map((one) => one.day),
      );
      assert.deepEqual(
        listed.filter((line) => line.endsWith('，调休上班，计入')).map(dayOf),
        madeUp.map((one) => one.day),
      );
      assert.ok(listed.some((line) => line.includes('春节')));
      await assertSound(screen, `calendar-counted-${width}`);
      await screen.close();
    });
  }

  it('a year without a notice is provisional until its notice is entered', async () => {
    const screen = await browser.open('desk');
    const { page } = screen;
    await enterAs(page, product.url(), 'admin');
    await page.goto(`${product.url()}/settings/calendar`);
    await page.getByRole('button', { name: '2027 · 还没有通知' }).click();
    await page.locator('.summary', { hasText: '放假通知还没有录入' }).waitFor();
    assert.match(await count(page, '2027-03-01', '5'), /2027-03-08[\s\S]*暂定：2027 年/);
    await assertSound(screen, 'calendar-provisional');

    await page.getByRole('button', { name: '录入放假安排' }).click();
    const drawer = page.locator('.form-drawer');
    await drawer.locator('[data-path=notice] input').fill('国办发明电〔2026〕99号');
    const off = drawer.getByRole('group', { name: '放假（起止日期）' });
    const on = drawer.getByRole('group', { name: '调休上班' });
    // Invented days: a Wednesday off, the Sunday after it worked.
    await off.getByRole('button', { name: '增加一段放假' }).click();
    await off.locator('.block input').nth(0).fill('演示假');
    await off.locator('.block input').nth(1).fill('2027-03-03');
    await on.getByRole('button', { name: '增加一个上班日' }).click();
    await on.locator('.block input').nth(0).fill('演示假');
    await on.locator('.block input').nth(1).fill('2027-03-05');
    await drawer.getByRole('button', { name: '保存' }).click();
    // A Friday is worked anyway: the sentence stands under the entry that holds the day, and nothing typed is lost.
    await on.locator('.block .error').waitFor();
    assert.equal(await off.locator('.error').count(), 0);
    assert.equal(await drawer.locator('[data-path=notice] input').inputValue(), '国办发明电〔2026〕99号');
    await on.locator('.block input').nth(1).fill('2027-03-07');
    await assertSound(screen, 'calendar-enter-year');
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.locator('.summary', { hasText: '国办发明电〔2026〕99号' }).waitFor();
    // Without the 3rd: 4, 5, Sunday the 7th, 8 and 9.
    const said = await count(page, '2027-03-02', '5');
    assert.match(said, /2027-03-09/);
    assert.doesNotMatch(said, /暂定/);
    assert.match(said, /2027-03-03.*演示假，不计入/);
    assert.match(said, /2027-03-07.*调休上班，计入/);
    await screen.close();
  });
});
