import type { LeadPlatform } from './leads.ts';

/**
 * Programs of banks, of attendance devices, of platforms that send leads and of departments: `/api/machine/…`. Each request carries `x-client`, `x-time` (ISO instant),
 * `x-nonce` and `x-signature` = hex HMAC-SHA256 with the client's secret over
 * `METHOD\n/path?query\ntime\nnonce\nhex sha256(body)`. Refused are a time more than 5 minutes off (`signatureExpired`),
 * a nonce seen before (`nonceUsed`), and as one what would tell a forger which part was right (`wrongSignature`).
 */
export const MACHINE_PURPOSES = ['punches', 'bankResults', 'transactions', 'leads', 'registry'] as const;
export type MachinePurpose = (typeof MACHINE_PURPOSES)[number];

/** `GET /api/machine-clients` (admin), `POST` (201; the secret is shown once), `POST /:id/end` {reason}. */
export interface MachineClientView {
  id: string;
  version: number;
  name: string;
  purposes: MachinePurpose[];
  areaCode: string;
  /** A bank's client acts for one branch, a device for one project. */
  bankBranchCode?: string;
  projectId?: string;
  /** The platform whose leads it sends. */
  leadPlatform?: LeadPlatform;
  /** Of that project, as it is named today. */
  projectName?: string;
  state: 'active' | 'ended';
  lastSeenAt?: string;
  createdAt: string;
}
export interface OpenMachineClient {
  name: string;
  purposes: MachinePurpose[];
  areaCode: string;
  /** A branch that keeps a wage account in this area, or for which a clerk works there; 422 otherwise. */
  bankBranchCode?: string;
  /** The ten digits of the rights board: who opens a client sees no projects. Of a project in this area; 422 otherwise. */
  projectCode?: string;
  leadPlatform?: LeadPlatform;
}
export interface MachineClientOpened {
  client: MachineClientView;
  secret: string;
}

/** Purposes of a bank's programs: they act for a branch. */
export const isBankPurpose = (purpose: MachinePurpose): boolean =>
  purpose === 'bankResults' || purpose === 'transactions';
