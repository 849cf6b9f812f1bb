import { startProduct } from '../test/support/product.ts';
import type { Product } from '../test/support/product.ts';
import type { Person } from './complaints/people.ts';
import { openSideDoor, prepareOffice } from './complaints/prepare.ts';
import type { SideDoor } from './complaints/prepare.ts';
import { signIn } from './complaints/sign-in.ts';
import { submission } from './complaints/submission.ts';
import { onCopy } from './kept-folder.ts';
import { figure, Results } from './measure.ts';
import type { BenchOptions } from './run.ts';

const CALLERS = 32;
/** Everybody may file so often before the limits have to be lifted again. */
const BETWEEN_LIFTS = 1_000;
const FEW = 1_000;

/** Receipt numbers under load: through one server, and through two at once over one store. None may be given twice. */
export async function run(options: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const laid = await prepareOffice(Math.min(options.docs, FEW), options.keep, say);
  await onCopy(laid, async (dir) => {
    const products = [await startProduct({ dataDir: dir, withinMs: 180_000 })];
    const side = await openSideDoor(dir);
    try {
      say('signing in');
      const people = [(await signIn(urlOf(products, 0), side)).workers];
      await submit('one server', { people, side, count: options.submits, results, say });
      products.push(await startProduct({ dataDir: dir, entry: 'server/main.ts', withinMs: 180_000 }));
      people.push((await signIn(urlOf(products, 1), side)).workers);
      await submit('two servers', { people, side, count: options.submits, results, say });
    } finally {
      await side.close();
      for (const product of products.reverse()) await product.stop();
    }
  });
  return results;
}

function urlOf(products: readonly Product[], at: number): string {
  const product = products[at];
  if (product === undefined) throw new Error('No such server runs');
  return product.url;
}

interface Submits {
  /** The signed-in people of each server. */
  people: readonly (readonly Person[])[];
  side: SideDoor;
  count: number;
  results: Results;
  say: (line: string) => void;
}

async function submit(what: string, { people, side, count, results, say }: Submits): Promise<void> {
  const given: string[] = [];
  const began = performance.now();
  let sent = 0;
  const caller = async (at: number, until: number): Promise<void> => {
    const server = people[at % people.length] ?? [];
    const person = server[at % server.length];
    if (person === undefined) throw new Error('Nobody is signed in');
    while (sent < until) {
      sent += 1;
      const answer = await person.send('POST', '/api/my/complaints', submission(sent));
      given.push((JSON.parse(answer) as { receiptNumber: string }).receiptNumber); // the door's contract
    }
  };
  while (sent < count) {
    say(`${what}: ${sent} of ${count}`);
    await side.liftLimits();
    const until = Math.min(count, sent + BETWEEN_LIFTS);
    await Promise.all(Array.from({ length: CALLERS }, (_, at) => caller(at, until)));
  }
  const seconds = (performance.now() - began) / 1000;
  results.add(`${what}: filed`, 'ops/s', figure(given.length / seconds));
  results.add(`${what}: numbers given twice`, 'times', figure(given.length - new Set(given).size));
  results.add(`${what}: acknowledged and not kept`, 'times', figure(await missing(given, side)));
}

async function missing(given: readonly string[], side: SideDoor): Promise<number> {
  let kept = 0;
  for (let from = 0; from < given.length; from += BETWEEN_LIFTS)
    kept += await side.onRecord(given.slice(from, from + BETWEEN_LIFTS));
  return given.length - kept;
}
