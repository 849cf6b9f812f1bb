import assert from 'node:assert/strict';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { runOnce } from '../../server/platform/http/idempotency.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';

const nobodyAt = (ip: string): Ctx => ({
  actor: { kind: 'anonymous' },
  grants: [],
  now: new Date('2026-11-20T02:00:00Z'),
  today: plainDate('2026-11-20'),
  requestId: 'r',
  ip,
});

describe('a submission that is sent again', () => {
  useStore();
  before(() => void startTestApp());

  const send = (key: string, ip: string) => {
    let runs = 0;
    const said = { content: { story: '一样的话' }, ctx: nobodyAt(ip), inGroups: false };
    return runOnce({ key, door: 'post /public/reports', ...said }, () =>
      Promise.resolve({ status: 201, value: (runs += 1) }),
    ).then(({ repeated }) => ({ repeated, runs }));
  };

  it('counts once although the phone changed to another network, with a key long enough to be its own', async () => {
    const key = '0123456789abcdef0123456789abcdef';
    assert.deepEqual(await send(key, '10.0.0.1'), { repeated: false, runs: 1 });
    assert.deepEqual(await send(key, '192.168.7.7'), { repeated: true, runs: 0 });
  });

  it('of a short key two addresses are two senders', async () => {
    assert.deepEqual(await send('attempt-1', '10.0.0.1'), { repeated: false, runs: 1 });
    assert.deepEqual(await send('attempt-1', '192.168.7.7'), { repeated: false, runs: 1 });
    assert.deepEqual(await send('attempt-1', '10.0.0.1'), { repeated: true, runs: 0 });
  });
});
