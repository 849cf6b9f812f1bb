import assert from 'node:assert/strict';
import { ROLES } from '../../server/core/contract/roles.ts';
import { axeFindings, shot, useBrowser, WIDTHS, type Width } from '../support/browser.ts';
import { demoAccount } from '../support/demo-accounts.ts';
import { settled, sideways, signIn, useProduct } from './one-product.ts';

const ON_THE_PHONE = ['gridOfficer'];

describe('browser: everybody comes home', function () {
  this.timeout(90_000);
  const product = useProduct();
  const browser = useBrowser();

  for (const width of Object.keys(WIDTHS) as Width[]) {
    for (const role of ROLES.filter((one) => one !== 'worker')) {
      it(`${role} signs in at ${WIDTHS[width].width} px and finds the own home page`, async () => {
        const { page, complaints, close } = await browser.open(width);
        await signIn(page, product.url(), demoAccount(role));
        assert.equal(new URL(page.url()).pathname, ON_THE_PHONE.includes(role) ? '/m' : '/');
        await settled(page);
        assert.match(await page.innerText('h1'), /，您好$/);
        assert.deepEqual(await axeFindings(page), []);
        assert.equal(await sideways(page), 0);
        assert.deepEqual(complaints, []);
        await shot(page, `home-${role}-${width}`);
        await close();
      });
    }
  }

  it('a home page without open work says what will be there and the first step, and nothing there is a dead link', async () => {
    const { page, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('inspector'));
    await settled(page);
    const coming = page.locator('.coming li');
    assert.ok((await coming.count()) >= 3);
    for (const text of await coming.allInnerTexts()) assert.match(text, /第一步：/);
    assert.equal(await coming.locator('a, button').count(), 0);
    await close();
  });

  it('the language is switched for the whole page, remembered, and told to the browser', async () => {
    const { page, complaints, close } = await browser.open('desk');
    await signIn(page, product.url(), demoAccount('leader'));
    await page.click('.top-bar .lang-switch');
    await page.waitForSelector('text=Work calendar');
    assert.equal(await page.getAttribute('html', 'lang'), 'en');
    await page.reload();
    await page.waitForSelector('text=Work calendar');
    await settled(page);
    assert.match(await page.innerText('h1'), /^Hello /);
    assert.match(await page.title(), /^Home/);
    assert.deepEqual(await axeFindings(page), []);
    assert.deepEqual(complaints, []);
    await close();
  });
});
