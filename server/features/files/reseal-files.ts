import { StoredFileError } from '../../platform/files/index.ts';
import { filesSetup } from './files-setup.ts';
import { resealUploads } from './mend-upload.ts';

/**
 * Seals with the active key what lies open, stored or arriving, as files of before did, or under an older key: at most `limit` of them.
 * It looks at the head of each file only, so a run that was stopped is simply run again. An old key may leave the ring
 * once `left` is 0; what is damaged stays as it is and is counted, because a backup may still have it whole.
 */
export async function resealFiles({ limit = Infinity }: { limit?: number } = {}): Promise<{
  resealed: number;
  left: number;
  damaged: number;
}> {
  const { store } = filesSetup();
  const counts = { ...(await resealUploads(limit)), damaged: 0 };
  for await (const { sha256 } of store.list()) {
    const states = [await store.sealState(sha256), await store.sealState(sha256, 'thumbnail')];
    if (states.every((one) => one === null || one.state === 'active')) continue;
    if (counts.resealed >= limit) {
      counts.left += 1;
      continue;
    }
    try {
      await store.reseal(sha256);
      counts.resealed += 1;
    } catch (error) {
      if (!(error instanceof StoredFileError)) throw error;
      counts.left += 1;
      counts.damaged += 1;
    }
  }
  return counts;
}
