import type { MyComplaint, MyComplaintRow, TrackEntry } from '../../core/contract/tracking.ts';
import type { Ctx } from '../../platform/context.ts';
import { caseStepsOf } from '../cases/index.ts';
import type { CaseProgress } from '../cases/index.ts';
import { caseOfComplaint, complainantMessages, officeName, receiptPath } from '../complaints/index.ts';
import type { ComplaintRecord } from '../complaints/index.ts';
import { myActions } from './my-actions.ts';
import type { MyMoney } from './my-money.ts';
import { myMoney, waitsForMe } from './my-money.ts';
import { nextStepOf } from './next-step.ts';
import { timelineOf } from './timeline.ts';

/** Who reads: the phone that signed in; null for somebody who holds the code of an anonymous report. */
export interface TrackReader {
  phone: string | null;
}

export function myRow(complaint: ComplaintRecord, waitsForMoney: boolean): MyComplaintRow {
  const { receiptNumber, intakeKind, state, receivedOn, projectName, employerName, owedFen } = complaint;
  return {
    ...{ receiptNumber, intakeKind, state, receivedOn, owedFen },
    ...(projectName === undefined ? {} : { projectName }),
    ...(employerName === undefined ? {} : { employerName }),
    needsMe: state === 'supplementing' || waitsForMoney,
  };
}

/** The complaint as its complainant may know it: plain steps, the next one and its day, no name of any staff. */
export async function myComplaintView(
  complaint: ComplaintRecord,
  { phone }: TrackReader,
  ctx: Ctx,
): Promise<MyComplaint> {
  const caseId = await caseOfComplaint(complaint);
  const progress = caseId === undefined ? null : await caseStepsOf(caseId);
  const own = await myMoney(complaint, caseId, progress, phone);
  const waits = waitsForMe(own.payments);
  const next = nextStepOf(complaint, progress, waits);
  const { rating } = complaint;
  return {
    ...myRow(complaint, waits),
    version: complaint.version,
    officeName: await officeName(complaint.officeCode, ctx),
    payMonths: complaint.payMonths,
    headcount: complaint.headcount,
    story: complaint.story,
    fileIds: complaint.fileIds,
    steps: await timelineOf(complaint, withOwnMoney(progress, own), ctx),
    ...(next === undefined ? {} : { next }),
    money: own.money,
    messages: await complainantMessages(String(complaint._id)),
    payments: own.payments,
    receiptPath: receiptPath(complaint.receiptNumber),
    ...(rating === undefined
      ? {}
      : {
          rating: { stars: rating.stars, ...(rating.words === undefined ? {} : { words: rating.words }) },
        }),
    actions: phone === null ? [] : myActions(complaint, waits, ctx),
  };
}

/** Money that came to others of the case is no news of one's own: who stands on the sheet reads of his own alone. */
export function withOwnMoney(
  progress: CaseProgress | null,
  own: Pick<MyMoney, 'payments' | 'isOnSheet'>,
): CaseProgress | null {
  if (progress === null || !own.isOnSheet) return progress;
  const others = progress.steps.filter(({ step }) => step !== 'moneySeen' && step !== 'moneyReported');
  const mine = own.payments.map(({ state, paidOn, fen }): TrackEntry => ({
    step: state === 'seen' ? 'moneySeen' : 'moneyReported',
    on: paidOn,
    facts: { fen },
  }));
  return { ...progress, steps: [...others, ...mine] };
}
