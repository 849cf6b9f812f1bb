import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { afterCommit, inTransaction } from '../../server/platform/db.ts';
import { insertLast, insertPlain } from '../../server/platform/insert-checked.ts';
import { inTransactionGroups, jobsToCome } from '../../server/platform/transaction-groups.ts';
import { useStore } from '../support/store.ts';

const schema = new mongoose.Schema<{ _id: string }>(
  { _id: { type: String, required: true } },
  { strict: 'throw', versionKey: false },
);
const Notes = mongoose.model('groupNotes', schema, 'groupNotes');

describe('jobs that share a transaction', () => {
  useStore();
  beforeEach(() => Notes.deleteMany({}));
  const kept = async (): Promise<string[]> => (await Notes.find({}).lean()).map(({ _id }) => _id).sort();

  /** Each job is a note to be kept, or tells whether it was there already; `runs` are the jobs of each group. */
  function keeper(fails: (job: string) => void = () => undefined) {
    const runs: string[][] = [];
    const toCome: number[] = [];
    const told: string[] = [];
    const keep = inTransactionGroups<string, boolean, string>({
      keyOf: (job) => job,
      look: async (jobs) => {
        runs.push([...jobs]);
        const there = await Notes.find({ _id: { $in: jobs } }).lean();
        return jobs.map((job) => there.some(({ _id }) => _id === job));
      },
      run: async (job, isThere) => {
        toCome.push(jobsToCome());
        if (isThere) return `${job} again`;
        await insertPlain(Notes, [{ _id: `${job}, at once` }]);
        await insertLast(Notes, [{ _id: job }]);
        afterCommit(() => told.push(job));
        fails(job);
        return `${job} kept`;
      },
    });
    return { runs, toCome, told, keep };
  }
  const JOBS = Array.from({ length: 24 }, (_, at) => `job ${String(at).padStart(2, '0')}`);

  it('each gets its own answer, and there are far fewer transactions than jobs', async () => {
    const { runs, toCome, told, keep } = keeper();
    const answers = await Promise.all(JOBS.map(keep));
    assert.deepEqual(
      answers,
      JOBS.map((job) => `${job} kept`),
    );
    assert.deepEqual(await kept(), JOBS.flatMap((job) => [job, `${job}, at once`]).sort());
    assert.deepEqual(told.sort(), JOBS);
    assert.ok(runs.length < JOBS.length / 3, `${runs.length} transactions`);
    assert.deepEqual(runs[0], [JOBS[0]], 'the first one waits for nobody');
    const most = Math.max(...runs.map((jobs) => jobs.length));
    assert.ok(most > 1 && most <= 16, `${most} in one transaction`);
    assert.deepEqual(toCome.sort(), runs.flatMap((jobs) => jobs.map((_, at) => at + 1)).sort());
  });

  it('one that fails is refused alone; of its first run nothing stays and nobody is told', async () => {
    const { runs, told, keep } = keeper((job) => {
      if (job === 'job 13') throw new Error('thirteen');
    });
    const answers = await Promise.allSettled(JOBS.map(keep));
    const refused = JOBS.filter((_, at) => answers[at]?.status === 'rejected');
    assert.deepEqual(refused, ['job 13']);
    const others = JOBS.filter((job) => job !== 'job 13');
    assert.deepEqual(await kept(), others.flatMap((job) => [job, `${job}, at once`]).sort());
    assert.deepEqual(told.sort(), others);
    assert.ok(
      runs.some((jobs) => jobs.length > 1 && jobs.includes('job 13')),
      'it was in a group first',
    );
    assert.ok(
      runs.some((jobs) => jobs.length === 1 && jobs[0] === 'job 13'),
      'and then alone',
    );
  });

  it('those of one key are done one after the other: the second finds what the first has written', async () => {
    const { runs, keep } = keeper();
    const answers = await Promise.all([...JOBS, 'job 07', 'job 07'].map(keep));
    assert.equal(answers[7], 'job 07 kept');
    assert.deepEqual(answers.slice(-2), ['job 07 again', 'job 07 again']);
    for (const jobs of runs) assert.equal(new Set(jobs).size, jobs.length);
  });

  it('one asked for within a transaction is undone with it, and no other one is', async () => {
    const { told, keep } = keeper();
    const others: Promise<string>[] = [];
    const undone = inTransaction(async () => {
      await kept();
      await keep('within');
      throw new Error('undone');
    });
    others.push(...JOBS.map(keep));
    await assert.rejects(undone, /undone/);
    await Promise.all(others);
    assert.deepEqual(await kept(), JOBS.flatMap((job) => [job, `${job}, at once`]).sort());
    assert.deepEqual(told.sort(), JOBS);
  });

  it('outside of groups one job is to come', async () => {
    assert.equal(jobsToCome(), 1);
    await inTransaction(async () => {
      await kept();
      assert.equal(jobsToCome(), 1);
    });
  });
});
