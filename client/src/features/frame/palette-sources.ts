import type { IconName } from '@/ui/icon-shapes.ts';
import { CASES_PATH, listCases } from '@/api/cases.ts';
import { ALERTS_PATH, listAlerts, listRiskCards, riskCardPath } from '@/api/alerts.ts';
import { COMPANIES_PATH, listCompanies } from '@/api/companies.ts';
import { COMPLAINTS_PATH, listComplaints } from '@/api/complaints.ts';
import type { Query } from '@/api/http.ts';
import { listProjects, PROJECTS_PATH } from '@/api/projects.ts';
import { listWorkers, WORKERS_PATH } from '@/api/workers.ts';
import { say } from '@/i18n/index.ts';

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

/** Who types a number means that alert, over or not; who types a name means what is still so. */
const isAlertNumber = (q: unknown): boolean => /^yj[\s-]*\d/iu.test(String(q).normalize('NFKC'));
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
    permission: 'alerts.list',
    find: async ({ q, ...query }, signal) =>
      (await listAlerts({ ...query, q, ...(!isAlertNumber(q) && { open: true }) }, signal)).items.map(
        (row) => ({
          path: `${ALERTS_PATH}/${row.id}`,
          icon: 'alert',
          label: row.number,
          note: joined(row.projectName, say(row.message)),
          kindKey: 'nav.alerts',
        }),
      ),
  },
  {
    permission: 'alerts.risk',
    find: async (query, signal) =>
      (await listRiskCards(query, signal)).items.map((row) => ({
        path: riskCardPath(row.projectId),
        icon: 'alert',
        label: row.projectName,
        note: row.projectCode,
        kindKey: 'alerts.risk.title',
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
