import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PROJECT_ROOT } from '../server/platform/project-root.ts';
import { LONG } from './support/long-run.ts';
import { HOW_TO_GET_CHROMIUM, findChromium, hasChineseFont, installChromium } from './support/chromium.ts';
import { laidDemo } from './support/product.ts';
import { clockEnv, shiftOf } from './support/run-clock.ts';

// `npm test [-- files or mocha options]`: finds a browser, builds the client when it is stale, runs mocha over everything.

const LONGEST_MINUTES = 14;
const say = (line: string): void => console.log(line);

function browser(): string | null {
  const found = findChromium();
  const ready = found !== null && hasChineseFont() ? found : (installChromium(say) ?? found);
  if (ready === null) say(HOW_TO_GET_CHROMIUM);
  return ready;
}

interface Group {
  name: string;
  specs: readonly string[];
}

/**
 * Three processes beside each other: each waits much for others, for the browser, the store or a product it started. What
 * they do is shared out so that they end at about the same time.
 */
const BROWSER = ['test/architecture/*.test.ts', 'test/replays/*.test.ts', 'test/browser/**/*.test.ts'];
const FEATURES = ['test/features/**/*.test.ts'];
const apart = (specs: readonly string[]): string[] => specs.flatMap((one) => ['--ignore', one]);
const EVERYTHING: readonly Group[] = [
  { name: 'browser', specs: BROWSER },
  { name: 'features', specs: FEATURES },
  { name: 'ground', specs: ['test/**/*.test.ts', ...apart([...BROWSER, ...FEATURES])] },
];

/**
 * Two slow cores have a quarter of an hour for the rest: what stands here is for the long run. What it shows is shown by a
 * shorter test too, or through the doors: the pages themselves are all opened in every run (every-page.test.ts).
 */
const scenario = (name: string): string => `test/scenarios/${name}.test.ts`;
const pages = (name: string): string => `test/browser/${name}.test.ts`;
const LONG_ALONE = [
  ...['report-wenshan-2020', 'faults-store-stands', 'faults-import'].map(scenario),
  ...['faults-messages', 'faults-disk-full'].map(scenario),
  ...['admin-acts', 'opening-accounts', 'own-account', 'hard-days', 'work-calendar', 'operations'].map(pages),
  ...['role-homes', 'leader', 'inspections', 'evidence', 'group-claim', 'credit'].map(pages),
  'test/platform/change-blind-key.test.ts',
  'test/security/lists-and-exports.test.ts',
];

const ROOT = fileURLToPath(PROJECT_ROOT);
const out = fileURLToPath(new URL('test/.out/', PROJECT_ROOT));
const reportOf = (name: string): string => `${out}report-${name}.json`;

const LAID = `${out}laid-demo.json`;
/** Those that need the demo come late: by then it is there, and nobody has waited the minute for it. */
async function layDemoBeside(): Promise<void> {
  const said = await laidDemo().catch((error: unknown) => ({ failed: String(error) }));
  writeFileSync(`${LAID}.part`, JSON.stringify(said));
  renameSync(`${LAID}.part`, LAID);
}

/** Requests and answers live briefly: with room for them a tenth of the work is not spent on clearing up. */
const ROOM_FOR_YOUNG = '--max-semi-space-size=32';

/** One mocha process; what it prints is shown in one piece when others run beside it. */
function run({ name, specs }: Group, chromium: string | null, atOnce: boolean): Promise<number> {
  const mocha = spawn(
    process.execPath,
    [
      ...[ROOM_FOR_YOUNG, '--import', 'tsx', 'node_modules/mocha/bin/mocha.js'],
      ...['--reporter', 'test/support/reporter.js', '--require', 'test/support/root-hooks.ts'],
      ...specs,
    ],
    {
      stdio: atOnce ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: 'test',
        TZ: process.env['TZ'] ?? 'UTC',
        CHROMIUM_PATH: chromium ?? '',
        TEST_REPORT: reportOf(name),
        ...(atOnce ? {} : { TEST_LAID_DEMO: LAID }),
      },
    },
  );
  const printed: Buffer[] = [];
  mocha.stdout?.on('data', (part: Buffer) => printed.push(part));
  mocha.stderr?.on('data', (part: Buffer) => printed.push(part));
  const tooLong = setTimeout(() => {
    say(`The tests (${name}) did not end within ${LONGEST_MINUTES} minutes and were stopped.`);
    mocha.kill('SIGKILL');
  }, LONGEST_MINUTES * 60_000);
  return new Promise((resolve) => {
    mocha.on('close', (code) => {
      clearTimeout(tooLong);
      if (!atOnce) say(`\n===== ${name} =====\n${Buffer.concat(printed).toString('utf8')}`);
      resolve(code ?? 1);
    });
  });
}

interface Counts {
  passes: number;
  failures: number;
  pending: number;
  duration: number;
  files: unknown[];
}

/** The groups' own reports as one; a group that left none counts as a failure. */
function sumUp(groups: readonly Group[]): void {
  const sum: Counts = { passes: 0, failures: 0, pending: 0, duration: 0, files: [] };
  for (const { name } of groups) {
    try {
      const counts = JSON.parse(readFileSync(reportOf(name), 'utf8')) as Counts; // our own reporter's
      sum.passes += counts.passes;
      sum.failures += counts.failures;
      sum.pending += counts.pending;
      sum.duration = Math.max(sum.duration, counts.duration);
      sum.files.push(...counts.files);
    } catch {
      say(`The tests (${name}) left no report.`);
      sum.failures += 1;
    }
  }
  writeFileSync(`${out}report.json`, JSON.stringify(sum, null, 2));
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const asked = process.argv.slice(2);
const named = asked.some((one) => one.endsWith('.ts'));
const groups = named
  ? [{ name: 'asked', specs: asked }]
  : EVERYTHING.map(({ name, specs }) => ({
      name,
      specs: [...specs, ...(LONG ? [] : apart(LONG_ALONE)), ...asked],
    }));
const chromium = browser();
// Pages and programs, once for all tests that start a product.
const built = spawnSync(process.execPath, ['server/launch.js', 'server/build.ts'], {
  cwd: ROOT,
  stdio: 'inherit',
});
if (built.status !== 0) process.exit(1);

const shift = shiftOf(Date.now(), process.env['TEST_AT']);
if (shift > 0) say(`The clocks of this run are set ahead by ${Math.round(shift / 1000)} s.`);
Object.assign(process.env, clockEnv(shift)); // of everything it starts from here on

if (groups.length > 1) void layDemoBeside();
const codes = await Promise.all(groups.map((group) => run(group, chromium, groups.length === 1)));
sumUp(groups);
process.exitCode = codes.find((code) => code !== 0) ?? 0;
