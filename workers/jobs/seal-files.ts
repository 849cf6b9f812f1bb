import { sealPacks } from '../../server/features/evidence/index.ts';
import { resealFiles } from '../../server/features/files/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Seals stored files and packs that lie open or under an older key; `left` is 0 when an old key may leave the ring. */
export function sealFiles(): Job {
  return {
    run: async () => {
      const packs = await sealPacks();
      const { resealed, left, damaged } = await resealFiles({ limit: 50_000 });
      return { resealed: resealed + packs.resealed, left: left + packs.left, damaged };
    },
  };
}
