import assert from 'node:assert/strict';
import { DEMO_PROJECTS } from '../../seeds/registry/demo-registry.ts';
import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { demoWorkerPhone } from '../support/demo-accounts.ts';
import { assertSound, settled } from './short-cuts.ts';
import { answerFacts, at, enterByPhone, goOn, typeMoney } from './worker-steps.ts';

const FIRST_LOAD_KB = 150;
const NOBODYS = withCheckDigit('532601202099999');

describe('browser: a worker looks a receipt up', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  it('a wrong digit is said while typing, and the number is not sent', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await page.goto(`${product.url()}/t`);
    await page.waitForSelector('#receipt-number');
    await page.fill('#receipt-number', NOBODYS.slice(0, 12));
    assert.equal(await page.locator('.q-error:not(:empty)').count(), 0);
    const wrong = `${NOBODYS.slice(0, 5)}${NOBODYS[5] === '9' ? '8' : '9'}${NOBODYS.slice(6)}`;
    await page.fill('#receipt-number', wrong);
    assert.match(await page.innerText('#question-error'), /有一位不对/);
    await goOn(page);
    assert.equal(new URL(page.url()).pathname, '/t');
    await assertSound(screen, 'worker-wrong-receipt');
    await screen.close();
  });

  it("another person's number shows nothing and leads to the own phone or the code", async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterByPhone(page, product.url(), '13912345673');
    await page.goto(`${product.url()}/t/${NOBODYS}`);
    await page.waitForSelector('text=不是用这个手机号交的');
    await assertSound(screen, 'worker-not-mine');
    await screen.close();
  });

  it('the worker sees what waits, says that less arrived than was claimed, and writes to the office', async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    await enterByPhone(page, product.url(), demoWorkerPhone());
    await page.goto(`${product.url()}/m`);
    const card = page.getByRole('link', { name: /等您处理/ });
    await card.waitFor();
    await assertSound(screen, 'worker-home-waits');
    await card.click();
    await page.waitForSelector('.track-line li');
    await assertSound(screen, 'worker-case-progress');

    await page.getByRole('button', { name: '说钱收到没有' }).click();
    await page.waitForSelector('text=¥8,000.00，收到了吗？');
    await assertSound(screen, 'worker-money');
    await page.getByRole('button', { name: /^少了/ }).click();
    await typeMoney(page, '8000');
    await goOn(page);
    await page.waitForSelector('text=要比对方说的少');
    await page.getByRole('textbox', { name: '您实际收到多少？' }).fill('5000');
    await goOn(page);
    await page.waitForSelector('text=少的钱，我们去问对方');
    await goOn(page);
    await page.waitForSelector('.money-strip');
    assert.match(await page.innerText('.money-strip'), /看到付了\s*¥5,000\.00\s*还差\s*¥7,600\.00/);

    await page.getByRole('button', { name: '给工作人员留言' }).click();
    await goOn(page);
    await page.waitForSelector('text=请写几个字');
    await page.locator('textarea').fill('老板让我等到月底。');
    await page.waitForSelector('text=已存在手机里');
    await assertSound(screen, 'worker-message');
    await goOn(page);
    await page.waitForSelector('.track-messages');
    assert.match(await page.innerText('.track-messages .complainant'), /我 · [\s\S]*老板让我等到月底。/);
    await screen.close();
  });

  it("a site's QR leads to its questions with place and firms filled in", async () => {
    const screen = await browser.open('phone');
    const { page } = screen;
    const site = DEMO_PROJECTS[0];
    await page.goto(`${product.url()}/c/${site?.code ?? ''}`);
    await page.waitForSelector(`text=${site?.name ?? ''}`);
    await assertSound(screen, 'worker-site');
    await goOn(page);
    await page.getByRole('button', { name: /我的工钱没拿到/ }).click();
    await page.fill('.q-input', '赵小满');
    await goOn(page);
    await at(page, 'employer');
    await page.getByRole('button', { name: /劳务公司/ }).click();
    await answerFacts(page, '900');
    await assertSound(screen, 'worker-story');
    await screen.close();
  });

  for (const path of ['/m', '/m/new', '/t']) {
    it(`${path} loads at most ${FIRST_LOAD_KB} kB over the wire`, async () => {
      const { page, close } = await browser.openNew('phone');
      const wire = await page.context().newCDPSession(page);
      await wire.send('Network.enable');
      let bytes = 0;
      wire.on('Network.loadingFinished', (one) => (bytes += one.encodedDataLength));
      await page.goto(`${product.url()}${path}`);
      await page.waitForSelector('#app h1');
      await settled(page);
      assert.ok(bytes > 20_000, 'the measuring works');
      assert.ok(bytes <= FIRST_LOAD_KB * 1000, `${bytes} bytes`);
      await close();
    });
  }
});
