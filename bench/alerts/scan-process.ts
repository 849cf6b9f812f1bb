import { evaluate } from '../../server/core/alerts/evaluate.ts';
import type { ProjectFacts } from '../../server/core/alerts/facts.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import type { Booted } from '../../server/boot.ts';
import { boot } from '../../server/boot.ts';
import { findAdmins } from '../../server/features/accounts/index.ts';
import { openGathering } from '../../server/features/alerts/facts/index.ts';
import { settingsOn } from '../../server/features/alerts/scan/look-settings.ts';
import { addToLedger } from '../../server/features/funds/ledger.model.ts';
import { readParameters } from '../../server/features/parameters/index.ts';
import { projectIdsAfter } from '../../server/features/projects/index.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { touchSites } from '../../server/platform/touched-projects.ts';
import { runJobNow } from '../../workers/run-job-now.ts';

// The nightly job in a process of its own, as the workers are: it does what it is asked, one thing after the other, and
// says how long that took.

export interface Asked {
  what: 'scan' | 'touch' | 'rules';
  day: string;
}
export interface Told {
  seconds: number;
  /** The most memory this process ever held, in MB. */
  peakMb: number;
  counts: Record<string, number>;
}

/** Of so many projects one is touched. */
const TOUCH_EVERY = 100;
const PAGE = 100;

const booted = await boot({ probe: false });
process.on('message', (asked: Asked) => {
  void answer(asked, booted).then(
    (told) => process.send?.(told),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
process.once('disconnect', () => {
  void booted.stop().then(() => process.exit());
});
process.send?.('ready');

async function answer(asked: Asked, deps: Booted): Promise<Told> {
  const day = plainDate(asked.day);
  const done = await (asked.what === 'scan'
    ? timed(() => scan(day, deps))
    : asked.what === 'touch'
      ? timed(() => touch(day))
      : rules(day));
  return { ...done, peakMb: process.resourceUsage().maxRSS / 1024 };
}

async function timed(
  work: () => Promise<Record<string, number>>,
): Promise<{ seconds: number; counts: Record<string, number> }> {
  const start = performance.now();
  const counts = await work();
  return { seconds: (performance.now() - start) / 1000, counts };
}

const scan = (day: PlainDate, { config, log, clock }: Booted): Promise<Record<string, number>> =>
  runJobNow('overdueWages', day, { ...config, log, clock, findAdmins });

/** A day's changes: money came in, and on a third of the sites somebody entered or left. */
async function touch(day: PlainDate): Promise<Record<string, number>> {
  let projects = 0;
  let seen = 0;
  for await (const ids of allProjects()) {
    const chosen = ids.filter((_, at) => (seen + at) % TOUCH_EVERY === 0);
    seen += ids.length;
    projects += chosen.length;
    await inTransaction(async () => {
      for (const id of chosen) await addToLedger(id, { balanceFen: 100, postings: 1 }, { lastInflowOn: day });
      await touchSites(chosen.filter((_, at) => at % 3 === 0));
    });
  }
  return { projects };
}

/** The rules alone, over facts that lie in memory: what the look cannot be faster than. */
async function rules(day: PlainDate): Promise<{ seconds: number; counts: Record<string, number> }> {
  const inForce = await readParameters();
  const [gather, settingsOf] = [await openGathering(day, inForce), settingsOn(day, inForce)];
  const all: ProjectFacts[] = [];
  for await (const ids of allProjects()) all.push(...(await gather(ids)));
  const areas = new Map<string, Awaited<ReturnType<typeof settingsOf>>>();
  for (const { project } of all) areas.set(project.areaCode, await settingsOf(project.areaCode));
  let findings = 0;
  const start = performance.now();
  for (const facts of all) {
    const settings = areas.get(facts.project.areaCode);
    if (settings === undefined) continue;
    const { outcomes } = evaluate(facts, settings.rules, day, settings.calendar);
    for (const outcome of outcomes) findings += outcome.findings.length;
  }
  return {
    seconds: (performance.now() - start) / 1000,
    counts: { projects: all.length, findings },
  };
}

async function* allProjects(): AsyncGenerator<string[]> {
  for (let after: string | undefined; ;) {
    const ids = await projectIdsAfter(after, PAGE);
    if (ids.length === 0) return;
    yield ids;
    after = ids.at(-1);
  }
}
