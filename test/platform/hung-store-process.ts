import mongoose from 'mongoose';
import { connectDb, disconnectDb, inTransaction } from '../../server/platform/db.ts';
import { isStoreAway } from '../../server/platform/store-away.ts';

// A process of the product on the store named by its first argument: once told to, it asks and writes as its jobs do,
// and says how each ended and after how many seconds.
const [, , uri = ''] = process.argv;
const Notes = mongoose.model('notes', new mongoose.Schema({ text: String }));

await connectDb(uri);
await Notes.create({ text: 'there' });
process.send?.('ready');
process.once('message', () => {
  const begun = performance.now();
  const heard = (work: Promise<unknown>): Promise<{ seconds: number; isAway: boolean }> =>
    work.then(
      () => ({ seconds: 0, isAway: false }),
      (error: unknown) => ({
        seconds: (performance.now() - begun) / 1000,
        isAway: error instanceof Error && isStoreAway(error),
      }),
    );
  const asked = heard(Notes.findOne().lean().exec());
  const wrote = heard(inTransaction(() => Notes.create([{ text: 'more' }])));
  void Promise.all([asked, wrote]).then(async (ends) => {
    process.send?.(ends);
    await disconnectDb();
    process.disconnect();
  });
});
