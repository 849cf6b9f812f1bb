import type { PayFileView } from '../../core/contract/funds.ts';
import type { Ctx } from '../../platform/context.ts';
import { projectRefsOf } from '../projects/index.ts';
import type { PayFileRecord } from './pay-file.model.ts';

/** May this reader act for the bank that keeps the account? */
export function isBranch(
  { grants }: Pick<Ctx, 'grants'>,
  { branchCode, areaCode }: Pick<PayFileRecord, 'branchCode' | 'areaCode'>,
): boolean {
  return grants.some(
    (grant) =>
      grant.role === 'bank' && grant.bankBranchCode === branchCode && areaCode.startsWith(grant.areaCode),
  );
}

export async function payFileViews(files: readonly PayFileRecord[], ctx: Ctx): Promise<PayFileView[]> {
  const projects = await projectRefsOf(files.map(({ projectId }) => projectId));
  return files.map((file) => {
    const { _id, areaCode: _area, issuedAt, takenAt, answeredAt, ...plain } = file;
    const isOwn = isBranch(ctx, file);
    return {
      ...plain,
      id: String(_id),
      projectName: projects.get(file.projectId)?.name ?? '',
      issuedAt: issuedAt.toISOString(),
      ...(takenAt === undefined ? {} : { takenAt: takenAt.toISOString() }),
      ...(answeredAt === undefined ? {} : { answeredAt: answeredAt.toISOString() }),
      canTake: isOwn,
      canAnswer: isOwn && file.state !== 'issued',
    };
  });
}
