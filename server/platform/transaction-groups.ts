import { currentSession, inTransaction, notedInTransaction } from './db.ts';
import { isStoreAway } from './store-away.ts';

interface Work<Job, Known, Result> {
  /** Jobs of one key are done one after the other: what the first of them writes is what the second has to find. */
  keyOf(job: Job): string;
  /** What every job asks first of all, in one question for all of them; answers in their order. */
  look(jobs: readonly Job[]): Promise<readonly Known[]>;
  /** One job, in the transaction that runs; like any other work in one it may be run again, and touches the store alone. */
  run(job: Job, known: Known): Promise<Result>;
}

interface Waiting<Job, Result> {
  job: Job;
  resolve(result: Result): void;
  reject(reason: unknown): void;
}

/** More in one transaction would save little, and each waits for all of them. */
const MOST = 16;
/** Another transaction begins beside one that runs when it would be full. */
const LANES = 4;

/** How many jobs of the transaction that runs are still to be done, with the one that asks. */
export const jobsToCome = (): number => progress()?.toCome ?? 1;
const progress = notedInTransaction(() => ({ toCome: 1 }));

/**
 * Jobs that wait at the same moment are done one after the other in one transaction, with one beginning, one look, one
 * batch of last inserts and one commit for all of them: the busier it is, the fewer each of them costs. A job alone waits
 * for nobody. Where one fails all of theirs is undone and each is done again alone, so that nobody's fault is another's. A
 * job asked for within a transaction is part of that one, and others' never are.
 */
export function inTransactionGroups<Job, Known, Result>(
  work: Work<Job, Known, Result>,
): (job: Job) => Promise<Result> {
  let waiting: Waiting<Job, Result>[] = [];
  let lanes = 0;
  const underWay = new Set<string>();

  const together = (jobs: readonly Job[]): Promise<Result[]> =>
    inTransaction(async () => {
      const known = await work.look(jobs);
      const results: Result[] = [];
      for (const [at, job] of jobs.entries()) {
        const noted = progress();
        if (noted !== null) noted.toCome = jobs.length - at;
        results.push(await work.run(job, known[at] as Known)); // one for each, see above
      }
      return results;
    });

  const single = async (job: Job): Promise<Result> => {
    const [result] = await together([job]);
    return result as Result; // one job, one result
  };
  const alone = ({ job, resolve, reject }: Waiting<Job, Result>): Promise<void> =>
    single(job).then(resolve, reject);

  const serve = async (group: readonly Waiting<Job, Result>[]): Promise<void> => {
    const [first, ...others] = group;
    if (first === undefined) return;
    if (others.length === 0) return alone(first);
    try {
      const results = await together(group.map(({ job }) => job));
      group.forEach(({ resolve }, at) => resolve(results[at] as Result)); // as above
    } catch (error) {
      // Nobody is served by asking a store that is not there once for each of them.
      if (error instanceof Error && isStoreAway(error)) for (const { reject } of group) reject(error);
      else await Promise.all(group.map(alone));
    }
  };

  const next = (): Waiting<Job, Result>[] => {
    const group: Waiting<Job, Result>[] = [];
    const rest: Waiting<Job, Result>[] = [];
    for (const one of waiting) {
      const key = work.keyOf(one.job);
      if (group.length >= MOST || underWay.has(key)) rest.push(one);
      else {
        underWay.add(key);
        group.push(one);
      }
    }
    waiting = rest;
    return group;
  };

  /** Ends when nobody waits but those whose key another lane is busy with; that lane takes them. */
  const lane = async (): Promise<void> => {
    lanes += 1;
    for (let group = next(); group.length > 0; group = next()) {
      await serve(group);
      for (const { job } of group) underWay.delete(work.keyOf(job));
    }
    lanes -= 1;
  };

  return (job) => {
    if (currentSession()?.inTransaction() === true) return single(job);
    return new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (lanes === 0 || (waiting.length >= MOST && lanes < LANES)) void lane();
    });
  };
}
