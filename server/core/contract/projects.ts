import type { PlainDate } from '../kit/plain-date.ts';

export const PROJECT_STATES = ['building', 'suspended', 'finished', 'merged'] as const;
export type ProjectState = (typeof PROJECT_STATES)[number];

export const PROJECT_ACTIONS = ['edit', 'merge'] as const;
export type ProjectAction = (typeof PROJECT_ACTIONS)[number];

export const PARTY_ROLES = [
  'projectOwner',
  'generalContractor',
  'subcontractor',
  'labourSubcontractor',
  'supervisionUnit',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

export const INVESTMENT_TYPES = ['GOVERNMENT', 'STATE_OWNED', 'PRIVATE'] as const;
export type InvestmentType = (typeof INVESTMENT_TYPES)[number];

export interface ProjectParty {
  role: PartyRole;
  companyId: string;
  companyName: string;
}

/** `GET /api/projects?q&areaCode&state&companyId` (q: part of the name or site, its initials, or the code); `/export`. */
export interface ProjectView {
  id: string;
  version: number;
  /** Ten digits with check digit: what the QR on the rights board carries (`/c/<code>`). */
  code: string;
  name: string;
  areaCode: string;
  site: string;
  investmentType?: InvestmentType;
  /** Member department that supervises the industry. */
  industryDepartment?: string;
  parties: ProjectParty[];
  state: ProjectState;
  startedOn?: PlainDate;
  mergedIntoId?: string;
  createdAt: string;
  actions: ProjectAction[];
}

/** `POST /api/projects` (idempotent, 201); `PATCH /api/projects/:id` with If-Match. Merging: MergeInto of companies. */
export interface WriteProject {
  name: string;
  areaCode: string;
  site: string;
  investmentType?: InvestmentType;
  industryDepartment?: string;
  parties: { role: PartyRole; companyId: string }[];
  state: Exclude<ProjectState, 'merged'>;
  startedOn?: PlainDate;
}

/** `GET /api/public/projects/:code`: what the QR of a site pre-fills; nothing that is not on the rights board. */
export interface PublicProject {
  code: string;
  name: string;
  site: string;
  areaCode: string;
  areaName: string;
  parties: { role: PartyRole; name: string }[];
}

/** `GET /api/projects/:id/qr` (raw SVG) prints the QR of `/c/<code>`. */
