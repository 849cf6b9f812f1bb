import { fileHolders, registerFileReader } from '../files/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { grantsReach } from '../areas/index.ts';
import { ASSESSMENT_PERMISSIONS } from './assessment.permissions.ts';

const HOLDER = 'assessment:';
const READERS: readonly string[] = ASSESSMENT_PERMISSIONS['assessment.read'];

/** Files of a sheet lie open to whoever may read the sheet. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  const held = (await fileHolders(fileId)).filter((ref) => ref.startsWith(HOLDER));
  return held.some((ref) => grantsReach(grants, ref.slice(HOLDER.length).split(':')[0] ?? ''));
}

registerFileReader('evidence', readsFile);
registerFileReader('document', readsFile);
