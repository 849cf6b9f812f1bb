import { startProduct } from '../test/support/product.ts';
import { startBare } from './bare-server.ts';
import { Person } from './complaints/people.ts';
import { openSideDoor, prepareOffice } from './complaints/prepare.ts';
import { signIn } from './complaints/sign-in.ts';
import type { People } from './complaints/sign-in.ts';
import { submission } from './complaints/submission.ts';
import { onCopy } from './kept-folder.ts';
import { addMemory } from './machine.ts';
import { Results, roundsOf, throughput } from './measure.ts';
import type { BenchOptions } from './run.ts';

/**
 * The doors of a complaint's life in the whole product as its README starts it, with real sessions, and a bare Express
 * server measured in turn with it: only the distance between the two is the product's.
 */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const laid = await prepareOffice(options.docs, options.keep, say);
  await onCopy(laid, async (dir) => {
    const bare = await startBare();
    const product = await startProduct({ dataDir: dir, withinMs: 180_000 });
    try {
      const side = await openSideDoor(dir);
      say('signing in');
      const people = await signIn(product.url, side);
      say('waiting for the work of a first start');
      await side.settle();
      const works = worksOf(people, bare.url);
      for (const round of roundsOf(options)) {
        say(`round ${round} of ${options.rounds}`);
        const into = round <= 0 ? new Results() : results;
        for (const { name, callers, ask } of works) {
          await side.liftLimits();
          into.add(name, 'ops/s', await throughput(options.seconds, callers, product.process.pid, ask));
        }
      }
      addMemory(results, product.process.pid, '');
      await side.close();
    } finally {
      bare.stop();
      await product.stop();
    }
  });
  return results;
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
      ask: (count) => nobody.send('POST', '/submit', submission(count)),
    },
    {
      name: 'submit a complaint',
      callers: 32,
      ask: async (count) => {
        const at = count % workers.length;
        const answer = await any(workers, count).send('POST', '/api/my/complaints', submission(count));
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
      name: 'queue, each another question',
      callers: 32,
      ask: read((count) => `/complaints?open=true&limit=20&owedFrom=${count % 32}`),
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
