import type { ProposeRefusal, WithNote, WithReason } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView, RefusalGround } from '../../core/contract/complaints.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { complaintView } from './complaint-view.ts';
import type { DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { decidedToday, owner } from './owner.ts';
import { phoneOf, tellComplainant } from './tell-complainant.ts';
import { noteUntold } from './undelivered.ts';

/**
 * The desk proposes not to accept, with the ground and where to go instead; until the head has spoken nothing else
 * happens to the complaint, and the acceptance period runs on.
 * @law IMP-19-1
 */
export async function proposeRefusal(
  target: DeskTarget,
  { ground, reason, whereInstead }: ProposeRefusal,
  ctx: Ctx,
): Promise<ComplaintView> {
  const given = { ground, reason, whereInstead };
  const proposed = await moveComplaint(target, 'proposeRefusal', given, ctx, (complaint) => {
    requireAsked(complaint, ground);
    return {
      set: { refusal: { ...given, proposedOn: ctx.today }, ...owner(ctx) },
      reason,
      facts: { ground },
    };
  });
  return complaintView(proposed, ctx);
}

/**
 * The head refuses it: decided within the acceptance period, in writing, with the way to go instead. Nobody approves
 * what he proposed himself.
 * @law IMP-19-1
 */
export async function approveRefusal(
  target: DeskTarget,
  { note }: WithNote,
  ctx: Ctx,
): Promise<ComplaintView> {
  const refused = await moveComplaint(target, 'approveRefusal', {}, ctx, (complaint) => {
    const { refusal } = complaint;
    if (refusal === undefined) throw new AppError('conflict', { state: complaint.state });
    if (proposer(complaint) === actorId(ctx)) throw new AppError('ownRequest');
    requireAsked(complaint, refusal.ground);
    return {
      set: {
        refusal: { ...refusal, decidedOn: ctx.today },
        refusedOn: ctx.today,
        ...decidedToday(complaint, ctx),
      },
      ...(note === undefined ? {} : { reason: note }),
      facts: { ground: refusal.ground },
      andAlso: async (changed) => {
        await tellComplainant(changed, 'complaintRefused', { receiptNumber: changed.receiptNumber }, ctx);
        // Whoever complains by name is told of a refusal; where no message goes somebody has to.
        if (changed.intakeKind === 'COMPLAINT' && phoneOf(changed) === undefined)
          await noteUntold(changed, 'complaintRefused', ctx);
      },
    };
  });
  return complaintView(refused, ctx);
}

/** That he has added nothing is no ground against whom the question never reached. */
function requireAsked({ state, supplement }: ComplaintRecord, ground: RefusalGround): void {
  if (ground === 'NO_CLEAR_RESPONDENT' && state === 'supplementing' && supplement?.untold === true)
    throw new AppError('complainantUntold');
}

const actorId = (ctx: Ctx): string | null => (ctx.actor.kind === 'user' ? ctx.actor.userId : null);
const proposer = ({ history }: ComplaintRecord): string | undefined =>
  history.findLast((entry) => entry.action === 'proposeRefusal')?.by.userId;

/** The head sends the proposal back: the complaint is as it was, and his words say what is missing. */
export async function returnRefusal(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  const returned = await moveComplaint(target, 'returnRefusal', { reason }, ctx, () => ({
    unset: ['refusal'],
    reason,
  }));
  return complaintView(returned, ctx);
}
