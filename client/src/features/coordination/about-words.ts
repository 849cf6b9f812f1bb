import type { AboutRef, AboutKind } from '@core/contract/coordination.ts';
import { searchCompanies } from '@/features/companies/search-companies.ts';
import { searchProjects } from '@/features/projects/search-projects.ts';
import { listAlerts } from '@/api/alerts.ts';
import { listCases } from '@/api/cases.ts';
import { listComplaints } from '@/api/complaints.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';

const FIRST = 8;

/** What a matter can be about, the door its list needs, how it is looked up, and where its page is. */
export const ABOUTS: Record<AboutKind, { permission: string; search: LookUpSearch; path: string }> = {
  case: {
    ...{ permission: 'cases.list', path: '/cases' },
    search: async (q, signal) =>
      (await listCases({ q, limit: FIRST }, signal)).items.map(({ id, caseNumber, title }) => ({
        ...{ id, name: caseNumber, note: title },
      })),
  },
  complaint: {
    ...{ permission: 'complaints.list', path: '/complaints' },
    search: async (q, signal) =>
      (await listComplaints({ q, limit: FIRST }, signal)).items.map(({ id, receiptNumber }) => ({
        ...{ id, name: receiptNumber },
      })),
  },
  project: { permission: 'projects.list', path: '/projects', search: searchProjects },
  company: { permission: 'companies.list', path: '/companies', search: searchCompanies },
  alert: {
    ...{ permission: 'alerts.list', path: '/alerts' },
    search: async (q, signal) =>
      (await listAlerts({ q, limit: FIRST }, signal)).items.map(({ id, number, projectName }) => ({
        ...{ id, name: number, note: projectName },
      })),
  },
};

export const aboutPath = ({ kind, id }: AboutRef): string => `${ABOUTS[kind].path}/${id}`;
