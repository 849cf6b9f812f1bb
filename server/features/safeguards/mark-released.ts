import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { demandTransaction } from '../../platform/audit/index.ts';
import { findRecord, writeRecord } from './safeguards.model.ts';

/** The wage account was closed, or the bond given back, on this day: inside the transaction that records it. */
export async function markReleased(
  projectId: string,
  part: 'account' | 'bond',
  on: PlainDate,
): Promise<void> {
  demandTransaction('markReleased');
  const record = await findRecord(projectId);
  if (record?.[part] === undefined) throw new AppError('conflict');
  const set = part === 'account' ? { 'account.closedOn': on } : { 'bond.returnedOn': on };
  const written = await writeRecord(projectId, record.version, { set });
  if (written === null) throw new AppError('staleVersion');
}
