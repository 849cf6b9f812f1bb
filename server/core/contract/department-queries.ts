import type { CreditGrade } from '../credit/grade.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { PartyRole, ProjectState } from './projects.ts';

/**
 * What other departments' programs may ask, signed (purpose `registry`): `GET /api/machine/registry/companies/:creditCode`,
 * `/projects/:code`, `/credit/:creditCode`. Of the area of the program alone, of firms and sites alone: no person but the
 * legal representative who stands in the business register. Each question leaves an event; what is not there, or lies
 * elsewhere, is 404.
 */
export interface RegistryCompany {
  name: string;
  creditCode: string;
  areaCode: string;
  address?: string;
  legalRepresentative?: string;
  /** Its parts on sites of this area. */
  projects: { code: string; name: string; state: ProjectState; role: PartyRole }[];
}

export interface RegistryProject {
  code: string;
  name: string;
  site: string;
  areaCode: string;
  state: ProjectState;
  industryDepartment?: string;
  parties: { role: PartyRole; name: string; creditCode?: string }[];
}

/** What is in force, or published, on the day of the question; nothing of proceedings under way. */
export interface RegistryCredit {
  name: string;
  creditCode: string;
  on: PlainDate;
  grade?: { year: number; grade: CreditGrade; inForceFrom: PlainDate };
  listings: { from: PlainDate; until: PlainDate }[];
  violations: { decisionNumber: string; publishedOn: PlainDate; until: PlainDate }[];
}
