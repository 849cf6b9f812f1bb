import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptOf } from '../server/platform/project-root.ts';
import { startProduct } from '../test/support/product.ts';
import type { Product } from '../test/support/product.ts';
import { STORY, employerOf } from './complaints/load.ts';
import { Person } from './complaints/people.ts';
import { PASSWORD, PHONES, STAFF, openSideDoor, prepareData } from './complaints/prepare.ts';
import { familyOf, ownMb, residentMb } from './machine.ts';
import { Results, throughput } from './measure.ts';
import type { BenchOptions } from './run.ts';

/**
 * The doors of a complaint's life in the whole product as its README starts it, with real sessions, and a bare Express
 * server measured in turn with it: only the distance between the two is the product's.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const dir = mkdtempSync(join(tmpdir(), 'bench-complaints-'));
  const bare = await startBare();
  let product: Product | null = null;
  try {
    await prepareData(dir, options.docs, say);
    product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    const side = await openSideDoor(dir);
    say('signing in');
    const people = await signIn(product.url, () => side.liftLimits());
    const works = worksOf(people, bare.url);
    for (let round = 1; round <= options.rounds; round++) {
      say(`round ${round} of ${options.rounds}`);
      for (const { name, callers, ask } of works) {
        await side.liftLimits();
        results.add(name, 'ops/s', await throughput(options.seconds, callers, product.process.pid, ask));
      }
    }
    for (const [what, mbOf] of [
      ['memory of the product, store and workers included', residentMb],
      ['of it without pages of the data file', ownMb],
    ] as const) {
      const value = familyOf(product.process.pid).reduce((sum, one) => sum + (mbOf(one) ?? 0), 0);
      results.add(what, 'MB', { value, cpu: null, p50: null, p99: null });
    }
    await side.close();
  } finally {
    bare.child.disconnect();
    await product?.stop();
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

async function startBare(): Promise<{ url: string; child: ChildProcess }> {
  const { url, flags } = scriptOf('bench/complaints/bare.ts');
  const child = fork(fileURLToPath(url), [], { execArgv: [...flags] });
  const [message] = (await once(child, 'message')) as [{ port: number }]; // all it ever says
  return { url: `http://127.0.0.1:${message.port}`, child };
}

interface People {
  staff: Person[];
  workers: Person[];
}

async function signIn(url: string, liftLimits: () => Promise<void>): Promise<People> {
  const [staff, workers]: [Person[], Person[]] = [[], []];
  for (const login of STAFF) {
    const person = new Person(url);
    await person.signIn(login, PASSWORD);
    staff.push(person);
  }
  for (let from = 0; from < PHONES.length; from += 16) {
    await liftLimits();
    const some = PHONES.slice(from, from + 16).map(() => new Person(url));
    await Promise.all(some.map((person, at) => person.signInByPhone(PHONES[from + at] ?? '')));
    workers.push(...some);
  }
  return { staff, workers };
}

interface Work {
  name: string;
  callers: number;
  ask: (count: number) => Promise<unknown>;
}

/** In the order in which they are measured; each bare one stands before what is compared with it. */
function worksOf({ staff, workers }: People, bareUrl: string): Work[] {
  const nobody = new Person(bareUrl);
  const any = (people: readonly Person[], count: number): Person => {
    const person = people[count % people.length];
    if (person === undefined) throw new Error('Nobody is signed in');
    return person;
  };
  const complaint = (count: number): object => ({
    ...{
      intakeKind: 'COMPLAINT',
      areaCode: '532601001',
      employerName: employerOf(count),
      site: '开化街道工地',
    },
    ...{ headcount: 12, payMonths: ['2026-03', '2026-04'], owedFen: 1_250_000, fileIds: [], name: '张大山' },
    story: STORY.slice(0, 500),
  });
  const receipts: string[] = [];
  const read = (path: (count: number) => string) => (count: number) =>
    any(staff, count).send('GET', `/api${path(count)}`);
  const words = ['建筑', '宏达', '文山', '有限公司', 'wsjz', '张', '路12'];
  const word = (count: number): string => encodeURIComponent(words[count % words.length] ?? '');
  const deep = { cursor: '' };
  return [
    {
      name: 'bare Express, POST',
      callers: 32,
      ask: (count) => nobody.send('POST', '/submit', complaint(count)),
    },
    {
      name: 'submit a complaint',
      callers: 32,
      ask: async (count) => {
        const at = count % workers.length;
        const answer = await any(workers, count).send('POST', '/api/my/complaints', complaint(count));
        receipts[at] = (JSON.parse(answer) as { receiptNumber: string }).receiptNumber; // the door's contract
      },
    },
    { name: 'bare Express, GET', callers: 32, ask: () => nobody.send('GET', '/list') },
    { name: 'queue, open, by due day', callers: 32, ask: read(() => '/complaints?open=true&limit=20') },
    {
      name: 'queue, by state and amount',
      callers: 32,
      ask: read(() => '/complaints?state=received&sort=-owedFen&limit=20'),
    },
    {
      name: 'queue, a page far down',
      callers: 32,
      ask: async (count) => {
        if (deep.cursor === '') deep.cursor = await farDown(any(staff, 0));
        await read(() => `/complaints?sort=receivedAt&limit=20&cursor=${deep.cursor}`)(count);
      },
    },
    { name: 'search in Chinese', callers: 4, ask: read((count) => `/complaints?q=${word(count)}&limit=20`) },
    {
      name: 'track an own complaint',
      callers: 32,
      ask: (count) =>
        any(workers, count).send('GET', `/api/my/complaints/${receipts[count % workers.length] ?? ''}`),
    },
    {
      name: 'report of a period',
      callers: 4,
      ask: read((count) => `/reports/period?from=2026-0${1 + (count % 6)}-01&to=2026-10-15`),
    },
  ];
}

async function farDown(person: Person): Promise<string> {
  let cursor = '';
  for (let page = 0; page < 20; page++) {
    const path = `/api/complaints?sort=receivedAt&limit=200${cursor === '' ? '' : `&cursor=${cursor}`}`;
    const { nextCursor } = JSON.parse(await person.send('GET', path)) as { nextCursor: string | null }; // a Page
    if (nextCursor === null) return cursor;
    cursor = nextCursor;
  }
  return cursor;
}
