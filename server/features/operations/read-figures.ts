import { statfs } from 'node:fs/promises';
import mongoose from 'mongoose';
import type { OutboxChannel, OutboxState } from '../../core/contract/operations.ts';
import { startOfShanghaiDay } from '../../core/kit/plain-date.ts';
import { DailyRoots, EventQueue } from '../../platform/audit/index.ts';
import { WEB_SESSIONS } from '../../platform/auth/index.ts';
import { findMigrations, listMigrations } from '../../platform/migrations/index.ts';
import { Outbox } from '../../platform/outbox/index.ts';
import { jobFigures } from './job-figures.ts';
import type { JobFigures } from './job-figures.ts';
import { storeFigures } from './store-figures.ts';
import type { StoreFigures } from './store-figures.ts';
import { waitingForSeal } from './waiting-for-seal.ts';

/** What stands at one moment; the same for every server of the installation, but for its own disk and way to the store. */
export interface Figures {
  store: StoreFigures;
  jobs: JobFigures[];
  outbox: {
    messages: { channel: OutboxChannel; state: OutboxState; count: number }[];
    oldestDueSeconds: number;
    sentLastHour: number;
  };
  events: { unsealed: number; oldestUnsealedSeconds: number; lastSignedDaySeconds: number | null };
  sessions: number;
  migrations: { form: number; open: number };
  disk: { freeBytes: number; totalBytes: number };
}

/** However many wait, looking at them stays cheap; a figure this high says enough. */
export const MOST_COUNTED = 20_000;
const HOUR_MS = 3_600_000;

export async function readFigures(dataDir: string, now: Date, upSince: Date): Promise<Figures> {
  const [store, jobs, outbox, events, sessions, records, disk] = await Promise.all([
    storeFigures(),
    jobFigures(now, upSince),
    outboxFigures(now),
    eventFigures(now, upSince),
    mongoose.connection.collection(WEB_SESSIONS).estimatedDocumentCount(),
    findMigrations(),
    statfs(dataDir),
  ]);
  const done = new Set(records.filter(({ state }) => state === 'done').map(({ _id }) => _id));
  return {
    ...{ store, jobs, outbox, events, sessions },
    migrations: {
      form: records.at(-1)?._id ?? 0,
      open: listMigrations().filter(({ number }) => !done.has(number)).length,
    },
    disk: { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize },
  };
}

interface Grouped {
  _id: { channel: OutboxChannel; state: OutboxState };
  count: number;
}

/** Index: outbox {state, createdAt}, {dueAt}, {sentAt}. */
async function outboxFigures(now: Date): Promise<Figures['outbox']> {
  const [groups, oldest, sentLastHour] = await Promise.all([
    Outbox.aggregate<Grouped>([
      { $match: { state: { $in: ['waiting', 'sending', 'failed'] } } },
      { $limit: MOST_COUNTED },
      { $group: { _id: { channel: '$channel', state: '$state' }, count: { $sum: 1 } } },
    ]),
    Outbox.findOne({ dueAt: { $lte: now } }, { dueAt: 1 })
      .sort({ dueAt: 1, _id: 1 })
      .lean(),
    Outbox.countDocuments({ sentAt: { $gte: new Date(now.getTime() - HOUR_MS) } }, { limit: MOST_COUNTED }),
  ]);
  return {
    messages: groups.map(({ _id, count }) => ({ ..._id, count })),
    oldestDueSeconds: secondsSince(oldest?.dueAt, now),
    sentLastHour,
  };
}

async function eventFigures(now: Date, upSince: Date): Promise<Figures['events']> {
  const [unsealed, oldest, root] = await Promise.all([
    EventQueue.estimatedDocumentCount(),
    EventQueue.findOne({}, { at: 1 }).sort({ at: 1, _id: 1 }).lean(),
    DailyRoots.findOne({}, { _id: 1 }).sort({ _id: -1 }).lean(),
  ]);
  return {
    unsealed,
    oldestUnsealedSeconds: waitingForSeal(oldest, { now, upSince }) / 1000,
    lastSignedDaySeconds: root === null ? null : startOfShanghaiDay(root._id) / 1000,
  };
}

const secondsSince = (moment: Date | undefined, now: Date): number =>
  moment === undefined ? 0 : Math.max(0, now.getTime() - moment.getTime()) / 1000;
