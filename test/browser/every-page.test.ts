import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { axeFindings, shot, useBrowser, WIDTHS, type Screen } from '../support/browser.ts';
import { demoWorkerPhone } from '../support/demo-accounts.ts';
import { LONG } from '../support/long-run.ts';
import { useProduct } from './one-product.ts';
import { DESK_PAGES, PHONE_PAGES, type PageRow, type Reader } from './page-list.ts';
import { cutOff, cutOffWhenLarge, dataIn, longLines, lostInPrint, notEnglish } from './page-sound.ts';
import { enterAs, settled } from './short-cuts.ts';
import { enterByPhone } from './worker-steps.ts';

type Name = 'desk' | 'phone';
/** Each page is read at these widths; 720 is a desk screen at 200 %. The short run reads it at the one it is made for. */
const readAt = (name: Name): readonly number[] =>
  LONG ? [1440, 1920, 768, 720, 360] : [name === 'desk' ? 1440 : 360];
const ONE_OF_EACH = [1440, 360];
/** The printable part of A4 at 96 dots an inch: 12 mm are left on each side. */
const [SHORT_SIDE, LONG_SIDE] = [703, 1032];

const LOCALES = fileURLToPath(new URL('../../client/src/locales/en/', import.meta.url));
const namespaces = readdirSync(LOCALES).map((file) =>
  file.replace('.ts', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
);
const ROUTER = 'document.querySelector("#app").__vue_app__.config.globalProperties.$router';

/** The pages of the document that is open, as its own router knows them: neither frames nor signposts. */
const routesOn = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `${ROUTER}.getRoutes().filter((one) => !one.redirect && one.children.length === 0).map(({ path }) => path)`,
  );

/** Follows a link within the document, as people do; a whole new load takes three times as long. */
async function follow(page: Page, address: string): Promise<void> {
  await page.setViewportSize(WIDTHS.desk);
  await page.evaluate(`${ROUTER}.push(${JSON.stringify(address)}).then(() => undefined)`);
  await page.waitForSelector('h1');
  await settled(page);
  // A complaint that is begun has its first question at an address of its own.
  const [path = ''] = address.split('?');
  assert.ok(new URL(page.url()).pathname.startsWith(path), page.url());
  assert.equal(await page.locator('h1').count(), 1, 'one title');
}

/** As its switch does it; a page without one is the same as after a reload. */
async function inLanguage(page: Page, locale: 'zh-CN' | 'en'): Promise<void> {
  const languages = page.locator('.lang-switch').first();
  if ((await languages.count()) > 0) await languages.click();
  else {
    await page.evaluate(`localStorage.setItem('anxin.locale', '${locale}')`);
    await page.reload();
  }
  await page.waitForSelector(`html[lang=${locale}]`);
  await settled(page);
}

async function unsoundOn(page: Page, name: Name, picture: string): Promise<string[]> {
  const found: string[] = [];
  const note = (where: string, all: readonly string[]): void =>
    void found.push(...all.map((one) => `${where}: ${one}`));
  for (const width of readAt(name)) {
    await page.setViewportSize({ width, height: width === 720 ? 450 : 900 });
    await settled(page);
    note(`${width}`, await cutOff(page));
    if (width === 1920) note('lines', await longLines(page));
    if (ONE_OF_EACH.includes(width)) note(`${width}`, await axeFindings(page));
    if (LONG && ONE_OF_EACH.includes(width)) note(`${width} in large letters`, await cutOffWhenLarge(page));
    await shot(page, `${picture}-${width}`);
  }
  if (LONG) found.push(...(await lostOnPaper(page, picture)));
  await page.setViewportSize(WIDTHS.desk);
  return found;
}

/** As the printer would have it: on paper that lies where the page says that its tables are wide. */
async function lostOnPaper(page: Page, picture: string): Promise<string[]> {
  await page.emulateMedia({ media: 'print' });
  const lies = await page.evaluate<boolean>(
    '[...document.querySelectorAll("main")].some((one) => getComputedStyle(one).page === "wide")',
  );
  await page.setViewportSize({ width: lies ? LONG_SIDE : SHORT_SIDE, height: lies ? SHORT_SIDE : LONG_SIDE });
  const lost = await lostInPrint(page);
  await shot(page, `${picture}-print`);
  await page.emulateMedia({ media: null });
  return lost.map((one) => `on paper: ${one}`);
}

const byReader = (pages: Record<string, PageRow>): [Reader, [string, PageRow][]][] => {
  const readers = [...new Set(Object.values(pages).map(({ reader }) => reader))];
  return readers.map((reader) => [reader, Object.entries(pages).filter(([, row]) => row.reader === reader)]);
};

describe('browser: every page there is', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  const product = useProduct();

  for (const [name, entry, pages] of [
    ['desk', '/sign-in', DESK_PAGES],
    ['phone', '/m', PHONE_PAGES],
  ] as const) {
    it(`has a row in the list of ${name} pages, and each row a page`, async () => {
      const { page, close } = await browser.open('desk');
      await page.goto(`${product.url()}${entry}`);
      await page.waitForSelector('h1');
      assert.deepEqual((await routesOn(page)).sort(), Object.keys(pages).sort());
      await close();
    });

    for (const [reader, rows] of byReader(pages)) {
      describe(`read by ${reader} on the ${name}`, () => {
        let screen: Screen;
        let answers: Promise<unknown>[] = [];
        let data = '';
        before(async () => {
          screen = await browser.open('desk');
          const { page } = screen;
          page.on('response', (answer) => {
            if (answer.headers()['content-type']?.includes('json'))
              answers.push(answer.json().catch(() => undefined));
          });
          // Each page is read in both languages; the reader's own choice stays as it was for the tests after this.
          await page.route('**/api/account', (route) =>
            route.request().method() === 'PATCH' ? route.fulfill({ status: 204 }) : route.continue(),
          );
          if (reader === 'worker') await enterByPhone(page, product.url(), demoWorkerPhone());
          else if (reader !== 'anyone') await enterAs(page, product.url(), reader);
          await page.goto(`${product.url()}${entry}`);
          await page.waitForSelector('h1');
        });
        after(() => screen.close());

        const inEnglish = async (page: Page): Promise<string[]> => {
          await inLanguage(page, 'en');
          for (const body of await Promise.all(answers)) data += dataIn(body).join('\n');
          answers = [];
          const found = await notEnglish(page, data, namespaces);
          await inLanguage(page, 'zh-CN');
          return found;
        };

        for (const [route, row] of rows) {
          it(route, async () => {
            const { page, complaints } = screen;
            const url = product.url();
            const address = typeof row.at === 'function' ? await row.at(page, url) : (row.at ?? route);
            await follow(page, address);
            const found = await unsoundOn(page, name, `page${address.replaceAll(/[/?=]/g, '-')}`);
            if (LONG) found.push(...(await inEnglish(page)));
            assert.deepEqual(found, []);
            assert.deepEqual(complaints, [], 'no script error, nothing refused by the content policy');
          });
        }
      });
    }
  }
});
