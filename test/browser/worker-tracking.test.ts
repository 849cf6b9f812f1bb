import assert from 'node:assert/strict';
import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';
import { useBrowser } from '../support/browser.ts';
import { useProduct } from './one-product.ts';
import { assertSound, settled } from './short-cuts.ts';
import { enterByPhone, goOn } from './worker-steps.ts';

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

  for (const path of ['/m', '/m/new', '/t']) {
    it(`${path} loads at most ${FIRST_LOAD_KB} kB over the wire`, async () => {
      const { page, close } = await browser.open('phone');
      const wire = await page.context().newCDPSession(page);
      await wire.send('Network.enable');
      let bytes = 0;
      wire.on('Network.loadingFinished', (one) => (bytes += one.encodedDataLength));
      await page.goto(`${product.url()}${path}`);
      await page.waitForSelector('h1');
      await settled(page);
      assert.ok(bytes > 20_000, 'the measuring works');
      assert.ok(bytes <= FIRST_LOAD_KB * 1000, `${bytes} bytes`);
      await close();
    });
  }
});
