import type { ComplaintRegistered } from '../../core/contract/complaint-intake.ts';
import type { LeadOutcome } from '../../core/contract/leads.ts';
import type { MachineLead } from '../../core/contract/leads.ts';
import type { RegisterComplaint } from '../../core/contract/complaint-intake.ts';
import { leadNotes } from '../../core/leads/lead-note.ts';
import { keyedHash } from '../../platform/auth/keyed-hash.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import {
  CHANNEL_WORDS,
  findByExternalNumber,
  noteFromChannel,
  registerComplaint,
} from '../complaints/index.ts';
import { followComplaint } from './follow-complaint.ts';
import type { JudgedLead, LeadOrigin } from './judge-lead.ts';
import type { LeadRecord } from './lead.model.ts';
import { findLead, setLead } from './lead.model.ts';

export interface TakenLead {
  outcome: Exclude<LeadOutcome, 'refused'>;
  receiptNumber: string;
  filed?: ComplaintRegistered;
}

/** In one order, whatever order its fields were sent in. */
const FIELDS = [
  ...(['intakeKind', 'name', 'phone', 'citizenId', 'areaCode', 'projectCode', 'projectName'] as const),
  ...(['employerName', 'site', 'headcount', 'payMonths', 'owedFen', 'story'] as const),
] satisfies (keyof MachineLead)[];

/** Tells whether what is sent under a number is what was sent before, without keeping it. */
export const markOfLead = (sent: MachineLead): string =>
  keyedHash('lead', JSON.stringify(FIELDS.map((field) => sent[field] ?? null)));

/** Same content, other content, or nothing to compare with because the desk wrote it down by hand. */
export const isChanged = (known: LeadRecord | null, mark: string): boolean =>
  known?.contentMark !== undefined && known.contentMark !== mark;

/** A number that another area's platform used before is theirs: what it became is not told here. */
export const isOfOrigin = (
  known: LeadRecord | null,
  complaint: { areaCode: string },
  { areaCode }: LeadOrigin,
): boolean => (known ?? complaint).areaCode.startsWith(areaCode);

/**
 * One lead, in one transaction: a complaint where its number is new; where it is not, nothing, or a note to the office of
 * what is said differently now. So the same lead may be sent any number of times.
 */
export async function takeLead(
  { sent, lead }: JudgedLead & { lead: RegisterComplaint },
  origin: LeadOrigin,
  ctx: Ctx,
  fileId?: string,
): Promise<TakenLead> {
  const { channel } = origin;
  const { externalNumber } = sent;
  const contentMark = markOfLead(sent);
  return inTransaction(async () => {
    const complaint = await findByExternalNumber(channel, externalNumber);
    if (complaint === null) {
      const filed = await registerComplaint(lead, ctx);
      await setLead(channel, externalNumber, {
        contentMark,
        ...(fileId === undefined ? {} : { fileId }),
      });
      return { outcome: 'taken', receiptNumber: filed.receiptNumber, filed };
    }
    const known = await findLead(channel, externalNumber);
    if (!isOfOrigin(known, complaint, origin)) throw ofAnother();
    const { receiptNumber } = complaint;
    if (known === null) await followComplaint(complaint, ctx);
    if (known?.contentMark === contentMark) return { outcome: 'known', receiptNumber };
    await setLead(channel, externalNumber, { contentMark });
    if (!isChanged(known, contentMark)) return { outcome: 'known', receiptNumber };
    await noteFromChannel(complaint, leadNotes(CHANNEL_WORDS[channel]['zh-CN'], sent), ctx);
    return { outcome: 'changed', receiptNumber };
  });
}

const ofAnother = () =>
  wrongField('externalNumber', '这个编号已用于另一地区的来件', 'The number names a lead of another area');
