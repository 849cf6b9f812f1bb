import assert from 'node:assert/strict';
import { withPlurals } from '../../server/core/kit/plurals.ts';
import { waitingTime } from '../../server/core/kit/waiting-time.ts';

describe('how long to wait, in words', () => {
  for (const [seconds, zh, en] of [
    [1, '1 秒', '1 second'],
    [119, '119 秒', '119 seconds'],
    [120, '2 分钟', '2 minutes'],
    [841, '15 分钟', '15 minutes'],
    [7199, '120 分钟', '120 minutes'],
    [7200, '2 小时', '2 hours'],
    [79_201, '23 小时', '23 hours'],
  ] as const)
    it(`says ${zh} of ${seconds} seconds, never less than they are`, () => {
      const said = waitingTime(seconds);
      assert.equal(said.zh, zh);
      assert.equal(withPlurals(said.en), en);
    });
});
