import type { TransferComplaint, WithNote, WithReason } from '../../core/contract/complaint-moves.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { listDepartments } from '../areas/index.ts';
import { problem, refuseFields } from './check-content.ts';
import type { ComplaintRecord } from './complaint.record.ts';
import { officeOf } from './complaint-reach.ts';
import { complaintView } from './complaint-view.ts';
import type { ComplaintMove, DeskTarget } from './move-complaint.ts';
import { moveComplaint } from './move-complaint.ts';
import { officeName, requireArea } from './office.ts';
import { decidedToday, owner } from './owner.ts';
import { tellComplainant } from './tell-complainant.ts';

/**
 * Offers the complaint to the office of another area or to a member department. Until they answer it stays with the
 * first office, whose acceptance period runs on.
 * @law IMP-19-1
 */
export async function transferComplaint(
  target: DeskTarget,
  { toAreaCode, toDepartment, reason }: TransferComplaint,
  ctx: Ctx,
): Promise<ComplaintView> {
  const to = {
    ...(toAreaCode === undefined ? {} : { toAreaCode }),
    ...(toDepartment === undefined ? {} : { toDepartment }),
  };
  const offered = await moveComplaint(target, 'transfer', { reason }, ctx, async (complaint) => {
    if (toAreaCode !== undefined) await requireOtherOffice(toAreaCode, complaint, ctx);
    if (toDepartment !== undefined) await requireDepartment(toDepartment);
    return {
      set: {
        transfer: { ...to, reason, offeredOn: ctx.today },
        ...(toAreaCode === undefined ? {} : { toOffice: officeOf(toAreaCode) }),
        ...(toDepartment === undefined ? {} : { toDepartment }),
        ...owner(ctx),
      },
      reason,
      facts: to,
    };
  });
  return complaintView(offered, ctx);
}

async function requireOtherOffice(
  toAreaCode: string,
  { officeCode }: Pick<ComplaintRecord, 'officeCode'>,
  ctx: Ctx,
): Promise<void> {
  await requireArea(toAreaCode, ctx, 'toAreaCode');
  if (officeOf(toAreaCode) === officeCode)
    refuseFields([
      problem(
        'toAreaCode',
        'area.same',
        '就是本机构，请选择其他地区',
        'This is your own office; choose another',
      ),
    ]);
}

async function requireDepartment(code: string): Promise<void> {
  const { items } = await listDepartments({});
  if (items.some((one) => one.code === code)) return;
  refuseFields([
    problem('toDepartment', 'department.unknown', '没有这个部门', 'There is no such department'),
  ]);
}

/** Nobody has it any more to answer an offer; what was said stays. */
const offerOver = (returnedReason: string, { transfer }: ComplaintRecord): ComplaintMove => ({
  ...(transfer === undefined ? {} : { set: { transfer: { ...transfer, returnedReason } } }),
  unset: ['toOffice', 'toDepartment'],
  reason: returnedReason,
});

/** The office takes its offer back. */
export async function recallTransfer(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  const move = (complaint: ComplaintRecord) => offerOver(reason, complaint);
  return complaintView(await moveComplaint(target, 'recallTransfer', { reason }, ctx, move), ctx);
}

/** The other side gives it back with a reason: the first office goes on, within its own period. */
export async function returnTransfer(
  target: DeskTarget,
  { reason }: WithReason,
  ctx: Ctx,
): Promise<ComplaintView> {
  const returned = await moveComplaint(target, 'returnTransfer', { reason }, ctx, (complaint) =>
    offerOver(reason, complaint),
  );
  // Who gave it back may not see it any more; the answer still shows him what he did.
  return complaintView(returned, ctx);
}

/**
 * The other side takes it over. An office examines acceptance itself, in five working days of its own; the first
 * office's period is met. A department has it for good.
 * @law IMP-18-1
 */
export async function takeOverComplaint(
  target: DeskTarget,
  { note }: WithNote,
  ctx: Ctx,
): Promise<ComplaintView> {
  const taken = await moveComplaint(target, 'takeOver', {}, ctx, async (complaint) => {
    const { toAreaCode } = complaint.transfer ?? {};
    const words = note === undefined ? {} : { reason: note };
    if (toAreaCode !== undefined) return { ...(await toOffice(complaint, toAreaCode, ctx)), ...words };
    const office = await departmentName(complaint.toDepartment);
    return {
      set: { transferredOn: ctx.today, ...decidedToday(complaint, ctx) },
      facts: { toDepartment: complaint.toDepartment ?? '' },
      andAlso: (changed) => tellTaken(changed, office, ctx),
      ...words,
    };
  });
  return complaintView(taken, ctx);
}

async function toOffice(complaint: ComplaintRecord, toAreaCode: string, ctx: Ctx): Promise<ComplaintMove> {
  if (complaint.toOffice === undefined) throw new AppError('conflict', { state: complaint.state });
  const office = await officeName(complaint.toOffice, ctx);
  return {
    set: { areaCode: toAreaCode, officeCode: complaint.toOffice, ...owner(ctx) },
    unset: ['toOffice'],
    facts: { fromOffice: complaint.officeCode, toAreaCode },
    andAlso: (changed) => tellTaken(changed, office, ctx),
  };
}

async function departmentName(code: string | undefined): Promise<string> {
  const { items } = await listDepartments({});
  return items.find((one) => one.code === code)?.name ?? '相关部门';
}

const tellTaken = (changed: ComplaintRecord, office: string, ctx: Ctx): Promise<void> =>
  tellComplainant(changed, 'complaintTransferred', { receiptNumber: changed.receiptNumber, office }, ctx);
