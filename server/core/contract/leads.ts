import type { PlainDate } from '../kit/plain-date.ts';
import type { ComplaintContent } from './complaint-intake.ts';
import type { ComplaintState, LeadChannel, LikelyDuplicate } from './complaints.ts';
import type { FieldProblem } from './errors.ts';
import type { PageQuery } from './page.ts';

/** Platforms that send what they were told over to the office and want to hear what became of it. */
export const LEAD_PLATFORMS = [
  'HOTLINE_12345',
  'HOTLINE_12333',
  'NATIONAL_PLATFORM',
] as const satisfies readonly LeadChannel[];
export type LeadPlatform = (typeof LEAD_PLATFORMS)[number];

/** What a state is called over there: their code and their words. */
export interface LeadCode {
  code: string;
  words: string;
}

/**
 * One lead as a platform sends it, under the number it has there. Without an area, or with one that is not on record, it
 * goes to the area of the program; headcount, money and months may be unknown.
 */
export interface MachineLead
  extends
    Omit<ComplaintContent, 'fileIds' | 'areaCode' | 'headcount' | 'payMonths' | 'owedFen' | 'intakeKind'>,
    Partial<Pick<ComplaintContent, 'areaCode' | 'headcount' | 'payMonths' | 'owedFen' | 'intakeKind'>> {
  externalNumber: string;
  /** Needed for a complaint (投诉); a report (举报) may be anonymous. */
  name?: string;
  phone?: string;
  citizenId?: string;
}

/**
 * `POST /api/machine/leads`, signed (purpose `leads`): up to 200, each taken or refused for itself. The number of a lead
 * names one complaint for good: sent again it is answered `known`, with other content `changed`, and what is new lies with
 * the complaint as a note to the office.
 */
export interface MachineLeads {
  leads: MachineLead[];
}
export type LeadOutcome = 'taken' | 'known' | 'changed' | 'refused';
export interface LeadAnswer {
  /** Its place in what was sent. */
  index: number;
  externalNumber?: string;
  outcome: LeadOutcome;
  receiptNumber?: string;
  /** The office that answers for it, and by when it says whether it accepts. */
  officeName?: string;
  acceptanceDueOn?: PlainDate;
  /** Likely the same matter; never a reason to refuse. */
  likely?: LikelyLead[];
  /** Everything wrong with it, by field. */
  fields?: FieldProblem[];
}
export interface LikelyLead {
  receiptNumber: string;
  why: LikelyDuplicate['why'];
}
export interface LeadsTaken extends Record<LeadOutcome, number> {
  leads: LeadAnswer[];
}

/** `GET /api/machine/leads?since&limit`, signed: what became of the leads of this platform since the cursor, oldest first. */
export interface LeadChanges {
  items: LeadChange[];
  /** Where the next question goes on; absent as long as there was nothing at all. */
  next?: string;
  /** There is more right now. */
  more: boolean;
}
export interface LeadChange extends LeadCode {
  externalNumber: string;
  receiptNumber: string;
  state: ComplaintState;
  /** The day of the change. */
  on: PlainDate;
}

/** `GET /api/leads?channel&state&fileId` (page; sorts changedAt, receivedOn); `/export`; `/template`. */
export interface ListLeads extends PageQuery {
  channel?: LeadPlatform;
  state?: ComplaintState;
  areaCode?: string;
  /** What came with this workbook. */
  fileId?: string;
}
export interface LeadRow extends LeadCode {
  id: string;
  complaintId: string;
  channel: LeadPlatform;
  externalNumber: string;
  receiptNumber: string;
  areaCode: string;
  state: ComplaintState;
  receivedOn: PlainDate;
  changedOn: PlainDate;
  /** By when the platform wants its answer (an internal target, set by the region); absent where none is set or it is over. */
  replyDueOn?: PlainDate;
}

/** `POST /api/leads/checks` (202, SheetCheckView): a workbook of leads of one platform, for one area. */
export interface CheckLeads {
  channel: LeadPlatform;
  areaCode: string;
  fileId: string;
}
