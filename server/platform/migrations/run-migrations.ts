import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import type { Clock } from '../clock.ts';
import { elapsed } from '../clock.ts';
import { duplicateKeyFields } from '../db.ts';
import { errorSentence } from '../jobs/index.ts';
import type { Log } from '../log.ts';
import type { Migration, Step } from './migration.ts';
import { listMigrations } from './migration.ts';
import type { MigrationRecord } from './migration.model.ts';
import { findMigrations, Migrations } from './migration.model.ts';

export interface MigrationDeps {
  clock: Pick<Clock, 'now'>;
  log: Pick<Log, 'info' | 'warn'>;
  version: string;
  /** So long a process may be silent before another takes its place. */
  leaseMs?: number;
  /** Others than the registered ones, for tests. */
  migrations?: readonly Migration[];
}

const LEASE_MS = 6_000;
const LOOK_AGAIN_MS = 250;
const TELL_EVERY_MS = 5_000;
/** Known among all processes that ever ran here. */
const ME = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;

class TakenOver extends Error {}

/**
 * Brings the data into the form this program reads, before anybody is served: what was not run to its end yet, one by one
 * in their order. Of several processes that start together one does the work and the others wait for it; where it falls
 * silent another goes on from its mark. After a first start it is one question to the store.
 */
export async function migrateStore(deps: MigrationDeps): Promise<Record<string, number>> {
  const records = await findMigrations();
  const done = new Set(records.filter(({ state }) => state === 'done').map(({ _id }) => _id));
  const open = (deps.migrations ?? listMigrations()).filter(({ number }) => !done.has(number));
  if (open.length > 0) await takeOverOldMarks(open, deps);
  const counts: Record<string, number> = {};
  for (const migration of open) {
    const filled = await bringToEnd(migration, deps);
    if (filled !== null) counts[migration.name] = filled;
  }
  return counts;
}

/** How much was filled; null where it was done already, or another process did it. */
async function bringToEnd(migration: Migration, deps: MigrationDeps): Promise<number | null> {
  for (let tries = 0; ; tries += 1) {
    const mine = await claim(migration, deps);
    if (mine !== null) {
      try {
        return await runClaimed(migration, mine, deps);
      } catch (error) {
        if (!(error instanceof TakenOver)) throw error;
      }
    } else if ((await Migrations.findById(migration.number, { state: 1 }).lean())?.state === 'done') {
      return null;
    } else if (tries === 0) {
      deps.log.info({ migration: migration.name }, 'migration waits: another process is at it');
    }
    await pause(LOOK_AGAIN_MS);
  }
}

const leaseEnd = ({ clock, leaseMs = LEASE_MS }: MigrationDeps): Date =>
  new Date(clock.now().getTime() + leaseMs);

/** This process is the one that does it: nobody has begun, or whoever had has been silent for too long. */
async function claim({ number, name }: Migration, deps: MigrationDeps): Promise<MigrationRecord | null> {
  const now = deps.clock.now();
  const lease = { owner: ME, leaseUntil: leaseEnd(deps) };
  const state = 'running' as const;
  const silent = { _id: number, state, $or: [{ leaseUntil: { $lte: now } }, { owner: ME }] };
  const found = await Migrations.findOneAndUpdate(
    silent,
    { $set: lease },
    { returnDocument: 'after' },
  ).lean<MigrationRecord>();
  if (found !== null) return found;
  const first = { _id: number, name, state, filled: 0, startedAt: now, version: deps.version };
  try {
    await Migrations.create([{ ...first, ...lease }]);
    return { ...first, ...lease };
  } catch (error) {
    if (duplicateKeyFields(error) === null) throw error;
    return null; // another process has it, or has done it
  }
}

async function runClaimed(
  { number, name, run }: Migration,
  { mark, filled: before }: MigrationRecord,
  deps: MigrationDeps,
): Promise<number> {
  const { clock, log, leaseMs = LEASE_MS } = deps;
  const own = { _id: number, owner: ME, state: 'running' as const };
  const told = { migration: name, number };
  log.info({ ...told, mark, filled: before }, mark === undefined ? 'migration begins' : 'migration goes on');
  let filled = before;
  let toldAt = elapsed();
  const write = async (changes: object): Promise<void> => {
    const { matchedCount } = await Migrations.updateOne(own, changes);
    if (matchedCount === 0) throw new TakenOver(`migration ${name} was taken over`);
  };
  const step: Step = {
    mark,
    keep: async (place, more) => {
      filled += more;
      await write({ $set: { mark: place, filled, leaseUntil: leaseEnd(deps) } });
      if (elapsed() - toldAt < TELL_EVERY_MS) return;
      toldAt = elapsed();
      log.info({ ...told, mark: place, filled }, 'migration under way');
    },
  };
  // A portion may take longer than the lease.
  const renewal = setInterval(() => {
    Migrations.updateOne(own, { $set: { leaseUntil: leaseEnd(deps) } }).catch(() => undefined); // `keep` tells
  }, leaseMs / 3);
  try {
    await run(step);
    await write({ $set: { state: 'done', filled, doneAt: clock.now() }, $unset: { fault: 1 } });
    log.info({ ...told, filled }, 'migration done');
    return filled;
  } catch (error) {
    if (!(error instanceof TakenOver)) await giveBack(own, error, deps);
    throw error;
  } finally {
    clearInterval(renewal);
  }
}

/** The next start goes on at once. */
async function giveBack(
  own: { _id: number; owner: string; state: 'running' },
  error: unknown,
  { clock, log }: MigrationDeps,
): Promise<void> {
  const fault = errorSentence(error);
  log.warn({ number: own._id, fault }, 'migration stopped early; the next start goes on from its mark');
  await Migrations.updateOne(own, { $set: { fault, leaseUntil: clock.now() } }).catch(() => undefined); // the store may be what failed
}

/** Version 0.1.0 noted in `storeFills` what it had filled, by name. */
async function takeOverOldMarks(open: Migration[], { clock, version }: MigrationDeps): Promise<void> {
  const old = mongoose.connection.collection<{ _id: string; filled: number; doneAt: Date }>('storeFills');
  const names = open.map(({ name }) => name);
  for (const { _id: name, filled, doneAt } of await old.find({ _id: { $in: names } }).toArray()) {
    const migration = open.find((one) => one.name === name);
    if (migration === undefined) continue;
    const rest = { name, state: 'done' as const, filled, startedAt: doneAt, doneAt, version };
    const record = { ...rest, owner: ME, leaseUntil: clock.now() };
    await Migrations.updateOne({ _id: migration.number }, { $setOnInsert: record }, { upsert: true });
  }
}
