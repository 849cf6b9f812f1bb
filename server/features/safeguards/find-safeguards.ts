import type {
  ConstructionPermit,
  WageAccount,
  WageBond,
  WorksContract,
} from '../../core/contract/safeguards.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import {
  findByAccountNumber,
  findRecord,
  findRecords,
  Safeguards,
  safeguardSecrets,
} from './safeguards.model.ts';

/** What other features reckon with; no reader's limits. The account's number stays sealed: `openAccountNumber`. */
export interface SafeguardsFacts {
  projectId: string;
  contract?: WorksContract;
  permit?: ConstructionPermit;
  account?: WageAccount;
  bond?: WageBond;
}

/** A wage account with the project it belongs to. */
export interface ProjectAccount extends WageAccount {
  projectId: string;
}

/** What a project has on record; null when nothing is. */
export async function findSafeguards(projectId: string): Promise<SafeguardsFacts | null> {
  const found = await findRecord(projectId);
  return found === null ? null : factsOf(found);
}

/** The full number of a project's wage account, for pay files and for the bank alone; null when none is on record. */
export async function openAccountNumber(projectId: string): Promise<string | null> {
  const found = await findRecord(projectId);
  return found === null ? null : (safeguardSecrets.openFields(found).accountNumber ?? null);
}

/** Whose wage account has this number? For rows that come from a bank. */
export async function findAccountByNumber(number: string): Promise<ProjectAccount | null> {
  if (number.replace(/\D/gu, '') === '') return null;
  const found = await findByAccountNumber(number);
  return found === null ? null : projectAccount(found);
}

/** The wage accounts kept at one branch, a page at a time. */
export async function accountsOfBranch(branchCode: string, query: PageQuery): Promise<Page<ProjectAccount>> {
  const page = await keysetPage<SafeguardsRecord>(Safeguards, {
    sorts: { id: '_id' },
    fallback: 'id',
    limits: { 'account.branchCode': branchCode },
    query,
  });
  return { ...page, items: page.items.flatMap((one) => projectAccount(one) ?? []) };
}

/** The wage accounts of these projects, by project; those without one are left out. */
export async function accountsOfProjects(
  projectIds: readonly string[],
): Promise<Map<string, ProjectAccount>> {
  const found = await findRecords(projectIds);
  return new Map(
    found.flatMap((one) => {
      const account = projectAccount(one);
      return account === null ? [] : [[one.projectId, account] as const];
    }),
  );
}

/** The account as readers see it, its number masked. */
export function accountOf(record: SafeguardsRecord): WageAccount | undefined {
  if (record.account === undefined) return undefined;
  const { accountNumberMasked = '' } = safeguardSecrets.maskFields(record);
  return { ...record.account, numberMasked: accountNumberMasked };
}

function projectAccount(record: SafeguardsRecord): ProjectAccount | null {
  const account = accountOf(record);
  return account === undefined ? null : { ...account, projectId: record.projectId };
}

function factsOf(record: SafeguardsRecord): SafeguardsFacts {
  const { projectId, contract, permit, bond } = record;
  const account = accountOf(record);
  return {
    projectId,
    ...(contract === undefined ? {} : { contract }),
    ...(permit === undefined ? {} : { permit }),
    ...(account === undefined ? {} : { account }),
    ...(bond === undefined ? {} : { bond }),
  };
}
