import type { IconName } from '@/ui/icon-shapes.ts';
import { CASES_PATH, listCases } from '@/api/cases.ts';
import { COMPANIES_PATH, listCompanies } from '@/api/companies.ts';
import { COMPLAINTS_PATH, listComplaints } from '@/api/complaints.ts';
import type { Query } from '@/api/http.ts';
import { listProjects, PROJECTS_PATH } from '@/api/projects.ts';
import { listWorkers, WORKERS_PATH } from '@/api/workers.ts';

/** One thing the palette can open. */
export interface PaletteEntry {
  path: string;
  icon: IconName;
  label: string;
  /** What tells it from others of the same name. */
  note: string;
  /** What kind of thing it is, as the navigation calls it. */
  kindKey: string;
}
export interface PaletteSource {
  /** The list's own permission: nobody finds here what the list would not show. */
  permission: string;
  find: (query: Query, signal: AbortSignal) => Promise<PaletteEntry[]>;
}

const joined = (...words: (string | undefined)[]): string => words.filter(Boolean).join(' · ');

export const PALETTE_SOURCES: readonly PaletteSource[] = [
  {
    permission: 'complaints.list',
    find: async (query, signal) =>
      (await listComplaints(query, signal)).items.map((row) => ({
        path: `${COMPLAINTS_PATH}/${row.id}`,
        icon: 'complaint',
        label: row.receiptNumber,
        note: joined(row.complainantName, row.employerName ?? row.projectName),
        kindKey: 'nav.complaints',
      })),
  },
  {
    permission: 'cases.list',
    find: async (query, signal) =>
      (await listCases(query, signal)).items.map((row) => ({
        path: `${CASES_PATH}/${row.id}`,
        icon: 'case',
        label: row.caseNumber,
        note: row.title,
        kindKey: 'nav.cases',
      })),
  },
  {
    permission: 'projects.list',
    find: async (query, signal) =>
      (await listProjects(query, signal)).items.map((row) => ({
        path: `${PROJECTS_PATH}/${row.id}`,
        icon: 'project',
        label: row.name,
        note: row.code,
        kindKey: 'nav.projectList',
      })),
  },
  {
    permission: 'companies.list',
    find: async (query, signal) =>
      (await listCompanies(query, signal)).items.map((row) => ({
        path: `${COMPANIES_PATH}/${row.id}`,
        icon: 'company',
        label: row.name,
        note: row.creditCode ?? '',
        kindKey: 'nav.companies',
      })),
  },
  {
    permission: 'workers.list',
    find: async (query, signal) =>
      (await listWorkers(query, signal)).items.map((row) => ({
        path: `${WORKERS_PATH}/${row.id}`,
        icon: 'worker',
        label: row.name,
        note: joined(row.citizenIdMasked, row.phoneMasked),
        kindKey: 'nav.workers',
      })),
  },
];
