import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { systemClock } from '../../server/platform/clock.ts';
import { connectDb, disconnectDb } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import { migrateStore, registerMigration } from '../../server/platform/migrations/index.ts';

// A start over older data, in a process of its own: numbers without a square get one, slowly enough to be killed at it.
const [uri = '', leaseMs = '500'] = process.argv.slice(2);

interface Old {
  _id: number;
  square?: number;
  times?: number;
}

registerMigration({
  number: 1,
  name: 'squares',
  async run({ mark, keep }) {
    const numbers = mongoose.connection.collection<Old>('migrationNumbers');
    for (let from = Number(mark ?? 0); ;) {
      const page = await numbers
        .find({ _id: { $gt: from } })
        .sort({ _id: 1 })
        .limit(10)
        .toArray();
      const last = page.at(-1);
      if (last === undefined) return;
      for (const { _id } of page) {
        const empty = { _id, square: { $exists: false } };
        await numbers.updateOne(empty, { $set: { square: _id * _id }, $inc: { times: 1 } });
      }
      await pause(5); // else it ends before it can be killed
      from = last._id;
      await keep(String(from), page.length);
      process.stdout.write(`${from}\n`);
    }
  },
});

await connectDb(uri);
const log = createLog('silent');
const counts = await migrateStore({
  clock: systemClock,
  log,
  version: '0.1.0',
  leaseMs: Number(leaseMs),
});
process.stdout.write(`${JSON.stringify(counts)}\n`);
await disconnectDb();
