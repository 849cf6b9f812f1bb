import assert from 'node:assert/strict';
import { askedTooMuch, stopTestStore } from './store.ts';

export const mochaHooks = {
  async afterAll(): Promise<void> {
    await stopTestStore();
    assert.deepEqual([...askedTooMuch], [], 'the application asks only for what the embedded store answers');
  },
};
