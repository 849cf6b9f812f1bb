import type { PartyRole } from '../../core/contract/projects.ts';
import type { WorkRole } from '../../core/contract/roster.ts';

/**
 * Codes of the national dictionaries beside our own words. What our records do not tell apart comes back as the first.
 * UNVERIFIED as text: kinds of firms, roles and papers are as public programs that talk to the national platform send
 * them; the dictionary itself was not at hand. See docs/decisions/standard-data-codes.md.
 */
const PARTY_CODES: Readonly<Record<PartyRole, string>> = {
  subcontractor: '001',
  labourSubcontractor: '006',
  supervisionUnit: '007',
  projectOwner: '008',
  generalContractor: '009',
};
/** Suppliers of equipment, material and services on a site hire like any other subcontractor. */
const SUPPLIERS = ['002', '003', '004', '005'];
/** Surveyors, designers and others hire nobody on the site: their firms go on record, as no party of it. */
const ON_RECORD_ONLY = ['010', '011', '012'];
export const CORP_TYPES = [...Object.values(PARTY_CODES), ...SUPPLIERS, ...ON_RECORD_ONLY];

export const corpTypeOf = (role: PartyRole): string => PARTY_CODES[role];
export function partyRoleOf(corpType: string): PartyRole | null {
  if (SUPPLIERS.includes(corpType)) return 'subcontractor';
  const roles = Object.keys(PARTY_CODES) as PartyRole[]; // the keys of this table
  return roles.find((role) => PARTY_CODES[role] === corpType) ?? null;
}

const WORK_ROLE_CODES: Readonly<Record<WorkRole, string>> = { MANAGER: '10', BUILDER: '20' };
export const ROLES_OF_WORK = Object.values(WORK_ROLE_CODES);
export const workRoleCode = (role: WorkRole): string => WORK_ROLE_CODES[role];
export const workRoleOf = (code: string): WorkRole =>
  code === WORK_ROLE_CODES.MANAGER ? 'MANAGER' : 'BUILDER';

/** A resident's identity card: the only paper whose number can be checked here. */
export const CITIZEN_CARD = '01';

/**
 * Hundredths by their digits, never through a float.
 * @example hundredthsText(2150) // '21.50'
 */
export function hundredthsText(value: number): string {
  const digits = String(value).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * Reads what the schema let through: digits with at most two decimals.
 * @example hundredthsOf('21.5') // 2150
 */
export function hundredthsOf(text: string): number {
  const [whole = '', part = ''] = text.split('.');
  return Number(whole + part.padEnd(2, '0'));
}
