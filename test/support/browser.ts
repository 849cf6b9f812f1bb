import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
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

/** Runs this file's tests in a real browser; without one they are reported as skipped, with how to get it. */
export function useBrowser(): { open(width: Width, locale?: 'zh-CN' | 'en'): Promise<Screen> } {
  let browser: Browser | null = null;
  before(async function () {
    this.timeout(60_000);
    const executablePath = findChromium();
    if (executablePath === null) {
      this.test!.title += ` (${HOW_TO_GET_CHROMIUM})`;
      this.skip();
    }
    browser = await chromium.launch({
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
  });
  after(async () => {
    await browser?.close();
  });
  return {
    open: async (width, locale = 'zh-CN') => {
      if (browser === null) throw new Error('The browser is not running');
      const context = await browser.newContext({
        viewport: WIDTHS[width],
        locale,
        timezoneId: 'Asia/Shanghai',
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        const text = message.text();
        // A refused request is an answer, and the page says so itself; what counts is scripts and content policy.
        if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(text);
      });
      return { page, complaints, close: () => context.close() };
    },
  };
}

/** Half-way through a fade colours are not what anybody reads; what turns for ever is not waited for. */
const END_OF_MOTION = `Promise.allSettled(
  document.getAnimations()
    .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
    .map((one) => one.finished),
).then(() => null)`;

/** axe's serious and critical findings on the page as it stands, once nothing moves on it, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
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
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`);
  });
}

/** Keeps a picture of the page for whoever wants to look. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  await page.screenshot({ path: `${OUT}${name}.png` });
}
