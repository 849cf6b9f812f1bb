import assert from 'node:assert/strict';
import type { DemoMessage } from '../../server/core/contract/operations.ts';
import { axeFindings, shot, useBrowser } from '../support/browser.ts';
import { eventually } from '../support/eventually.ts';
import { useProduct } from './one-product.ts';
import { settled, sideways } from './short-cuts.ts';

const FIRST_LOAD_KB = 150;
/** Nobody's: the demo worker's number is left to the tests of his complaint. */
const PHONE = '13912345670';

describe('browser: a worker on a phone', function () {
  this.timeout(90_000);
  const browser = useBrowser();
  const product = useProduct();

  async function codeFor(phone: string): Promise<string> {
    return eventually(
      'the code is in the demo inbox',
      async () => {
        const answer = await fetch(`${product.url()}/api/demo-inbox?phone=${phone}`);
        const messages = (await answer.json()) as DemoMessage[]; // the contract's promise
        return messages.map((message) => /\d{6}/.exec(message.text)?.[0]).find((code) => code !== undefined);
      },
      30_000,
      200,
    );
  }

  it('signs in with the code of a text message, in large text too', async () => {
    const { page, complaints, close } = await browser.open('phone');
    await page.goto(`${product.url()}/m`);
    await page.click('button:has-text("登录"), a:has-text("登录") >> nth=0');
    await page.waitForSelector('#phone-number');
    await settled(page);
    assert.deepEqual(await axeFindings(page), []);

    await page.fill('#phone-number', PHONE.slice(0, 10));
    await page.click('button[type=submit]');
    assert.equal(await page.innerText('#phone-number-error'), '手机号少了 1 位，请再看一下');

    await page.fill('#phone-number', PHONE);
    await page.click('button[type=submit]');
    await page.waitForSelector('#phone-code');
    assert.match(await page.innerText('.question'), /秒后可以再发/);
    assert.equal(await page.isDisabled('button:has-text("秒后可以再发")'), true);
    await settled(page);
    assert.deepEqual(await axeFindings(page), []);
    await shot(page, 'phone-code');

    await page.fill('#phone-code', await codeFor(PHONE));
    await page.waitForURL(`${product.url()}/m`);
    await page.waitForSelector('a[href="/m/pay"]');
    await settled(page);
    assert.match(await page.innerText('h1'), /，您好$/);
    assert.deepEqual(await axeFindings(page), []);

    const size = () => page.evaluate<number>('parseFloat(getComputedStyle(document.body).fontSize)');
    const before = await size();
    assert.equal(before, 18);
    await page.click('.large-text-switch');
    await eventually('the text is larger', async () => Math.abs((await size()) / before - 1.3) < 0.01);
    assert.equal(await sideways(page), 0);
    await shot(page, 'phone-home-large');

    await page.click('button:has-text("退出登录")');
    await page.waitForSelector('text=用手机号登录，不用记密码，不收钱。');
    assert.deepEqual(complaints, []);
    await close();
  });

  it('big fingers: every button and link on the sign-in page is at least 44 pixels high', async () => {
    const { page, close } = await browser.open('phone');
    await page.goto(`${product.url()}/m/sign-in`);
    await page.waitForSelector('#phone-number');
    await settled(page);
    const low = await page.evaluate<string[]>(
      '[...document.querySelectorAll("button, a, input")].filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)',
    );
    assert.deepEqual(low, []);
    await close();
  });

  it(`loads at most ${FIRST_LOAD_KB} kB over the wire before it can be used`, async () => {
    const { page, close } = await browser.openNew('phone');
    const wire = await page.context().newCDPSession(page);
    await wire.send('Network.enable');
    let bytes = 0;
    wire.on('Network.loadingFinished', (one) => (bytes += one.encodedDataLength));
    await page.goto(`${product.url()}/m/sign-in`);
    await page.waitForSelector('#phone-number');
    await settled(page);
    assert.ok(bytes > 20_000, 'the measuring works');
    assert.ok(bytes <= FIRST_LOAD_KB * 1000, `${bytes} bytes`);
    await close();
  });

  it('every phone page, also one that is not there, has the number to call', async () => {
    const { page, close } = await browser.open('phone');
    for (const path of ['/m', '/m/sign-in', '/m/nowhere', '/c/nowhere', '/t/nowhere']) {
      await page.goto(`${product.url()}${path}`);
      await page.waitForSelector('h1');
      assert.equal(await page.getAttribute('footer a', 'href'), 'tel:12333', path);
    }
    await close();
  });
});
