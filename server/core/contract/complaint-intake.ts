import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { IntakeKind, RegisteredChannel } from './complaints.ts';
import type { MonthOwed } from './deadlines.ts';

/** What is the same however a complaint comes in. */
export interface ComplaintContent {
  intakeKind: IntakeKind;
  /** From the QR of a site; project and parties are then known. */
  projectCode?: string;
  /** In the complainant's words where there is no code. */
  projectName?: string;
  employerName?: string;
  site?: string;
  /** Where the work was done: county, town or grid. */
  areaCode: string;
  /** How many people were not paid, the complainant included; more than one is a group (集体投诉). */
  headcount: number;
  payMonths: PayMonth[];
  owedFen: Fen;
  story: string;
  fileIds: string[];
}

/**
 * `POST /api/my/complaints` (worker, rate `submit`, idempotent, 201): the phone is the one that signed in.
 * A REPORT hides who made it from everybody but those who handle it.
 */
export interface FileComplaint extends ComplaintContent {
  name: string;
  citizenId?: string;
}
/** `POST /api/public/reports` (anybody, rate `submit`, idempotent, 201): an anonymous 举报; no files. */
export interface FileAnonymousReport extends Omit<ComplaintContent, 'intakeKind' | 'fileIds'> {
  /** A way to reach the reporter, if he wants to leave one; sealed. */
  contact?: string;
}
export interface ComplaintFiled {
  receiptNumber: string;
  receivedOn: PlainDate;
  officeName: string;
  /** What comes next and by when. */
  acceptanceDueOn: PlainDate;
  /** `/r/<number>?s=<signature>`: the QR of the receipt; a stranger sees only that it is genuine. */
  receiptPath: string;
  /** Only for anonymous reports, shown once: follows the report together with the receipt number. */
  trackingCode?: string;
}

/** A person of a group, as far as known. */
export interface NamedPerson {
  name: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
  months: MonthOwed[];
}

/** What registering answers: the receipt to hand over, and the record to open. */
export interface ComplaintRegistered extends ComplaintFiled {
  id: string;
}

/** `POST /api/complaints` (clerk, inspector, gridOfficer; idempotent, 201, ComplaintRegistered): walk-ins and leads of every channel. */
export interface RegisterComplaint extends ComplaintContent {
  channel: RegisteredChannel;
  /** Day it reached the office; not in the future. */
  receivedOn: PlainDate;
  /** Number of the work order on the sending platform; one number of a channel is one complaint. */
  externalNumber?: string;
  name?: string;
  phone?: string;
  citizenId?: string;
  projectId?: string;
  employerId?: string;
  people?: NamedPerson[];
}
/** `PATCH /api/complaints/:id` with If-Match: corrections before it is answered; the worker's own words stay. */
export type EditComplaint = Partial<
  Pick<
    RegisterComplaint,
    | 'projectId'
    | 'employerId'
    | 'projectName'
    | 'employerName'
    | 'site'
    | 'areaCode'
    | 'headcount'
    | 'owedFen'
  > & { payMonths: PayMonth[] }
>;
