import type { DailyRootView } from '../../core/contract/operations.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { DailyRoots } from '../../platform/audit/index.ts';

/** What was signed for a day: anyone can re-compute it and check the signature with the published key. */
export async function getDailyRoot(day: PlainDate): Promise<DailyRootView> {
  const root = await DailyRoots.findById(day).lean();
  if (root === null) throw new AppError('notFound');
  const { areas, rootHash, previousRootHash, signature, keyId, signedAt } = root;
  return {
    day,
    areas: areas.map(({ areaCode, events, lastHash }) => ({ areaCode, events, lastHash })),
    rootHash,
    previousRootHash,
    signature,
    keyId,
    signedAt: signedAt.toISOString(),
  };
}
