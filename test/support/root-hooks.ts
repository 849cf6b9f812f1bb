import { stopTestStore } from './store.ts';

export const mochaHooks = {
  async afterAll(): Promise<void> {
    await stopTestStore();
  },
};
