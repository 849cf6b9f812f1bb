import type { ComplaintAction } from '../../core/contract/complaints.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import { mayExtendPetition } from './petition-periods.ts';

/** What stands open in a complaint beside its state. */
export interface PendingWords {
  refusal?: { decidedOn?: PlainDate };
  withdrawal?: { confirmableOn: PlainDate; outcome?: 'confirmed' | 'doubted' };
  transfer?: unknown;
  rating?: unknown;
  joinedMembers?: number;
  deadlines?: readonly Deadline[];
}

/** The first that waits: the head's word on a refusal, then an answer to a wish to withdraw. */
export function pendingOf(complaint: PendingWords): 'refusal' | 'withdrawal' | undefined {
  if (complaint.refusal !== undefined && complaint.refusal.decidedOn === undefined) return 'refusal';
  return isAskedBack(complaint) ? 'withdrawal' : undefined;
}

const isAskedBack = ({ withdrawal }: PendingWords): boolean =>
  withdrawal !== undefined && withdrawal.outcome === undefined;

/** Ends the complaint for everybody in it: not while others who joined by themselves stand. Each leaves for himself. */
const ENDS_FOR_ALL: readonly ComplaintAction[] = ['askWithdrawal', 'confirmWithdrawal', 'merge'];
export const isShutByMembers = (
  action: ComplaintAction,
  { joinedMembers = 0 }: Pick<PendingWords, 'joinedMembers'>,
): boolean => joinedMembers > 0 && ENDS_FOR_ALL.includes(action);

type Guard = (complaint: PendingWords, today: PlainDate) => boolean;

const refusalWaits: Guard = (complaint) => pendingOf(complaint) === 'refusal';

/** Actions that are open only while something waits, or only once; what has no row is open whenever its state is. */
const GUARDS: Partial<Record<ComplaintAction, Guard>> = {
  approveRefusal: refusalWaits,
  returnRefusal: refusalWaits,
  askWithdrawal: (complaint) => !isAskedBack(complaint),
  confirmWithdrawal: (complaint, today) =>
    isAskedBack(complaint) && today >= (complaint.withdrawal?.confirmableOn ?? today),
  doubtWithdrawal: isAskedBack,
  extendPetition: ({ deadlines = [] }, today) => mayExtendPetition({ deadlines }, today),
  rate: ({ rating }) => rating === undefined,
};

/** While a refusal waits for the head, his word alone moves the complaint; a slip of the pen may still be corrected. */
const BESIDE_REFUSAL: readonly ComplaintAction[] = ['approveRefusal', 'returnRefusal', 'edit'];

/** Is the action open, as far as pending words go? The state and the role are the flow table's. */
export function isUnguarded(action: ComplaintAction, complaint: PendingWords, today: PlainDate): boolean {
  if (pendingOf(complaint) === 'refusal' && !BESIDE_REFUSAL.includes(action)) return false;
  if (isShutByMembers(action, complaint)) return false;
  return GUARDS[action]?.(complaint, today) ?? true;
}
