import { AppError } from '../../platform/app-error.ts';
import type { LedgerRecord } from './ledger.model.ts';

/** On a closed account nothing moves: no pay file, no inflow, no outflow. @law REG-27-2 */
export function demandOpen({ closedOn }: Pick<LedgerRecord, 'closedOn'>): void {
  if (closedOn !== undefined) throw new AppError('wageAccountClosed', { day: closedOn });
}
