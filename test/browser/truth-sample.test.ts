import assert from 'node:assert/strict';
import type { DemoMessage } from '../../server/core/contract/operations.ts';
import type { Page as Rows } from '../../server/core/contract/page.ts';
import type { TruthQuestion, TruthSampleView } from '../../server/core/contract/truth-sample.ts';
import { payMonthOf, previousPayMonth } from '../../server/core/kit/plain-date.ts';
import { peopleOf } from '../../seeds/pay-side/people.ts';
import { PLANNED_PROJECTS } from '../../seeds/pay-side/plan.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, enterAs } from './short-cuts.ts';
import { enterByPhone } from './worker-steps.ts';

const TODAY = systemClock.today();
const MONTH = previousPayMonth(payMonthOf(TODAY));
const MONTH_WORDS = `${MONTH.slice(0, 4)}年${Number(MONTH.slice(5))}月`;

describe('browser: whether last month’s wages arrived', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  const asked = async <Answer>(
    request: { get: (url: string) => Promise<{ json(): Promise<unknown> }> },
    path: string,
  ) => (await (await request.get(`${product.url()}/api${path}`)).json()) as Answer; // the contract's promise

  /** The phones of the demo's people to which this month's question went. */
  async function askedPhones(): Promise<string[]> {
    const people = PLANNED_PROJECTS.flatMap(({ teams }) => teams).flatMap((team) => peopleOf(team, TODAY));
    const phones = [...new Set(people.flatMap(({ phone }) => phone ?? []))];
    const got: string[] = [];
    for (const phone of phones) {
      const answer = await fetch(`${product.url()}/api/demo-inbox?phone=${phone}`);
      const messages = (await answer.json()) as DemoMessage[]; // the contract's promise
      if (messages.some(({ text }) => text.includes('/m/truth') && text.includes(MONTH_WORDS)))
        got.push(phone);
    }
    return got;
  }

  it('a worker drawn by lot says so in one tap on his phone and may change it; the office reads numbers alone', async () => {
    const phone = await browser.open('phone');
    const { page } = phone;
    let question: TruthQuestion | null = null;
    for (const number of await askedPhones()) {
      await page.context().clearCookies();
      await enterByPhone(page, product.url(), number);
      question = await asked<TruthQuestion | null>(page.request, '/my/truth-question');
      if (question?.month === MONTH && question.answer === undefined) break;
    }
    assert.ok(question !== null && question.answer === undefined, 'somebody of the demo has yet to answer');

    const desk = await browser.open('desk');
    await enterAs(desk.page, product.url(), 'leader');
    const sample = async (): Promise<TruthSampleView> => {
      const { items } = await asked<Rows<TruthSampleView>>(desk.page.request, '/truth-samples');
      const own = items.find(({ month }) => month === MONTH);
      assert.ok(own, 'the demo has asked about last month');
      return own;
    };
    const { answered } = await sample();

    await page.goto(`${product.url()}/m/truth`);
    await page.getByText(question.projectName).waitFor();
    await assertSound(phone, 'truth-question');
    await page.getByRole('button', { name: '没拿到' }).click();
    await page.getByText('谢谢您，记下了').waitFor();
    await assertSound(phone, 'truth-thanks');
    await page.reload();
    await page.getByRole('button', { name: '改一下我的回答' }).click();
    await page.getByRole('button', { name: '全拿到了' }).click();
    await page.getByText('谢谢您，记下了').waitFor();
    assert.equal((await asked<TruthQuestion>(page.request, '/my/truth-question')).answer, 'full');

    const after = await sample();
    assert.equal(after.answered, answered + 1, 'counted once, however often it was changed');
    await desk.page.goto(`${product.url()}/truth-samples`);
    const rows = desk.page.locator('tbody tr');
    const row = rows.first();
    await row.getByText(MONTH, { exact: true }).waitFor();
    await row.getByText('回答不足 10 人，不显示').waitFor();
    assert.match(await row.innerText(), new RegExp(`${after.asked}[^]*${after.answered}`, 'u'));
    await rows.filter({ hasText: '%' }).first().waitFor();
    await assertSound(desk, 'truth-samples');
    await phone.close();
    await desk.close();
  });
});
