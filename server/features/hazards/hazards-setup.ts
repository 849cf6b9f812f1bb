import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { Hazards, repointHazards } from './hazard.model.ts';
import { HAZARDS_PERMISSIONS } from './hazards.permissions.ts';

const HOLDER = 'hazard:';
const READERS: readonly string[] = HAZARDS_PERMISSIONS['hazards.list'];

/** Photos of a hazard lie open to whoever may read it. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  if (grants.length === 0) return false;
  const held = (await fileHolders(fileId)).filter((ref) => ref.startsWith(HOLDER));
  if (held.length === 0) return false;
  const ids = held.map((ref) => ref.slice(HOLDER.length));
  return (await Hazards.exists({ $and: [{ _id: { $in: ids } }, areaLimit({ ...ctx, grants })] })) !== null;
}

registerFileReader('evidence', readsFile);
registerMergeListener('project', repointHazards);
