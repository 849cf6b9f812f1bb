import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { getAlertRecord } from './alert-reach.ts';

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
