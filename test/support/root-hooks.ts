import assert from 'node:assert/strict';
import { closeAllServers } from './listening.ts';
import { askedTooMuch, stopTestStore } from './store.ts';

export const mochaHooks = {
  async afterAll(): Promise<void> {
    closeAllServers();
    await stopTestStore();
    assert.deepEqual([...askedTooMuch], [], 'the application asks only for what the embedded store answers');
  },
};
