import type { MyComplaint } from '../../core/contract/tracking.ts';
import { currentDue, isOpen } from '../../core/law/deadline.ts';
import type { CaseProgress } from '../cases/index.ts';
import type { ComplaintRecord } from '../complaints/index.ts';

/** What comes next and its last day, in one key; nothing where nothing is left to come. */
export function nextStepOf(
  complaint: ComplaintRecord,
  progress: CaseProgress | null,
  waitsForMoney: boolean,
): MyComplaint['next'] {
  // His own turn comes before the office's.
  if (waitsForMoney) return { step: 'confirmMoney', provisional: false };
  const { state } = complaint;
  if (state === 'received' || state === 'transferring') return acceptance(complaint);
  if (state === 'supplementing') return { step: 'supplement', provisional: false };
  if (state === 'accepted') return { step: 'investigation', provisional: false };
  return state === 'inCase' || state === 'merged' ? progress?.next : undefined;
}

function acceptance({ deadlines }: ComplaintRecord): MyComplaint['next'] {
  const running = deadlines.find((one) => one.period === 'acceptance' && isOpen(one));
  if (running === undefined) return { step: 'acceptance', provisional: false };
  return { step: 'acceptance', dueOn: currentDue(running), provisional: running.provisional === true };
}
