import type { ConfirmWithdrawal, WithReason } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { AskWithdrawal } from '../../core/contract/tracking.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { countPeriod } from '../../core/law/count-period.ts';
import { UNSET_WITHDRAWAL_WAIT } from '../../core/law/withdrawal-guard.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import { findParameter } from '../parameters/index.ts';
import { alertBulkWithdrawals } from './alert-bulk-withdrawals.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget, MoveTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { ownTarget } from './own-phone.ts';
import { decidedToday } from './owner.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';
import { noteUntold } from './undelivered.ts';

/**
 * A wish to withdraw changes nothing yet: work goes on, the office asks back on a second channel after some days, and
 * the head hears of many wishes against one employer.
 */
async function askWithdrawal(
  target: MoveTarget,
  { reason }: AskWithdrawal,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return moveComplaint(target, 'askWithdrawal', { reason }, ctx, async ({ areaCode }) => {
    const confirmableOn = await firstConfirmableDay(areaCode, ctx);
    return {
      set: {
        withdrawal: { reason, askedOn: ctx.today, confirmableOn },
        ...(target.as === undefined ? {} : { unread: true }),
      },
      reason,
      facts: { confirmableOn },
      andAlso: async (changed) => {
        await alertBulkWithdrawals(changed, ctx.today, ctx);
        if (target.as === undefined) await tell(changed, 'complaintWithdrawalNoted', ctx);
      },
    };
  });
}

/** The first day on which a wish of today may be confirmed, by the area's own count. */
export async function firstConfirmableDay(areaCode: string, ctx: Ctx): Promise<PlainDate> {
  const set = await findParameter('withdrawalDays', areaCode, ctx.today);
  const length = typeof set?.value === 'number' ? { workingDays: set.value } : UNSET_WITHDRAWAL_WAIT;
  const calendar = await loadCalendar(areaCode);
  return countPeriod({ from: ctx.today, length, roll: 'none', calendar }).dueOn;
}

/** The complainant asks from his own phone. */
export async function askOwnWithdrawal(
  receiptNumber: string,
  wish: AskWithdrawal,
  ctx: Ctx,
): Promise<ComplaintRecord> {
  return askWithdrawal(await ownTarget(receiptNumber, ctx), wish, ctx);
}

/** He asks at the counter or on the phone, and the desk writes it down. */
export async function askWithdrawalAtDesk(
  target: DeskTarget,
  wish: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  return complaintView(await askWithdrawal(target, wish, ctx), ctx);
}

/**
 * A wish that somebody else wrote down, and the end of the complaint, reach the complainant by message: also him who never
 * asked. Without a phone the heads hear that nobody told him.
 */
async function tell(
  complaint: ComplaintRecord,
  template: 'complaintWithdrawalNoted' | 'complaintWithdrawn',
  ctx: Ctx,
): Promise<void> {
  const { receiptNumber } = complaint;
  if (phoneOf(complaint) !== undefined) await tellComplainant(complaint, template, { receiptNumber }, ctx);
  else if (template === 'complaintWithdrawn') await noteUntold(complaint, template, ctx);
}

const answered = (
  complaint: ComplaintRecord,
  outcome: 'confirmed' | 'doubted',
  note: string,
): Pick<ComplaintRecord, 'withdrawal'> => {
  const { withdrawal } = complaint;
  if (withdrawal === undefined) throw new AppError('conflict', { state: complaint.state });
  return { withdrawal: { ...withdrawal, outcome, note } };
};

/** Asked back by phone or in person, some days later, the complainant still wants it and nobody presses him; he is told. */
export async function confirmWithdrawal(
  target: DeskTarget,
  { confirmedBy, note }: ConfirmWithdrawal,
  ctx: Ctx,
): Promise<ComplaintView> {
  const withdrawn = await moveComplaint(
    target,
    'confirmWithdrawal',
    { confirmedBy, note },
    ctx,
    (complaint) => ({
      set: {
        ...answered(complaint, 'confirmed', note),
        withdrawnOn: ctx.today,
        ...decidedToday(complaint, ctx),
      },
      reason: note,
      facts: { confirmedBy, pressed: false },
      andAlso: (changed) => tell(changed, 'complaintWithdrawn', ctx),
    }),
  );
  return complaintView(withdrawn, ctx);
}

/** He did not mean it, could not be reached, or was pressed: the complaint goes on as if nobody had asked. */
export async function doubtWithdrawal(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  const doubted = await moveComplaint(target, 'doubtWithdrawal', { reason }, ctx, (complaint) => ({
    set: answered(complaint, 'doubted', reason),
    reason,
  }));
  return complaintView(doubted, ctx);
}
