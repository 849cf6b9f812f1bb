import type { Ctx } from '../../platform/context.ts';
import { holdFiles } from '../files/index.ts';

/** Ties the files of a step to the record, as the engine of lives asks for it. */
export async function holdStepFiles(
  fileIds: readonly string[],
  holder: `${string}:${string}`,
  ctx: Ctx,
): Promise<void> {
  await holdFiles(fileIds, holder, ctx, { purposes: ['evidence', 'document'], field: 'given.fileIds' });
}
