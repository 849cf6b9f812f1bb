import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { getCaseRecord } from '../cases/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import type { ProofRecord } from './proof.model.ts';
import { findProof, repointProofs } from './proof.model.ts';

const HOLDER = 'proof:';
const OFFICE: readonly string[] = ['clerk', 'inspector', 'bureauHead'];

/** What a company sent is open to all its people and to the staff of the case, who have it as evidence. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  for (const ref of await fileHolders(fileId)) {
    const proof = ref.startsWith(HOLDER) ? await findProof(ref.slice(HOLDER.length)) : null;
    if (proof !== null && (await mayRead(proof, ctx))) return true;
  }
  return false;
}

async function mayRead({ companyId, caseId }: ProofRecord, ctx: Ctx): Promise<boolean> {
  if ((await ownCompanyIds(ctx)).includes(companyId)) return true;
  const grants = ctx.grants.filter(({ role }) => OFFICE.includes(role));
  if (grants.length === 0) return false;
  return (await getCaseRecord(caseId, { ...ctx, grants }).catch(orNull)) !== null;
}

function orNull(error: unknown): null {
  if (error instanceof AppError && error.code === 'notFound') return null;
  throw error;
}

for (const purpose of ['evidence', 'document'] as const) registerFileReader(purpose, readsFile);
registerMergeListener('company', repointProofs);
