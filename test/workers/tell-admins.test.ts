import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { fixedClock } from '../../server/platform/clock.ts';
import { createLog } from '../../server/platform/log.ts';
import { Outbox } from '../../server/platform/outbox/outbox.models.ts';
import { tellAdminsJobFailed } from '../../workers/tell-admins.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';
import { at, DAILY, fakeJob, worker } from './fake-jobs.ts';

describe('a job that fails', () => {
  useStore();
  before(() => void startTestApp());
  const admins = [new mongoose.Types.ObjectId().toHexString(), new mongoose.Types.ObjectId().toHexString()];
  const clock = fixedClock(at('2026-11-21T00:10:00'));
  const deps = { regionCode: '5326', smtpUrl: undefined, demo: true, log: createLog('silent'), clock };
  const job = fakeJob('daily', DAILY, () => {
    throw new Error('broken');
  });

  it('is told to each admin once for the day, however often it is tried', async () => {
    const findAdmins = () => Promise.resolve(admins);
    const one = worker('a', clock, [job]);
    const told = worker('b', clock, [job], (_, run) =>
      tellAdminsJobFailed(job, run, { ...deps, findAdmins }),
    );
    assert.equal(await told.fire(job, at('2026-11-21T00:10:00')), 'failed');
    assert.equal(await told.fire(job, at('2026-11-21T00:10:00'), 'catchUp'), null);
    assert.equal(await one.fire(job, at('2026-11-21T00:10:00')), null);
    assert.equal(await Outbox.countDocuments({ template: 'jobFailed' }), 2);
    assert.equal(await told.fire(job, at('2026-11-22T00:10:00')), 'failed');
    assert.equal(await Outbox.countDocuments({ template: 'jobFailed' }), 4);
  });

  it('stays recorded as failed when nobody can be told', async () => {
    const findAdmins = () => Promise.reject(new Error('the store is away'));
    const told = worker('b', clock, [job], (_, run) =>
      tellAdminsJobFailed(job, run, { ...deps, findAdmins }),
    );
    assert.equal(await told.fire(job, at('2026-11-21T00:10:00')), 'failed');
    assert.equal(await Outbox.countDocuments({}), 0);
  });
});
