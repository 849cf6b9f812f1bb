import { areaLimit } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { findingsWithin } from './finding-kind.ts';
import { Findings } from './finding.model.ts';
import { findInspection } from './inspection.model.ts';
import { INSPECTIONS_PERMISSIONS } from './inspections.permissions.ts';

const READERS: readonly string[] = INSPECTIONS_PERMISSIONS['inspections.read'];

/** Photos of a visit lie open to whoever may read the visit, those of a finding to its company as well. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  for (const ref of await fileHolders(fileId)) {
    const [holder, id = ''] = ref.split(':');
    if (holder === 'inspection' && (await readsVisit(id, ctx))) return true;
    if (holder === 'finding' && (await readsFinding(id, ctx))) return true;
  }
  return false;
}

async function readsVisit(id: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  return grants.length > 0 && (await findInspection(id, areaLimit({ ...ctx, grants }))) !== null;
}

async function readsFinding(id: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => role === 'contractor' || READERS.includes(role));
  if (grants.length === 0) return false;
  const limits = await findingsWithin({ ...ctx, grants });
  return (await Findings.exists({ $and: [{ _id: id }, limits] })) !== null;
}

registerFileReader('evidence', readsFile);
