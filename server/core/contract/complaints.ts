import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { Limitation } from '../law/limitation.ts';
import type { DeadlineView, HistoryEntry, MonthOwed, NextDue } from './deadlines.ts';
import type { FileView } from './files.ts';
import type { PageQuery } from './page.ts';

/** 投诉 is named and triggers acceptance or refusal; 举报 is confidential and may be anonymous (INS-9-1). */
export const INTAKE_KINDS = ['COMPLAINT', 'REPORT'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

/**
 * Where it came from. ONLINE is the worker's own form; GRID is filed with a grid officer's help; PAY_ANSWER opens by
 * itself when a worker says that a payroll line is not right.
 */
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
  'PAY_ANSWER',
] as const;
export type LeadChannel = (typeof LEAD_CHANNELS)[number];
/** What an office writes down by hand: neither the worker's own form nor his answer on a payroll line. */
export type RegisteredChannel = Exclude<LeadChannel, 'ONLINE' | 'PAY_ANSWER'>;

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
  'extendPetition',
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

export const DUE_FILTERS = ['overdue', 'today', 'within1', 'within3', 'later', 'none'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** What was decided on a complaint; each has its own day, by which the period report counts it. */
export const DECISIONS = ['accepted', 'refused', 'transferred', 'withdrawn'] as const;
export type Decision = (typeof DECISIONS)[number];

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
  /** Decided so, whatever became of it later; with the days on which. */
  decided?: Decision;
  decidedFrom?: PlainDate;
  decidedTo?: PlainDate;
  /** Offered to the reader's own area or department and not answered yet. */
  offered?: boolean;
  /** Those of whom the reader stands in for included. */
  mine?: boolean;
  /** Days on which the wish to withdraw was said. */
  withdrawalFrom?: PlainDate;
  withdrawalTo?: PlainDate;
  /** Waits for the head's word. */
  pending?: boolean;
}

export interface ComplaintRow {
  /** Whose it is that the reader has on his list because he stands in for him. */
  standsInFor?: string;
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
  /** What nobody has read is a message of the worker, and not the complaint itself or a file. */
  unreadMessage?: true;
  site?: string;
  payMonths: PayMonth[];
  story: string;
  externalNumber?: string;
  /** The payroll line whose answer opened it; its evidence is `GET /api/payroll/lines/:id/evidence`. */
  payLineId?: string;
  /** The warning the office made it of; `GET /api/alerts/:id` shows what it rests on. */
  alertId?: string;
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
  /** Whether it came within two years, in words; absent where no month is known. */
  limitation?: Limitation;
  history: HistoryEntry[];
  supplement?: {
    question: string;
    askedOn: PlainDate;
    /** By the office itself, where no text message went. */
    toldHow?: string;
    /** The text message that asked never arrived: he has to be asked by phone or in person. */
    untold?: boolean;
    answer?: string;
    answeredOn?: PlainDate;
  };
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

/** `GET /api/complaints/:id/duplicates` answers a list of these, the likeliest first: likely the same matter, with why. */
export interface LikelyDuplicate {
  row: ComplaintRow;
  why: ('samePhone' | 'sameCitizenId' | 'sameName' | 'sameEmployer' | 'sameProject' | 'sameMonths')[];
}
