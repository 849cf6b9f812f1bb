import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { afterCommit } from '../../platform/db.ts';
import { publish } from '../../platform/realtime/index.ts';
import type { ComplaintRecord, HistoryRecord } from './complaint.record.ts';

/** What happens among the people of a group; each has his own way, and the complaint's own state stays. */
export type GroupAction =
  | 'makeLink'
  | 'revokeLink'
  | 'joinGroup'
  | 'changeConsent'
  | 'changeRepresentative'
  | 'askLeaving'
  | 'stay'
  | 'confirmLeaving'
  | 'doubtLeaving';

/** Adds to the chain of this complaint; facts name states, days and codes, never people or what they wrote. */
export async function recordComplaintEvent(
  complaint: Pick<ComplaintRecord, '_id' | 'officeCode'>,
  action: HistoryRecord['action'] | 'message' | 'undelivered' | GroupAction,
  facts: Record<string, unknown>,
  ctx: Ctx,
  made?: { isNewSubject: boolean },
): Promise<void> {
  const subject = `complaint:${String(complaint._id)}` as const;
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
  await appendEvent(
    { subject, areaCode: complaint.officeCode, action: `complaint.${action}`, facts: known },
    ctx,
    made,
  );
}

/** The screens of every office it concerns, or just stopped concerning, fetch it again; nothing but its id travels. */
export function tellOffices(
  complaint: Pick<ComplaintRecord, '_id' | 'officeCode' | 'toOffice'>,
  ...formerly: (string | undefined)[]
): void {
  const offices = new Set([complaint.officeCode, complaint.toOffice, ...formerly]);
  const payload = { type: 'complaintChanged' as const, id: String(complaint._id) };
  afterCommit(() => {
    for (const office of offices)
      if (office !== undefined) publish(`area:${office}`, 'complaintChanged', payload);
  });
}
