import type { InvestmentType, PartyRole, ProjectState } from '../contract/projects.ts';
import type { PayAnswer } from '../contract/payroll.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { PayDayIn } from '../law/pay-date.ts';

/**
 * Everything the warning rules may look at, of one project, as it was known when it was gathered. Plain data that
 * survives JSON unchanged: the same facts, numbers and day give the same alerts years later. Nothing here depends on the
 * day of gathering except the window of months; what is absent is not known, and never read as zero. No identities: people
 * appear as counts and as the ids of records.
 */
export interface ProjectFacts {
  project: ProjectPart;
  contract?: ContractPart;
  account?: AccountPart;
  bond?: BondPart;
  board?: { photoDays: PlainDate[]; missingFields: number };
  site?: SitePart;
  /** Oldest first; every month of the window in which anything is on record or due. */
  months: MonthFacts[];
  /** Absent where no wage account is on record. */
  money?: MoneyPart;
  complaints: ComplaintFact[];
  deadlines: DeadlineFact[];
  /** The owner's or general contractor's other projects with wages unpaid past their pay day. Absent where nobody looked. */
  elsewhere?: {
    projectId: string;
    projectName: string;
    companyId: string;
    role: PartyRole;
    arrearsFen: Fen;
  }[];
  /** Parties on a list of dishonest debtors, or whose legal representative has the name of somebody on it; absent while no list is kept. */
  listings?: { companyId: string; companyName: string; from: PlainDate; until: PlainDate; byHead?: true }[];
  /** The newest record behind each part: how fresh the data is. A part nobody ever wrote has none. */
  freshness: Partial<Record<FactPart, PlainDate>>;
}

export const FACT_PARTS = [
  'project',
  'contract',
  'account',
  'bond',
  'board',
  'site',
  'attendance',
  'payroll',
  'bankResults',
  'answers',
  'money',
  'complaints',
  'deadlines',
  'elsewhere',
  'listings',
] as const;
export type FactPart = (typeof FACT_PARTS)[number];

export interface ProjectPart {
  id: string;
  code: string;
  name: string;
  areaCode: string;
  state: ProjectState;
  investmentType?: InvestmentType;
  industryDepartment?: string;
  startedOn?: PlainDate;
  parties: { role: PartyRole; companyId: string; name: string }[];
}

export interface ContractPart {
  signedOn: PlainDate;
  amountFen: Fen;
  plannedFrom: PlainDate;
  plannedUntil: PlainDate;
  payDay: number;
  payDayIn: PayDayIn;
  /** When the permit was issued, where one is on record. */
  permitOn?: PlainDate;
}

export interface AccountPart {
  /** Absent while none is on record. */
  openedOn?: PlainDate;
  filedOn?: PlainDate;
  tripartiteSignedOn?: PlainDate;
  /** The last one was closed: none is open now. */
  closedOn?: PlainDate;
  /** Is one required of this contract? Absent where the area has set no threshold. */
  isRequired?: boolean;
  /** The last day to open it (T-ACC-OPEN), by the area's calendar. */
  openBy?: PlainDate;
  /** The last day to file it with the office, where the period is known. */
  fileBy?: PlainDate;
}

export interface BondPart {
  storedOn?: PlainDate;
  amountFen?: Fen;
  validUntil?: PlainDate;
  isGuarantee?: boolean;
  /** Given back: nothing is stored any more. */
  returnedOn?: PlainDate;
  /** `notSet`: the area has no rate, or the contract amount is not on record. */
  required: 'required' | 'exempt' | 'notSet';
  /** The least that may suffice: where the contractor has several projects the office may have lowered it to the floor. */
  requiredFen?: Fen;
  /** The last day to store it (T-BON-STORE). */
  storeBy?: PlainDate;
}

/** Who is on site now; counts of enrolments that are open. */
export interface SitePart {
  present: number;
  withContract: number;
  withRealName: number;
  /** People whose bank card is also another person's here. */
  sharingCards: number;
  /** People whose phone is also another person's here. */
  sharingPhones: number;
  /** People who are enrolled on another site at the same time. */
  onTwoSites: number;
  /** Enrolments behind the counts, by finding; at most 20 each. */
  records: Partial<Record<'withoutContract' | 'sharingCards' | 'sharingPhones' | 'onTwoSites', string[]>>;
}

export interface MonthFacts {
  month: PayMonth;
  /** The agreed day, rolled back before days off (REG-14-2); absent where none is agreed. */
  payOn?: PlainDate;
  payOnProvisional?: boolean;
  /** When the owner's labour cost of this month is due, where it is agreed. */
  labourCost?: { dueOn: PlainDate; dueFen?: Fen; receivedFen: Fen; receivedOn?: PlainDate };
  /** Credited to workers in this calendar month, whatever month was worked. */
  creditedInMonthFen?: Fen;
  teams: TeamMonthFacts[];
}

export interface TeamMonthFacts {
  teamId: string;
  teamName: string;
  employerId: string;
  /** People with any attendance; absent where nobody recorded this team in this month. */
  attendedPeople?: number;
  attendedHundredths?: number;
  /** When the first record of it came in. */
  attendanceTakenOn?: PlainDate;
  /** Is anybody enrolled in the team in this month? */
  isOnSite: boolean;
  /** The revision that counts. */
  sheet?: SheetFacts;
  /** Its payroll was paid in full and was deleted once its time by law was over: it is missing to nobody. */
  isSheetDeleted?: true;
}

export interface SheetFacts {
  id: string;
  revision: number;
  filedOn: PlainDate;
  isReturned: boolean;
  approvedOn?: PlainDate;
  people: number;
  grossFen: Fen;
  netFen: Fen;
  sentFen: Fen;
  creditedFen: Fen;
  /** What single people still lack; nobody's surplus is counted against it. */
  shortFen: Fen;
  credited: number;
  bounced: number;
  creditedOn?: PlainDate;
  answers: Record<PayAnswer | 'unanswered', number>;
  /** The day of the newest answer that contradicts the sheet. */
  deniedOn?: PlainDate;
  /** Problems found when it was filed and let through, by check rule. */
  notices: Record<string, number>;
  /** Asked whether the bank card is in their own hand. */
  cardQuestions?: { asked: number; yes: number; no: number };
}

export interface MoneyPart {
  balanceFen: Fen;
  lastInflowOn?: PlainDate;
  lastOutflowOn?: PlainDate;
  /** Payments to others than the workers that the system refused. */
  refusedOutflows: { id: string; on: PlainDate; amountFen: Fen }[];
}

export interface ComplaintFact {
  id: string;
  receivedOn: PlainDate;
  people: number;
  owedFen: Fen;
  isOpen: boolean;
}

/** A period of a complaint or case about this project that runs now. */
export interface DeadlineFact {
  kind: 'complaint' | 'case';
  id: string;
  number: string;
  period: string;
  dueOn: PlainDate;
}
