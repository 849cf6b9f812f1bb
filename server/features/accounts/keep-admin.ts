import type { Grant } from '../../core/contract/roles.ts';
import { AppError } from '../../platform/app-error.ts';
import { hasOtherAdmin } from './admin-guard.model.ts';
import type { UserRecord } from './user.model.ts';

/** Refuses a change that would leave an area without any administrator who can undo it. */
export async function keepAnAdmin(user: UserRecord, remaining: readonly Grant[]): Promise<void> {
  if (user.state !== 'active') return;
  const isKept = (lost: Grant): boolean =>
    remaining.some((grant) => grant.role === 'admin' && lost.areaCode.startsWith(grant.areaCode));
  for (const grant of user.grants) {
    if (grant.role !== 'admin' || isKept(grant)) continue;
    if (!(await hasOtherAdmin(grant.areaCode, String(user._id)))) {
      throw new AppError('conflict', { why: 'lastAdmin', areaCode: grant.areaCode });
    }
  }
}
