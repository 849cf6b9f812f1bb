import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { DeadlineView, HistoryEntry, MonthOwed, NextDue } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { PageQuery } from './page.ts';

/** 投诉 is named and triggers acceptance or refusal; 举报 is confidential and may be anonymous (INS-9-1). */
export const INTAKE_KINDS = ['COMPLAINT', 'REPORT'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/** Where it came from. ONLINE is the worker's own form; GRID is filed with a grid officer's help. */
export const LEAD_CHANNELS = [
  'ONLINE',
  'WALK_IN',
  'HOTLINE_12345',
  'HOTLINE_12333',
  'NATIONAL_PLATFORM',
  'PETITION',
  'ASSIGNED',
  'INSPECTION',
  'GRID',
] as const;
export type LeadChannel = (typeof LEAD_CHANNELS)[number];

export const COMPLAINT_STATES = [
  'received',
  'supplementing',
  'transferring',
  'accepted',
  'inCase',
  'answered',
  'refused',
  'transferred',
  'merged',
  'withdrawn',
] as const;
export type ComplaintState = (typeof COMPLAINT_STATES)[number];

/** What the complainant does comes first; then the office, the head, the other office or department, the system. */
export const COMPLAINT_ACTIONS = [
  'supplement',
  'askWithdrawal',
  'rate',
  'edit',
  'requestSupplement',
  'accept',
  'proposeRefusal',
  'approveRefusal',
  'returnRefusal',
  'transfer',
  'recallTransfer',
  'takeOver',
  'returnTransfer',
  'merge',
  'confirmWithdrawal',
  'doubtWithdrawal',
  'fileCase',
  'joinCase',
  'answer',
  'reopen',
] as const;
export type ComplaintAction = (typeof COMPLAINT_ACTIONS)[number];

/**
 * Why a complaint is not accepted, each with where to go instead; `cite` is a rule id where one may be printed.
 * OVER_TIME 超过两年 INS-20-1 · DISPUTE_PROCEDURE 应走劳动争议程序 / ALREADY_IN_ARBITRATION 已申请仲裁 / ALREADY_IN_COURT 已起诉
 * INS-21-1 · OUT_OF_SCOPE 不属监察范围 / OTHER_JURISDICTION 不属本辖区 / NO_CLEAR_RESPONDENT 主体不明且未补正 IMP-18-1.
 */
export const REFUSAL_GROUNDS = [
  'OVER_TIME',
  'DISPUTE_PROCEDURE',
  'ALREADY_IN_ARBITRATION',
  'ALREADY_IN_COURT',
  'OUT_OF_SCOPE',
  'OTHER_JURISDICTION',
  'NO_CLEAR_RESPONDENT',
] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

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

/** `POST /api/complaints` (clerk, inspector, gridOfficer; idempotent, 201): walk-ins and leads of every channel. */
export interface RegisterComplaint extends ComplaintContent {
  channel: Exclude<LeadChannel, 'ONLINE'>;
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

export const DUE_FILTERS = ['overdue', 'today', 'within1', 'within3', 'later', 'none'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/**
 * `GET /api/complaints`: the queue; sorts nextDueOn (default), receivedAt, owedFen, headcount. `q`: receipt number, whole
 * phone, part of complainant, project or employer, or their pinyin initials. `open=true` leaves out what is over.
 */
export interface ListComplaints extends PageQuery {
  q?: string;
  state?: ComplaintState;
  open?: boolean;
  areaCode?: string;
  channel?: LeadChannel;
  intakeKind?: IntakeKind;
  projectId?: string;
  employerId?: string;
  due?: DueFilter;
  owedFrom?: Fen;
  owedTo?: Fen;
  group?: boolean;
  receivedFrom?: PlainDate;
  receivedTo?: PlainDate;
  /** Offered to the reader's own area or department and not answered yet. */
  offered?: boolean;
  mine?: boolean;
  /** Waits for the head's word. */
  pending?: boolean;
}

export interface ComplaintRow {
  id: string;
  version: number;
  receiptNumber: string;
  intakeKind: IntakeKind;
  channel: LeadChannel;
  state: ComplaintState;
  areaCode: string;
  /** The county whose office handles it. */
  officeCode: string;
  receivedOn: PlainDate;
  receivedAt: string;
  /** Absent when anonymous, or hidden from this reader. */
  complainantName?: string;
  /** A report whose maker this reader may not know. */
  identityHidden: boolean;
  anonymous: boolean;
  projectId?: string;
  projectName?: string;
  employerId?: string;
  employerName?: string;
  headcount: number;
  isGroup: boolean;
  owedFen: Fen;
  nextDue?: NextDue;
  ownerName?: string;
  caseId?: string;
  caseNumber?: string;
  pending?: 'refusal' | 'withdrawal';
  /** The worker wrote or added something nobody has read. */
  unread: boolean;
}

export interface ComplaintView extends ComplaintRow {
  site?: string;
  payMonths: PayMonth[];
  story: string;
  externalNumber?: string;
  phoneMasked?: string;
  citizenIdMasked?: string;
  contactGiven: boolean;
  files: FileView[];
  people: {
    name: string;
    phoneMasked?: string;
    citizenIdMasked?: string;
    months: MonthOwed[];
    owedFen: Fen;
  }[];
  deadlines: DeadlineView[];
  history: HistoryEntry[];
  supplement?: { question: string; askedOn: PlainDate; answer?: string; answeredOn?: PlainDate };
  refusal?: {
    ground: RefusalGround;
    reason: string;
    whereInstead: string;
    proposedOn: PlainDate;
    decidedOn?: PlainDate;
  };
  transfer?: {
    toAreaCode?: string;
    toDepartment?: string;
    reason: string;
    offeredOn: PlainDate;
    returnedReason?: string;
  };
  withdrawal?: {
    reason: string;
    askedOn: PlainDate;
    /** The first day on which it may be confirmed (our own guard, not law). */
    confirmableOn: PlainDate;
    outcome?: 'confirmed' | 'doubted';
    note?: string;
  };
  mergedInto?: { id: string; receiptNumber: string };
  rating?: { stars: number; words?: string; on: PlainDate };
  actions: ComplaintAction[];
}

/** `GET /api/complaints/:id/duplicates`: likely the same matter, with why. */
export interface LikelyDuplicate {
  row: ComplaintRow;
  why: ('samePhone' | 'sameCitizenId' | 'sameName' | 'sameEmployer' | 'sameProject' | 'sameMonths')[];
}
