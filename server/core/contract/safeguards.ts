import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { DeadlineView } from './deadlines.ts';
import type { PayDayIn } from '../law/pay-date.ts';

/** 工程款计量与人工费用: what owner and general contractor agreed (REG-24-2, ACC-3). */
export interface WorksContract {
  signedOn: PlainDate;
  amountFen: Fen;
  plannedFrom: PlainDate;
  plannedUntil: PlainDate;
  /** Amount or share, one of them. */
  labourCostFen?: Fen;
  labourCostBasisPoints?: number;
  /** Months between two payments of labour cost, at most 1 (REG-24-2). */
  labourCostCycleMonths: number;
  /** Day of the month on which labour cost is due. */
  labourCostDay: number;
  /** Day of the month on which wages are due, and whether in the month worked or the next (REG-14-1). */
  payDay: number;
  payDayIn: PayDayIn;
  fileId?: string;
}
export interface ConstructionPermit {
  number: string;
  issuedOn: PlainDate;
  fileId?: string;
}
export interface WageAccount {
  bankName: string;
  branchCode: string;
  branchName: string;
  /** Sealed; shown masked. */
  numberMasked: string;
  /** GC name + project name + 农民工工资专用账户 (ACC-7). */
  accountName: string;
  openedOn: PlainDate;
  filedOn?: PlainDate;
  /** 资金管理三方协议 of owner, general contractor and bank. */
  tripartiteSignedOn?: PlainDate;
  tripartiteFileId?: string;
  /** Closed by the bank after the regulator's confirmation (销户). */
  closedOn?: PlainDate;
}
export const BOND_KINDS = ['cash', 'bankGuarantee', 'suretyCompany', 'suretyInsurance'] as const;
export type BondKind = (typeof BOND_KINDS)[number];
export interface WageBond {
  kind: BondKind;
  amountFen: Fen;
  storedOn: PlainDate;
  bankName: string;
  /** Where it is known: the branch is told when it may return the money, and says that it did. */
  branchCode?: string;
  validUntil?: PlainDate;
  fileId?: string;
  /** Given back after the regulator's confirmation (返还). */
  returnedOn?: PlainDate;
}
export interface LabourOfficer {
  name: string;
  phoneMasked: string;
  appointedOn: PlainDate;
}
/** 项目部 of the general contractor on site (REG-34-1). */
export interface ProjectDepartment {
  name: string;
  managerName: string;
}
export interface BoardPhoto {
  fileId: string;
  takenOn: PlainDate;
}

/** REG-39-1, in the order of the article. */
export const CHECKLIST_ITEMS = [
  'labourContract',
  'wagePayment',
  'realName',
  'wageAccount',
  'gcDirectPay',
  'wageBond',
  'rightsBoard',
] as const;
export type ChecklistItemId = (typeof CHECKLIST_ITEMS)[number];
/** `unknown`: no data. It is never shown as done, nor as missing. */
export type ChecklistState = 'done' | 'missing' | 'overdue' | 'unknown' | 'notRequired';
export interface ChecklistItem {
  id: ChecklistItemId;
  state: ChecklistState;
  /** What is there and what is not, in words. */
  zh: string;
  en: string;
  rule: string;
  /** The article as it may be printed; absent where the text is not certain. */
  citation?: { zh: string; en: string };
  dueOn?: PlainDate;
  /** The period behind the due day, with counted and skipped days. */
  deadline?: DeadlineView;
}

/**
 * What the bond should be and by which parameter; `notSet` where the area has none, `noContract` while the contract
 * amount is not on record. `floorFen`: the least the office may lower it to where the contractor has several projects.
 */
export type BondRequirement =
  | {
      state: 'required';
      amountFen: Fen;
      basisPoints: number;
      capFen?: Fen;
      floorFen?: Fen;
      dueOn?: PlainDate;
    }
  | { state: 'exempt'; zh: string; en: string }
  | { state: 'notSet' }
  | { state: 'noContract' };

export const SAFEGUARD_PARTS = [
  'contract',
  'permit',
  'account',
  'bond',
  'labourOfficer',
  'projectDepartment',
] as const;
export type SafeguardPart = (typeof SAFEGUARD_PARTS)[number];

/**
 * `GET /api/projects/:id/safeguards`; `PUT /api/projects/:id/safeguards/<part>` with If-Match (version 0 when there is
 * nothing yet) for part = contract | permit | account | bond | labourOfficer | projectDepartment;
 * `POST …/board-photos` {fileId, takenOn};
 * `GET …/board.pdf` (A3, every field of REG-34-1, signed QR). Written by the project's general contractor (and the
 * office); contract also by its owner.
 */
export interface SafeguardsView {
  projectId: string;
  version: number;
  contract?: WorksContract;
  permit?: ConstructionPermit;
  account?: WageAccount;
  accountNameExpected: string;
  bond?: WageBond;
  bondRequired: BondRequirement;
  /** Contract, permit, account and bond are not this reader's to see, whether or not they are on record. */
  papersHidden?: true;
  labourOfficer?: LabourOfficer;
  projectDepartment?: ProjectDepartment;
  boardPhotos: BoardPhoto[];
  /** What the board still lacks before it can be printed. */
  boardMissing: { field: string; zh: string; en: string }[];
  checklist: ChecklistItem[];
  /** The parts this reader may write: all of them, the contract alone (its owner), or none. */
  editable: SafeguardPart[];
  canEdit: boolean;
}
export type WriteWageAccount = Omit<WageAccount, 'numberMasked' | 'closedOn'> & { number?: string };
export type WriteWageBond = Omit<WageBond, 'returnedOn'>;
export type WriteLabourOfficer = Omit<LabourOfficer, 'phoneMasked'> & { phone?: string };

/** `GET /api/public/boards/:code?s=`: what the signed QR of a board opens; no more than the board says. */
export interface PublicBoard {
  genuine: boolean;
  projectName?: string;
  site?: string;
  parties?: { role: string; name: string }[];
  payDay?: number;
  payDayIn?: PayDayIn;
  minimumWageMonthlyFen?: Fen;
}
