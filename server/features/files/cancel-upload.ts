import type { Ctx } from '../../platform/context.ts';
import { dropUpload } from './finish-upload.ts';
import { getOwnUpload } from './get-upload.ts';

/** Gives up an upload that is under way; a finished one is only forgotten, its file stays. */
export async function cancelUpload(id: string, ctx: Ctx): Promise<void> {
  await dropUpload(await getOwnUpload(id, ctx));
}
