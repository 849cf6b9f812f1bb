import type { Types } from 'mongoose';
import type {
  ComplaintAction,
  ComplaintState,
  IntakeKind,
  LeadChannel,
  RefusalGround,
} from '../../core/contract/complaints.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import type { CitableId } from '../../core/law/articles.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { Sealed } from '../../platform/crypto/index.ts';

/** One thing that happened, as it is kept; whose name a reader sees is the view's. */
export interface HistoryRecord {
  action: ComplaintAction | 'file' | 'register' | 'addEvidence' | 'recount';
  from?: ComplaintState;
  to?: ComplaintState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'complainant' | 'system'; userId?: string; name?: string };
  reason?: string;
  cite?: CitableId;
  facts?: Record<string, string | number | boolean>;
  fileIds?: string[];
}

export interface Supplement {
  question: string;
  askedOn: PlainDate;
  toldHow?: string;
  /** The text message that asked never arrived. */
  untold?: boolean;
  answer?: string;
  answeredOn?: PlainDate;
}
export interface Refusal {
  ground: RefusalGround;
  reason: string;
  whereInstead: string;
  proposedOn: PlainDate;
  decidedOn?: PlainDate;
}
export interface Transfer {
  toAreaCode?: string;
  toDepartment?: string;
  reason: string;
  offeredOn: PlainDate;
  returnedReason?: string;
}
export interface Withdrawal {
  reason: string;
  askedOn: PlainDate;
  confirmableOn: PlainDate;
  outcome?: 'confirmed' | 'doubted';
  note?: string;
}
export interface Rating {
  stars: number;
  words?: string;
  on: PlainDate;
}

/** What a move may change beside state, deadlines and history. */
export interface ComplaintContentRecord {
  areaCode: string;
  officeCode: string;
  projectId?: string;
  projectCode?: string;
  projectName?: string;
  employerId?: string;
  employerName?: string;
  /** One text for one employer, by id or by name: finds what else is said of him. */
  employerKey?: string;
  site?: string;
  headcount: number;
  isGroup: boolean;
  payMonths: PayMonth[];
  owedFen: Fen;
  fileIds: string[];
  /** The office or department it is offered to; the department stays once it took over. */
  toOffice?: string;
  toDepartment?: string;
  supplement?: Supplement;
  refusal?: Refusal;
  transfer?: Transfer;
  withdrawal?: Withdrawal;
  rating?: Rating;
  mergedIntoId?: string;
  caseId?: string;
  caseNumber?: string;
  ownerId?: string;
  ownerName?: string;
  unread: boolean;
  /** How many joined it by themselves and stand: while others do, nobody ends it for them. */
  joinedMembers?: number;
  acceptedOn?: PlainDate;
  refusedOn?: PlainDate;
  transferredOn?: PlainDate;
  mergedOn?: PlainDate;
  withdrawnOn?: PlainDate;
  answeredOn?: PlainDate;
  /** Day of the first answer to "accepted or not": acceptance, refusal, transfer, merger or withdrawal. */
  decidedOn?: PlainDate;
}

/** A complaint as it lies in the store. Sealed fields are opened through `complaintSecrets` only. */
export interface ComplaintRecord extends ComplaintContentRecord {
  _id: Types.ObjectId;
  version: number;
  receiptNumber: string;
  intakeKind: IntakeKind;
  channel: LeadChannel;
  externalNumber?: string;
  /** The payroll line whose answer opened it. */
  payLineId?: string;
  alertId?: string;
  state: ComplaintState;
  /** The office still has something to do. */
  open: boolean;
  receivedOn: PlainDate;
  receivedAt: Date;
  /** Only of a named complaint; who made a report lies in `reporterName`. */
  complainantName?: Sealed;
  /** For comparing two complaints. */
  complainantNameIndex?: string;
  reporterName?: Sealed;
  phone?: Sealed;
  phoneIndex?: string;
  citizenId?: Sealed;
  citizenIdIndex?: string;
  contact?: Sealed;
  /** The people of a group, as JSON of `NamedPerson[]`. */
  people?: Sealed;
  anonymous: boolean;
  /** Keyed hash of the code an anonymous reporter was shown once. */
  trackingMark?: string;
  /** Staff member who registered it for the complainant. */
  registeredBy?: string;
  story: string;
  deadlines: Deadline[];
  /** Kept from the deadlines; a day far off where none runs. */
  nextDueOn: PlainDate;
  pending?: 'refusal' | 'withdrawal';
  history: HistoryRecord[];
}
