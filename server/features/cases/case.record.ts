import type { Types } from 'mongoose';
import type {
  CaseParties,
  CasePending,
  CaseState,
  ClosureCode,
  ServiceMode,
  SuspensionGround,
} from '../../core/contract/cases.ts';
import type { RecusalSide } from '../../core/contract/office-work.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Deadline } from '../../core/law/deadline.ts';
import type { ProceedingRecord, ProceedingStep } from './proceedings/proceeding.record.ts';

/** A member of staff as he was called when it was written. */
export interface StaffRef {
  id: string;
  name: string;
}

/** One thing that happened to the case, with the words; its event in the chain holds the same without them. */
export interface CaseHistory {
  action: string;
  from?: CaseState;
  to?: CaseState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'complainant' | 'system'; id?: string; name?: string };
  reason?: string;
  /** Id of the rule behind the move. */
  cite?: string;
  facts?: Record<string, string | number | boolean>;
  fileIds?: string[];
  /** Of which proceeding this was a step, and what was given with it. */
  proceeding?: ProceedingStep;
}

export interface CaseOrder {
  servedOn: PlainDate;
  rectifyBy: PlainDate;
  mode: ServiceMode;
  demands: string;
  fileIds: string[];
  /** The company it was served on, where that is on record. */
  companyId?: string;
}

/** What was asked of the head, and what he answered. */
interface Asked {
  askedOn: PlainDate;
  askedBy: string;
  decidedOn?: PlainDate;
  outcome?: 'approved' | 'declined';
  words?: string;
}

/** That an inspector has to stay away from the case, as it was asked and answered. */
export interface RecusalRecord extends Asked {
  against: StaffRef;
  side: RecusalSide;
  ground: string;
  /** What waited for the head when it came; it waits again afterwards. */
  before?: 'extension' | 'closure';
  replacedBy?: StaffRef;
}

/** Under which number a closed case lies in the archive, and since when. */
export interface ArchiveMark {
  id: string;
  fileNumber: string;
  on: PlainDate;
}

/** A case as it lies in the store. */
export interface CaseRecord extends CaseParties {
  _id: Types.ObjectId;
  version: number;
  caseNumber: string;
  title: string;
  state: CaseState;
  /** The office still has something to do; kept so that those above several offices get their queue in order. */
  open: boolean;
  areaCode: string;
  officeCode: string;
  filedOn: PlainDate;
  filedAt: Date;
  projectId?: string;
  projectName?: string;
  complaintIds: string[];
  leadInspector: StaffRef;
  coInspector: StaffRef;
  /** Both inspectors' ids, for looking up. */
  inspectorIds: string[];
  /** Every company that is party to it, for looking up. */
  companyIds: string[];
  /** Companies on which an order or a demand was served, for looking up; kept when the parties change. */
  servedCompanyIds?: string[];
  /** People and arrears: those of the sheet, or what the complaints state while the sheet holds fewer people. */
  headcount: number;
  owedFen: Fen;
  seenFen: Fen;
  /** Of the sheet alone. */
  sheet: {
    people: number;
    paidPeople: number;
    owedFen: Fen;
    seenFen: Fen;
    leftPeople?: number;
    nothingOwedPeople?: number;
  };
  deadlines: Deadline[];
  /** The last day that comes first; far away where none runs. */
  nextDueOn: PlainDate;
  pending?: CasePending;
  extension?: Asked & { reason: string };
  suspension?: { ground: SuspensionGround; reason: string; from: PlainDate; clockStops: boolean };
  orders: CaseOrder[];
  /** What the office does beside the main line; absent on cases from before there were any. */
  proceedings?: ProceedingRecord[];
  closure?: Asked & { code: ClosureCode; statement: string };
  recusals?: RecusalRecord[];
  closureCode?: ClosureCode;
  closedOn?: PlainDate;
  archive?: ArchiveMark;
  fileIds: string[];
  history: CaseHistory[];
  grams?: string[];
  searchText?: string;
}
