import type { PayMonth } from '../kit/plain-date.ts';

/**
 * Objects of the national construction-worker platform (STD-1 … STD-9), amounts in yuan as text with two decimals.
 * `GET /api/exchange/projects/:id?month=` exports one project (inspector; identities need `reason`, and are an event);
 * `POST /api/exchange/check` (clerk, inspector) takes the same object, up to BUNDLE_MOST_KB, stores nothing and answers
 * BundleCounts, what an import would make of it; `POST /api/exchange/import` (idempotent) makes it and answers BundleTaken.
 * Both: 422 names every fault by its place, e.g. `workers.3.idCardNumber`, and nothing is stored then.
 */
export interface StandardBundle {
  project: {
    contractorCorpCode: string;
    contractorCorpName: string;
    name: string;
    areaCode: string;
    prjStatus: string;
    projectCode: string;
    builderLicenses: { prjName: string; builderLicenseNum: string }[];
  };
  subContractors: {
    corpCode: string;
    corpName: string;
    corpType: string;
    entryTime?: string;
    exitTime?: string;
  }[];
  teams: {
    teamSysNo: string;
    corpCode: string;
    corpName: string;
    teamName: string;
    entryTime: string;
    exitTime?: string;
  }[];
  workers: {
    corpCode: string;
    teamSysNo: string;
    workerName: string;
    isTeamLeader: '0' | '1';
    idCardType: string;
    idCardNumber: string;
    workType: string;
    workRole: string;
    cellPhone?: string;
    entryTime?: string;
    exitTime?: string;
    payRollBankCardNumber?: string;
    payRollBankName?: string;
    hasContract: '0' | '1';
    contract?: { contractPeriodType: '0' | '1'; startDate: string; endDate?: string };
  }[];
  attendance: {
    teamSysNo: string;
    idCardType: string;
    idCardNumber: string;
    date: string;
    days: string;
    hours?: string;
  }[];
  payrolls: {
    corpCode: string;
    corpName: string;
    teamSysNo: string;
    payMonth: PayMonth;
    details: {
      idCardType: string;
      idCardNumber: string;
      days?: string;
      workHours?: string;
      payRollBankCardNumber?: string;
      totalPayAmount: string;
      actualAmount: string;
      isBackPay: '0' | '1';
      backPayMonth?: PayMonth;
      balanceDate?: string;
    }[];
  }[];
}

/** The month of a thousand people with hours for every day; a larger project is sent in parts, each taken in once. */
export const BUNDLE_MOST_KB = 6144;

/** How many of one kind a bundle added, and how many were on record before. */
export interface Taken {
  made: number;
  known: number;
}

/** What a bundle adds, kind by kind. */
export interface BundleCounts {
  companies: Taken;
  projects: Taken;
  teams: Taken;
  workers: Taken;
  attendance: Taken;
  payrolls: Taken;
}

/** What an import made of a bundle. */
export interface BundleTaken extends BundleCounts {
  projectId: string;
  projectCode: string;
}
