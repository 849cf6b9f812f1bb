import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { Agent, TestApp } from '../support/app.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';
import { openStaff, PASSWORD } from './operations/open-staff.ts';

const NOW = new Date('2026-11-21T02:00:00Z');

describe('whoever takes a list out of the system', () => {
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let admin: Agent;

  before(async () => {
    test = startTestApp(NOW);
    await openStaff(test, { county: ['admin', '532602'] });
    admin = await test.signIn('county', PASSWORD);
  });

  const taken = () =>
    mongoose.connection
      .collection('events')
      .find({ action: 'export.taken' })
      .sort({ seq: 1 })
      .toArray()
      .then((events) => events.map(({ subject, areaCode, facts }) => ({ subject, areaCode, facts })));

  it('leaves an event in his own chain that says what was taken, and no word he searched for', async () => {
    const me = await admin.get('/api/session');
    const answer = await admin.get('/api/users/export?format=csv&state=active&q=%E5%BC%A0%E4%B8%89');
    assert.equal(answer.status, 200);
    assert.deepEqual(await taken(), [
      {
        subject: `user:${String((me.body as { user: { id: string } }).user.id)}`,
        areaCode: '532602',
        facts: {
          door: 'get /users/export',
          of: {},
          filters: { format: 'csv', state: 'active', q: true },
        },
      },
    ]);
  });

  it('leaves none when the door stays shut or the question is no question', async () => {
    const before = await taken();
    assert.equal((await test.visitor().get('/api/users/export')).status, 401);
    assert.equal((await admin.get('/api/users/export?format=exe')).status, 422);
    assert.equal((await admin.get('/api/complaints/export')).status, 403);
    assert.deepEqual(await taken(), before);
  });
});
