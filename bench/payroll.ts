import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { streamXlsxRows } from 'hucre/xlsx';
import { startProduct } from '../test/support/product.ts';
import type { Product } from '../test/support/product.ts';
import { Person } from './complaints/people.ts';
import { openSideDoor } from './complaints/prepare.ts';
import { startReading } from './complaints/reading.ts';
import { familyOf, residentMb } from './machine.ts';
import { duration, figure, Results } from './measure.ts';
import type { Sample } from './measure.ts';
import { LOGIN, MONTH, PASSWORD, prepareCrews, PROJECT, READER, workbookOf } from './payroll/prepare.ts';
import type { Crew } from './payroll/prepare.ts';
import type { BenchOptions } from './run.ts';

const SIZES = [300, 10_000];

/** Until a sheet is checked, in seconds, by its lines. */
const CHECKED_WITHIN: Readonly<Record<number, number>> = { 300: 0.5, 10_000: 4 };
const OTHERS_WITHIN_MS = 150;
const GROWTH_MB = 150;
/** The goals are those of a server that has checked many before. */
const WARM_CHECKS = 40;
/** In each round a sheet is checked so often before it is filed: a single one says more of the moment than of the work. */
const CHECKS = 5;
/** How long others are watched while nobody files. */
const REST_MS = 3_000;

/**
 * A month of wages through the whole product as its README starts it: the workbook uploaded and checked against roster
 * and attendance (the median of five), then filed; a bare read of the same file in turn with it. Then the same while
 * somebody else reads a list without a pause.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const dir = mkdtempSync(join(tmpdir(), 'bench-payroll-'));
  let product: Product | null = null;
  try {
    const crews = await prepareCrews(dir, SIZES, say);
    product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    const side = await openSideDoor(dir);
    const [filer, reader] = [new Person(product.url), new Person(product.url)];
    await filer.signIn(LOGIN, PASSWORD);
    await reader.signIn(READER, PASSWORD);
    await side.settle();
    say('warming up');
    for (const crew of crews.slice(0, 1)) {
      const bytes = await workbookOf(crew, 0);
      for (let count = 0; count < WARM_CHECKS; count++) {
        await side.liftLimits();
        await check(filer, crew, bytes);
      }
    }
    // Round 0 warms up and is not counted.
    for (let round = 0; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      const into = round === 0 ? new Results() : results;
      await side.liftLimits();
      const atRest = startReading(reader);
      await pause(REST_MS);
      // What the machine and its other users alone make of it: the others below cannot be faster.
      into.add('others while nobody files', 'ops/s', await atRest());
      for (const crew of crews) {
        // What a filing sets off goes on after it: whoever files next is measured without it, those beside it are not.
        await side.settle();
        const bench = { filer, pid: product.process.pid, results: into };
        await side.liftLimits();
        await measure(crew, round * 2, bench);
        await side.liftLimits();
        await measureOthers(crew, round * 2 + 1, bench, reader);
      }
    }
    await side.close();
  } finally {
    await product?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

interface Bench {
  filer: Person;
  pid: number | undefined;
  results: Results;
}

const peopleOf = ({ hands }: Crew): string => hands.length.toLocaleString('en');

async function measure(crew: Crew, revision: number, { filer, pid, results }: Bench): Promise<void> {
  const people = peopleOf(crew);
  const bytes = await workbookOf(crew, revision);
  results.add(`${people} lines: bare read of the file`, 's', await duration(() => bareRead(bytes)));
  const checks: Sample[] = [];
  for (let count = 0; count < CHECKS; count++) checks.push(await duration(() => check(filer, crew, bytes)));
  const checked = middleOf(checks);
  const within = CHECKED_WITHIN[crew.hands.length];
  const checkedGoal = within === undefined ? undefined : ({ of: 'value', most: within } as const);
  results.add(`${people} lines: upload to checked`, 's', checked, checkedGoal);
  // Once more for the memory: looking at it takes time of its own.
  const before = memoryOf(pid);
  const memory = startWatching(pid);
  const checkId = await check(filer, crew, bytes);
  results.add(`${people} lines: confirm to filed`, 's', await duration(() => confirm(filer, checkId)));
  const growth = figure(Math.max(0, (await memory()) - before));
  results.add(`${people} lines: memory growth`, 'MB', growth, { of: 'value', most: GROWTH_MB });
}

/** The next revision of the same month, while somebody else works. */
async function measureOthers(
  crew: Crew,
  revision: number,
  { filer, results }: Bench,
  reader: Person,
): Promise<void> {
  const bytes = await workbookOf(crew, revision);
  const others = startReading(reader);
  let checkId = '';
  const checked = await duration(async () => {
    checkId = await check(filer, crew, bytes);
  });
  results.add(`${peopleOf(crew)} lines while others read: upload to checked`, 's', checked);
  await confirm(filer, checkId);
  const within = { of: 'p99', most: OTHERS_WITHIN_MS } as const;
  results.add(`${peopleOf(crew)} lines: others meanwhile`, 'ops/s', await others(), within);
}

/** Of an odd number of samples. */
function middleOf(samples: readonly Sample[]): Sample {
  const middle = [...samples].sort((a, b) => a.value - b.value)[samples.length >> 1];
  if (middle === undefined) throw new Error('Nothing was measured');
  return middle;
}

const confirm = (filer: Person, checkId: string): Promise<string> =>
  filer.send('POST', `/api/sheet-checks/${checkId}/confirm`, {});

async function bareRead(bytes: Uint8Array): Promise<void> {
  let rows = 0;
  for await (const _ of streamXlsxRows(bytes)) rows += 1;
  if (rows === 0) throw new Error('The file is empty');
}

/** From the upload until the check is done; a sheet that blocks or a file that cannot be read ends the measuring. */
async function check(filer: Person, { teamId }: Crew, bytes: Uint8Array): Promise<string> {
  const fileId = await filer.upload('rosterWorkbook', bytes);
  const asked = { projectId: PROJECT, teamId, payMonth: MONTH, fileId };
  interface Check {
    id: string;
    state: string;
    canConfirm: boolean;
  }
  let seen = JSON.parse(await filer.send('POST', '/api/payroll/checks', asked)) as Check; // the door's contract
  while (seen.state === 'reading') {
    await pause(5);
    seen = JSON.parse(await filer.send('GET', `/api/sheet-checks/${seen.id}`)) as Check; // the same
  }
  if (!seen.canConfirm) throw new Error(`The sheet cannot be filed: ${JSON.stringify(seen).slice(0, 500)}`);
  return seen.id;
}

function startWatching(pid: number | undefined): () => Promise<number> {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(pid))), 50);
  return () => {
    clearInterval(timer);
    return Promise.resolve(Math.max(peak, memoryOf(pid)));
  };
}

const memoryOf = (pid: number | undefined): number =>
  familyOf(pid).reduce((sum, one) => sum + (residentMb(one) ?? 0), 0);
