import assert from 'node:assert/strict';
import { useBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { settled, sideways } from './short-cuts.ts';

/** A phone's voice that keeps what it is asked to say; what runs inside the page is text. */
const VOICE = `window.said = [];
Object.defineProperty(window, 'speechSynthesis', { value: {
  speak: (words) => { window.said.push(words.lang + ' ' + words.text); words.onstart?.(); },
  cancel: () => undefined,
} });`;
const NO_VOICE = 'delete Window.prototype.speechSynthesis; delete window.speechSynthesis;';

describe('browser: read aloud and in large letters', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a page is read sentence by sentence in its language, and stops when asked', async () => {
    const { page } = await browser.openNew('phone');
    await page.addInitScript(VOICE);
    await page.goto(`${product.url()}/m`);
    await page.getByRole('button', { name: '读给我听' }).click();
    const said = await page.evaluate<string[]>('window.said');
    assert.ok(said.includes('zh-CN 老板欠您工钱？'), said.join('\n'));
    assert.ok(said.some((one) => one.includes('我要投诉')));
    assert.ok(!said.some((one) => one.includes('读给我听')), 'the button itself is not read');
    await page.getByRole('button', { name: '别读了' }).click();
    await page.getByRole('button', { name: '读给我听' }).waitFor();
    await page.goto(`${product.url()}/m/new`);
    await page.locator('.lang-switch').click();
    await page.getByRole('button', { name: 'Read aloud' }).click();
    assert.match((await page.evaluate<string[]>('window.said'))[0] ?? '', /^en /);
    await page.context().close();
  });

  it('a phone without a voice says so', async () => {
    const { page } = await browser.openNew('phone');
    await page.addInitScript(NO_VOICE);
    await page.goto(`${product.url()}/m`);
    await page.getByRole('button', { name: '读给我听' }).click();
    await page.getByRole('button', { name: '这台手机不会读' }).waitFor();
    await page.context().close();
  });

  it('large letters, switched on at the desk’s door, stay for the next visit and on the phone’s pages', async () => {
    const { page, close } = await browser.open('desk');
    const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
    await page.goto(`${product.url()}/sign-in`);
    await page.locator('h1').waitFor();
    assert.equal(await size(), 14);
    await page.locator('.large-text-switch').click();
    // A page's first words stand before its script, which makes them larger.
    const grows = (from: number) =>
      eventually(`text of ${from} is larger`, async () => Math.abs((await size()) - from * 1.3) < 0.1);
    await grows(14);
    await page.goto(`${product.url()}/m`);
    await grows(18);
    assert.equal(await page.getAttribute('.large-text-switch', 'aria-pressed'), 'true');
    await page.goto(`${product.url()}/public`);
    await page.locator('h1').waitFor();
    await grows(14);
    await settled(page);
    assert.equal(await sideways(page), 0);
    await close();
  });
});
