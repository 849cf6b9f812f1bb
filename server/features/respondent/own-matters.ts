import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { ownCompanyIds } from '../companies/index.ts';
import type { Matter } from './gather-matters.ts';
import { gatherMatters } from './gather-matters.ts';

/** The matter of this case, when something of it was served on the reader's companies; throws notFound otherwise. */
export async function getOwnMatter(
  caseId: string,
  ctx: Ctx,
): Promise<{ matter: Matter; companyIds: string[] }> {
  const companyIds = await ownCompanyIds(ctx);
  const [matter] = await gatherMatters(companyIds, ctx.today, caseId);
  if (matter === undefined) throw new AppError('notFound');
  return { matter, companyIds };
}
