import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { watchTraffic } from './page-traffic.ts';
import { HOW_TO_GET_CHROMIUM, findChromium } from './chromium.ts';

const OUT = fileURLToPath(new URL('../.out/screens/', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WIDTHS = { phone: { width: 360, height: 640 }, desk: { width: 1440, height: 900 } } as const;
export type Width = keyof typeof WIDTHS;

export interface Screen {
  page: Page;
  /** What the page complained about: script errors and refused content. */
  complaints: string[];
  close(): Promise<void>;
}

let launching: Promise<Browser> | undefined;
/** Screens whose tests ended well, emptied of everything they left: a new one costs the browser half a second. */
const emptied: { key: string; page: Page }[] = [];

const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** The pages have the clock of the run (run-clock.ts). */
const CLOCK_SHIFT_MS = Number(process.env['CLOCK_SHIFT_MS'] ?? 0);
const SHIFT_CLOCK = `{
  const Right = Date;
  const now = () => Right.now() + ${CLOCK_SHIFT_MS};
  globalThis.Date = new Proxy(Right, {
    construct: (target, args) => Reflect.construct(target, args.length === 0 ? [now()] : args),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
}`;

interface BrowserInUse {
  /** A browser nobody is signed in to and that has stored nothing; files of the product may still be in its cache. */
  open(width: Width, locale?: 'zh-CN' | 'en'): Promise<Screen>;
  /** One that has never been anywhere, for measuring a first visit. */
  openNew(width: Width, locale?: 'zh-CN' | 'en'): Promise<Screen>;
}

/** Runs this file's tests in a real browser; without one they are reported as skipped, with how to get it. */
export function useBrowser(): BrowserInUse {
  let browser: Browser | null = null;
  before(async function () {
    this.timeout(60_000);
    const executablePath = findChromium();
    if (executablePath === null) {
      this.test!.title += ` (${HOW_TO_GET_CHROMIUM})`;
      this.skip();
    }
    browser = await (launching ??= launch(executablePath));
  });
  const newPage = async (width: Width, locale: string): Promise<Page> => {
    if (browser === null) throw new Error('The browser is not running');
    const viewport = WIDTHS[width];
    // What moves is drawn frame by frame, for nobody: the pages leave it out for whoever asks for that.
    const context = await browser.newContext({
      viewport,
      locale,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    if (CLOCK_SHIFT_MS !== 0) await context.addInitScript({ content: SHIFT_CLOCK });
    return context.newPage();
  };
  const openNew: BrowserInUse['openNew'] = async (width, locale = 'zh-CN') =>
    screenOf(await newPage(width, locale), `${width} ${locale}`);
  return {
    openNew,
    open: async (width, locale = 'zh-CN') => {
      const at = emptied.findIndex(({ key }) => key === `${width} ${locale}`);
      const [found] = at < 0 ? [] : emptied.splice(at, 1);
      return found === undefined ? openNew(width, locale) : screenOf(found.page, found.key);
    },
  };
}

/** The pictures of the guides are taken by a script that uses what is here without mocha. */
if ('after' in globalThis)
  after(async () => {
    await (await launching)?.close();
  });

function screenOf(page: Page, key: string): Screen {
  const complaints: string[] = [];
  watchTraffic(page);
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    // A refused request or a network taken away is an answer, and the page says so itself; what counts is scripts
    // and content policy.
    const isOfTheNetwork = /^Failed to load resource|net::ERR_INTERNET_DISCONNECTED/.test(text);
    if (message.type() === 'error' && !isOfTheNetwork) complaints.push(text);
  });
  return {
    page,
    complaints,
    close: async () => {
      await empty(page);
      emptied.push({ key, page });
    },
  };
}

/** Takes from a page and its context whatever a test did to them: data, cookies, routes, media, listeners, history. */
async function empty(page: Page): Promise<void> {
  const context = page.context();
  const { origin } = new URL(page.url());
  page.removeAllListeners();
  await context.setOffline(false);
  await page.unrouteAll();
  // Out of the site and back would be two new processes of the browser; within it, it goes on with what it has loaded.
  const rest = origin === 'null' ? 'about:blank' : `${origin}/favicon.svg`;
  await Promise.all(
    context
      .pages()
      .map((one) => (one === page ? one.goto(rest).catch(() => one.goto('about:blank')) : one.close())),
  );
  await page.evaluate('globalThis.sessionStorage?.clear()').catch(() => null); // about:blank has none
  const wire = await context.newCDPSession(page);
  if (origin !== 'null') await wire.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await wire.send('Page.resetNavigationHistory');
  await wire.detach();
  await context.clearCookies();
  await context.clearPermissions();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: 'reduce' });
}

/** Half-way through a fade colours are not what anybody reads; what turns for ever is not waited for. */
const END_OF_MOTION = `Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished),
).then(() => null)`;

/** axe's serious and critical findings on the page as it stands, once nothing moves on it, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Once per document: its half a megabyte takes longer to read than many a page to check.
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axeSource);
  await page.evaluate(END_OF_MOTION);
  return page.evaluate(async () => {
    interface Finding {
      id: string;
      impact: string | null;
      nodes: { target: string[] }[];
    }
    const axe = (
      globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Finding[] }> } }
    ).axe; // just loaded
    const { violations } = await axe.run({
      preload: false, // it would fetch style sheets and media of other origins; the pages have none
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      resultTypes: ['violations'], // what is in order is not described element by element
    });
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}

/** Keeps a picture of the page for whoever wants to look and says so: KEEP_SCREENS=1. */
export async function shot(page: Page, name: string): Promise<void> {
  if ((process.env['KEEP_SCREENS'] ?? '') === '') return;
  mkdirSync(OUT, { recursive: true });
  await page.screenshot({ path: `${OUT}${name}.png` });
}
