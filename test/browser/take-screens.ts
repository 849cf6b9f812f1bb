import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { buildClient } from '../../server/build-client.ts';
import { WIDTHS, type Width } from '../support/browser.ts';
import { findChromium, HOW_TO_GET_CHROMIUM } from '../support/chromium.ts';
import { watchTraffic } from '../support/page-traffic.ts';
import { startProduct } from '../support/product.ts';
import { SCENES } from './scenes.ts';
import { settled } from './short-cuts.ts';

// `npm run screens -- [name …]`: takes the pictures of docs/screens again, from a fresh copy.

const OUT = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const MOST_BYTES = 200_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function keep(page: Page, name: string): Promise<void> {
  await settled(page);
  const picture = await sharp(await page.screenshot())
    .png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 })
    .toBuffer();
  if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes`);
  writeFileSync(join(OUT, `${name}.png`), picture); // as it is: written anew it would be twice as large
  say(`${name}.png ${Math.round(picture.length / 1000)} kB`);
}

/** One scene that does not play any more keeps no other from being taken; the command ends with what failed. */
async function takeAll(browser: Browser, url: string, wanted: readonly string[]): Promise<void> {
  for (const [name, scene] of Object.entries(SCENES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const width: Width = scene.width ?? 'desk';
    const context = await browser.newContext({
      viewport: WIDTHS[width],
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    watchTraffic(page);
    try {
      await scene.play(page, url);
      await keep(page, name);
    } catch (cause) {
      process.exitCode = 1;
      say(`${name}: ${String(cause)}`);
    }
    await context.close();
  }
}

const executablePath = findChromium();
if (executablePath === null) throw new Error(HOW_TO_GET_CHROMIUM);
mkdirSync(OUT, { recursive: true });
await buildClient({ log: say });
const dataDir = mkdtempSync(join(tmpdir(), 'anxin-screens-'));
// What the demo office has to do, and the four months of 2020 for the report.
for (const names of [[], ['wenshan-2020']]) {
  const { status, stderr } = spawnSync(process.execPath, ['server/launch.js', 'seeds/run.ts', ...names], {
    env: { ...process.env, NODE_ENV: 'development', DEMO: 'true', DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}
const product = await startProduct({
  dataDir,
  isFirst: true,
  withinMs: 120_000,
  env: { QUIET_FROM: '00:00', QUIET_TO: '00:00' },
});
// Date fields follow the language of the browser itself, not of the page.
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--lang=zh-CN'],
  env: { ...process.env, LANGUAGE: 'zh_CN' },
});
try {
  await takeAll(browser, product.url, process.argv.slice(2));
} finally {
  await browser.close();
  await product.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
