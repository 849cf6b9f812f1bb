import type { Ctx } from '../../server/platform/context.ts';

export async function seedScenarios(_ctx: Ctx, _dataDir: string): Promise<number> {
  return Promise.resolve(0);
}
