import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { getAlertRecord } from './alert-reach.ts';
import { repointEmployer } from './alert.model.ts';
import { letGo } from './scan/let-go.ts';

const HOLDER = 'alert:';

/** What a company attached to its answer lies open to those who may see the alert. */
registerFileReader('evidence', async (fileId: string, ctx: Ctx): Promise<boolean> => {
  for (const ref of await fileHolders(fileId)) {
    if (!ref.startsWith(HOLDER)) continue;
    const alert = await getAlertRecord(ref.slice(HOLDER.length), ctx).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
      return null;
    });
    if (alert !== null) return true;
  }
  return false;
});

registerMergeListener('project', async (fromId, _intoId, ctx) => {
  await letGo([fromId], ctx);
});
registerMergeListener('company', repointEmployer);
