import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const USUAL = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];

/** Path of a Chromium: CHROMIUM_PATH first, then the usual names on PATH; null where there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') return existsSync(named) ? named : null;
  for (const name of USUAL) {
    for (const folder of (process.env['PATH'] ?? '').split(':')) {
      if (folder !== '' && existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
    }
  }
  return null;
}

export const HOW_TO_GET_CHROMIUM =
  'No Chromium found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH; the browser tests are skipped.';

/** As root on Debian, installs Chromium and the Chinese fonts from Debian's packages, saying so. */
export function installChromium(say: (line: string) => void): string | null {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) return null;
  say('No Chromium found: installing chromium and fonts-noto-cjk from Debian packages …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'],
  ]) {
    const done = spawnSync('apt-get', args, { env, encoding: 'utf8', timeout: 300_000 });
    if (done.status !== 0) {
      say(`apt-get ${args[0]} failed:\n${(done.stderr || done.stdout).slice(-1000)}`);
      return null;
    }
  }
  return findChromium();
}

/** Screenshots need a Chinese font; the browser alone does not bring one. */
export function hasChineseFont(): boolean {
  const listed = spawnSync('fc-list', [':lang=zh-cn'], { encoding: 'utf8' });
  return listed.status === 0 && listed.stdout.trim() !== '';
}
