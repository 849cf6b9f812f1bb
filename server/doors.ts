import type { PermissionTable } from './core/contract/roles.ts';
import { ABSENCES_PERMISSIONS, absencesRoutes } from './features/absences/index.ts';
import { ACCOUNTS_PERMISSIONS, accountsRoutes } from './features/accounts/index.ts';
import { ARCHIVE_PERMISSIONS, archiveRoutes } from './features/archive/index.ts';
import { AREAS_PERMISSIONS, areasRoutes } from './features/areas/index.ts';
import { ASSESSMENT_PERMISSIONS, assessmentRoutes } from './features/assessment/index.ts';
import { CALENDAR_PERMISSIONS, calendarRoutes } from './features/calendar/index.ts';
import { COMPLAINTS_PERMISSIONS, complaintsRoutes } from './features/complaints/index.ts';
import { COORDINATION_PERMISSIONS, coordinationRoutes } from './features/coordination/index.ts';
import { EVIDENCE_PERMISSIONS, evidenceRoutes } from './features/evidence/index.ts';
import { CREDIT_PERMISSIONS, creditRoutes } from './features/credit/index.ts';
import {
  DEPARTMENT_QUERIES_PERMISSIONS,
  departmentQueriesRoutes,
} from './features/department-queries/index.ts';
import { DOCUMENTS_PERMISSIONS, documentsRoutes } from './features/documents/index.ts';
import { EVENTS_PERMISSIONS, eventsRoutes } from './features/events/index.ts';
import { EXCHANGE_PERMISSIONS, exchangeRoutes } from './features/exchange/index.ts';
import { FILES_PERMISSIONS, filesRoutes } from './features/files/index.ts';
import { INCIDENTS_PERMISSIONS, incidentsRoutes } from './features/incidents/index.ts';
import { HAZARDS_PERMISSIONS, hazardsRoutes } from './features/hazards/index.ts';
import { INSPECTION_PLAN_PERMISSIONS, inspectionPlanRoutes } from './features/inspection-plan/index.ts';
import { INSPECTIONS_PERMISSIONS, inspectionsRoutes } from './features/inspections/index.ts';
import { NOTIFICATIONS_PERMISSIONS, notificationsRoutes } from './features/notifications/index.ts';
import { CERTIFICATES_PERMISSIONS, certificatesRoutes } from './features/certificates/index.ts';
import { PUBLICATIONS_PERMISSIONS, publicationsRoutes } from './features/publications/index.ts';
import { OPERATIONS_PERMISSIONS, operationsRoutes } from './features/operations/index.ts';
import { PARAMETERS_PERMISSIONS, parametersRoutes } from './features/parameters/index.ts';
import { CAMPAIGNS_PERMISSIONS, campaignsRoutes } from './features/campaigns/index.ts';
import { CASES_PERMISSIONS, casesRoutes } from './features/cases/index.ts';
import { GROUP_CLAIMS_PERMISSIONS, groupClaimsRoutes } from './features/group-claims/index.ts';
import { CLAIM_HINTS_PERMISSIONS, claimHintsRoutes } from './features/claim-hints/index.ts';
import { COMPANIES_PERMISSIONS, companiesRoutes } from './features/companies/index.ts';
import { PROJECTS_PERMISSIONS, projectsRoutes } from './features/projects/index.ts';
import { ROSTER_PERMISSIONS, rosterRoutes } from './features/roster/index.ts';
import { SHEET_CHECKS_PERMISSIONS, sheetChecksRoutes } from './features/sheet-checks/index.ts';
import { SAFEGUARDS_PERMISSIONS, safeguardsRoutes } from './features/safeguards/index.ts';
import { MACHINE_CLIENTS_PERMISSIONS, machineClientsRoutes } from './features/machine-clients/index.ts';
import { WORKERS_PERMISSIONS, workersRoutes } from './features/workers/index.ts';
import { TRACKING_PERMISSIONS, trackingRoutes } from './features/tracking/index.ts';
import { PAYROLL_PERMISSIONS, payrollRoutes } from './features/payroll/index.ts';
import { FUNDS_PERMISSIONS, fundsRoutes } from './features/funds/index.ts';
import { PAY_OVERVIEW_PERMISSIONS, payOverviewRoutes } from './features/pay-overview/index.ts';
import { ALERTS_PERMISSIONS, alertsRoutes } from './features/alerts/index.ts';
import { LEADS_PERMISSIONS, leadsRoutes } from './features/leads/index.ts';
import { LISTINGS_PERMISSIONS, listingsRoutes } from './features/listings/index.ts';
import { TRUTH_SAMPLE_PERMISSIONS, truthSampleRoutes } from './features/truth-sample/index.ts';
import { ARREARS_PERMISSIONS, arrearsRoutes } from './features/arrears/index.ts';
import { RESPONDENT_PERMISSIONS, respondentRoutes } from './features/respondent/index.ts';
import { RETENTION_PERMISSIONS, retentionRoutes } from './features/retention/index.ts';
import { RELEASES_PERMISSIONS, releasesRoutes } from './features/releases/index.ts';
import { REPORTS_PERMISSIONS, reportsRoutes } from './features/reports/index.ts';
import { DASHBOARD_PERMISSIONS, dashboardRoutes } from './features/dashboard/index.ts';
import { WEBHOOKS_PERMISSIONS, webhooksRoutes } from './features/webhooks/index.ts';
import { OPEN_STATISTICS_PERMISSIONS, openStatisticsRoutes } from './features/open-statistics/index.ts';
import type { Route } from './platform/http/route.ts';

/** Every endpoint of the product. A feature joins by adding its two lines here. */
export const ROUTES: readonly Route[] = [
  ...absencesRoutes,
  ...accountsRoutes,
  ...archiveRoutes,
  ...areasRoutes,
  ...assessmentRoutes,
  ...calendarRoutes,
  ...campaignsRoutes,
  ...casesRoutes,
  ...claimHintsRoutes,
  ...groupClaimsRoutes,
  ...complaintsRoutes,
  ...coordinationRoutes,
  ...creditRoutes,
  ...documentsRoutes,
  ...eventsRoutes,
  ...certificatesRoutes,
  ...publicationsRoutes,
  ...evidenceRoutes,
  ...filesRoutes,
  ...hazardsRoutes,
  ...incidentsRoutes,
  ...inspectionPlanRoutes,
  ...inspectionsRoutes,
  ...notificationsRoutes,
  ...operationsRoutes,
  ...parametersRoutes,
  ...payrollRoutes,
  ...fundsRoutes,
  ...payOverviewRoutes,
  ...alertsRoutes,
  ...releasesRoutes,
  ...reportsRoutes,
  ...trackingRoutes,
  ...companiesRoutes,
  ...projectsRoutes,
  ...safeguardsRoutes,
  ...workersRoutes,
  ...sheetChecksRoutes,
  ...machineClientsRoutes,
  ...webhooksRoutes,
  ...rosterRoutes,
  ...exchangeRoutes,
  ...truthSampleRoutes,
  ...arrearsRoutes,
  ...respondentRoutes,
  ...retentionRoutes,
  ...dashboardRoutes,
  ...listingsRoutes,
  ...openStatisticsRoutes,
  ...leadsRoutes,
  ...departmentQueriesRoutes,
];

export const PERMISSION_TABLES: readonly PermissionTable[] = [
  ABSENCES_PERMISSIONS,
  ACCOUNTS_PERMISSIONS,
  ARCHIVE_PERMISSIONS,
  AREAS_PERMISSIONS,
  ASSESSMENT_PERMISSIONS,
  CALENDAR_PERMISSIONS,
  CAMPAIGNS_PERMISSIONS,
  CASES_PERMISSIONS,
  CLAIM_HINTS_PERMISSIONS,
  GROUP_CLAIMS_PERMISSIONS,
  COMPLAINTS_PERMISSIONS,
  COORDINATION_PERMISSIONS,
  CREDIT_PERMISSIONS,
  DOCUMENTS_PERMISSIONS,
  EVENTS_PERMISSIONS,
  CERTIFICATES_PERMISSIONS,
  PUBLICATIONS_PERMISSIONS,
  EVIDENCE_PERMISSIONS,
  FILES_PERMISSIONS,
  HAZARDS_PERMISSIONS,
  INCIDENTS_PERMISSIONS,
  INSPECTION_PLAN_PERMISSIONS,
  INSPECTIONS_PERMISSIONS,
  NOTIFICATIONS_PERMISSIONS,
  OPERATIONS_PERMISSIONS,
  PARAMETERS_PERMISSIONS,
  PAYROLL_PERMISSIONS,
  FUNDS_PERMISSIONS,
  PAY_OVERVIEW_PERMISSIONS,
  ALERTS_PERMISSIONS,
  RELEASES_PERMISSIONS,
  REPORTS_PERMISSIONS,
  DASHBOARD_PERMISSIONS,
  TRACKING_PERMISSIONS,
  COMPANIES_PERMISSIONS,
  PROJECTS_PERMISSIONS,
  SAFEGUARDS_PERMISSIONS,
  WORKERS_PERMISSIONS,
  SHEET_CHECKS_PERMISSIONS,
  MACHINE_CLIENTS_PERMISSIONS,
  WEBHOOKS_PERMISSIONS,
  ROSTER_PERMISSIONS,
  EXCHANGE_PERMISSIONS,
  TRUTH_SAMPLE_PERMISSIONS,
  ARREARS_PERMISSIONS,
  RESPONDENT_PERMISSIONS,
  RETENTION_PERMISSIONS,
  LISTINGS_PERMISSIONS,
  OPEN_STATISTICS_PERMISSIONS,
  LEADS_PERMISSIONS,
  DEPARTMENT_QUERIES_PERMISSIONS,
];
