import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { seedPeople } from '../../../seeds/people.ts';
import { findLiveSessions } from '../../../server/features/accounts/index.ts';
import { WEB_SESSIONS, sweepWebSessions } from '../../../server/platform/auth/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { useStore } from '../../support/store.ts';

const records = () => mongoose.connection.collection(WEB_SESSIONS);

describe('sweeping cookie records of ended sessions', () => {
  useStore();

  it('removes those ended from another device, keeps those that hold, and a second run finds nothing', async () => {
    const test = startTestApp();
    await seedPeople(systemCtx('seeds', { now: test.clock.now(), today: test.clock.today() }));
    const { login, password } = demoAccount('inspector');
    const here = await test.signIn(login, password);
    await test.signIn(login, password);
    const mine = ((await here.get('/api/session/mine')).body as { items: { id: string; current: boolean }[] })
      .items;
    const other = mine.find((session) => !session.current);
    assert.ok((await here.delete(`/api/session/mine/${other?.id}`)).status < 300);
    assert.equal(await records().countDocuments(), 2);

    assert.equal(await sweepWebSessions(findLiveSessions), 1);
    assert.equal(await sweepWebSessions(findLiveSessions), 0);
    assert.equal((await here.get('/api/session/mine')).status, 200);
  });
});
