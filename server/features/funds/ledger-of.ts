import type { Fen } from '../../core/kit/money.ts';
import { findLedger } from './ledger.model.ts';

/** What the ledger of a project holds and what still waits for its bank; null without a wage account. No reader's limits. */
export async function ledgerOf(
  projectId: string,
): Promise<{ balanceFen: Fen; payFilesWaiting: number } | null> {
  const ledger = await findLedger(projectId);
  return ledger === null ? null : { balanceFen: ledger.balanceFen, payFilesWaiting: ledger.payFilesWaiting };
}
