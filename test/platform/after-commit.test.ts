import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { appendEvent, Events } from '../../server/platform/audit/index.ts';
import { fixedClock } from '../../server/platform/clock.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { afterCommit, inTransaction } from '../../server/platform/db.ts';
import { useStore } from '../support/store.ts';

describe('what is told after a commit', () => {
  useStore();
  const clock = fixedClock(new Date('2026-11-20T02:00:00Z'));
  const write = () =>
    appendEvent(
      { subject: 'test:commit', areaCode: '5326', action: 'test.done', facts: {} },
      systemCtx('test', { now: clock.now(), today: clock.today() }),
    );

  it('is told at once where there is no transaction', () => {
    let told = 0;
    afterCommit(() => (told += 1));
    assert.equal(told, 1);
  });

  it('waits for the outermost transaction, and finds what it wrote', async () => {
    const told: string[] = [];
    let seen: Promise<number> | undefined;
    await inTransaction(async () => {
      await inTransaction(async () => {
        await write();
        afterCommit(() => {
          told.push('inner');
          seen = Events.countDocuments({ subject: 'test:commit' }).exec();
        });
      });
      assert.deepEqual(told, []);
    });
    assert.deepEqual(told, ['inner']);
    assert.equal(await seen, 1);
  });

  it('is never told where the transaction fails, and once where it had to run again', async () => {
    const told: string[] = [];
    const failing = inTransaction(async () => {
      afterCommit(() => told.push('failed'));
      await Promise.reject(new Error('no'));
    });
    await assert.rejects(failing);
    let attempts = 0;
    await inTransaction(async () => {
      attempts += 1;
      afterCommit(() => told.push('once'));
      if (attempts === 1) {
        const again = new mongoose.mongo.MongoServerError({ message: 'write conflict', code: 112 });
        again.addErrorLabel('TransientTransactionError');
        throw again;
      }
      await write();
    });
    assert.equal(attempts, 2);
    assert.deepEqual(told, ['once']);
  });
});
