import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildClient } from '../server/build-client.ts';
import { HOW_TO_GET_CHROMIUM, findChromium, hasChineseFont, installChromium } from './support/chromium.ts';

// `npm test [-- files or mocha options]`: finds a browser, builds the client when it is stale, runs mocha over everything.

const LONGEST_MINUTES = 14;
const say = (line: string): void => console.log(line);

function browser(): string | null {
  const found = findChromium();
  const ready = found !== null && hasChineseFont() ? found : (installChromium(say) ?? found);
  if (ready === null) say(HOW_TO_GET_CHROMIUM);
  return ready;
}

const out = fileURLToPath(new URL('.out/', import.meta.url));
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const asked = process.argv.slice(2);
const specs = asked.some((one) => one.endsWith('.ts')) ? [] : ['test/**/*.test.ts'];
const chromium = browser();
await buildClient({ log: say });

const mocha = spawn(
  process.execPath,
  [
    ...['--import', 'tsx', 'node_modules/mocha/bin/mocha.js'],
    ...['--reporter', 'test/support/reporter.js', '--require', 'test/support/root-hooks.ts'],
    ...specs,
    ...asked,
  ],
  {
    stdio: 'inherit',
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, NODE_ENV: 'test', TZ: process.env['TZ'] ?? 'UTC', CHROMIUM_PATH: chromium ?? '' },
  },
);
const tooLong = setTimeout(() => {
  say(`The tests did not end within ${LONGEST_MINUTES} minutes and were stopped.`);
  mocha.kill('SIGKILL');
}, LONGEST_MINUTES * 60_000);
mocha.on('exit', (code) => {
  clearTimeout(tooLong);
  process.exitCode = code ?? 1;
});
