import type { ChainVerdict } from '../../core/contract/operations.ts';
import { AppError } from '../../platform/app-error.ts';
import { verifyChains } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';

let isRunning = false;

/** Re-computes everything; it reads every event, so a process runs one verification at a time. */
export async function verifyEventChain({ now }: Pick<Ctx, 'now'>): Promise<ChainVerdict> {
  if (isRunning) throw new AppError('tooManyRequests', { retryAfter: 30 });
  isRunning = true;
  try {
    return await verifyChains({ now });
  } finally {
    isRunning = false;
  }
}
