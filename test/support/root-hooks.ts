import assert from 'node:assert/strict';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from '../../server/bundle.js';
import { PROJECT_ROOT, startFrom } from '../../server/platform/project-root.ts';
import { closeAllServers } from './listening.ts';
import { askedAtOnce, askedTooMuch, stopTestStore } from './store.ts';

export const mochaHooks = {
  /** Stores and threads of the tests run what is delivered, and start faster. */
  async beforeAll(): Promise<void> {
    const program = await bundled(fileURLToPath(PROJECT_ROOT), 'server/start.ts').catch(() => null);
    if (program !== null) startFrom(new URL('./', pathToFileURL(program))); // else from the sources, as a start does
  },
  async afterAll(): Promise<void> {
    closeAllServers();
    await stopTestStore();
    assert.deepEqual([...askedTooMuch], [], 'the application asks only for what the embedded store answers');
    assert.deepEqual([...askedAtOnce], [], 'a transaction asks one thing after the other');
  },
};
