import type { Fen } from '../../core/kit/money.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { insertMessage } from './complaint-message.model.ts';
import { findLeadOf, markUnread } from './complaint-queries.model.ts';
import { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';
import { takeIn } from './take-in.ts';

/** A worker's disagreement with a payroll line, as the feature that keeps payrolls hands it over. */
export interface Lead {
  payLineId: string;
  complainant: { name: string; phone?: string; citizenId?: string };
  areaCode: string;
  projectId: string;
  employerId: string;
  payMonth: PayMonth;
  owedFen: Fen;
  /** In plain words: what the payroll says, what the bank says, what he says. */
  story: string;
}

export interface LeadOpened {
  id: string;
  receiptNumber: string;
  /** False where the line had its lead already, which was told instead. */
  isNew: boolean;
}

/**
 * A payroll line its worker disagrees with becomes a complaint in the area's queue: number, office and acceptance period
 * like any other. One line has one lead: what is said of it later is a message to it, whatever has become of it since.
 * `submission` is the object that was sent; it keeps the number when the transaction runs again.
 * @law IMP-18-1
 */
export async function openLead(lead: Lead, submission: object, ctx: Ctx): Promise<LeadOpened> {
  return inTransaction(async () => {
    const known = await addToLead(lead.payLineId, lead.story, ctx);
    if (known !== null) return known;
    const made = await takeIn(intakeOf(lead, ctx), submission, ctx);
    return { id: String(made._id), receiptNumber: made.receiptNumber, isNew: true };
  });
}

/** What else the worker says of a line that has a lead; null where it has none. */
export async function addToLead(payLineId: string, text: string, ctx: Ctx): Promise<LeadOpened | null> {
  return inTransaction(async () => {
    const known = await findLeadOf(payLineId);
    if (known === null) return null;
    const complaintId = String(known._id);
    await insertMessage({ complaintId, from: 'complainant', text, fileIds: [], at: ctx.now });
    await markUnread(known._id, true);
    await recordComplaintEvent(known, 'message', { from: 'complainant', files: 0 }, ctx);
    tellOffices(known);
    return { id: complaintId, receiptNumber: known.receiptNumber, isNew: false };
  });
}

function intakeOf(lead: Lead, ctx: Ctx): Parameters<typeof takeIn>[0] {
  const { payLineId, areaCode, projectId, employerId, payMonth, owedFen, story } = lead;
  const { citizenId, ...named } = lead.complainant;
  // A number that cannot be one was a notice when the payroll was checked; it does not keep him from being heard.
  const checked = citizenId === undefined ? undefined : checkCitizenId(citizenId, ctx.today);
  return {
    content: {
      intakeKind: 'COMPLAINT',
      ...{ areaCode, projectId, employerId, payMonths: [payMonth], owedFen, story },
      headcount: 1,
      fileIds: [],
    },
    channel: 'PAY_ANSWER',
    receivedOn: ctx.today,
    complainant: { ...named, ...(checked?.ok === true ? { citizenId: checked.value } : {}) },
    payLineId,
  };
}
