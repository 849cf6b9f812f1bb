import common from './common.ts';
import frame from './frame.ts';
import nav from './nav.ts';
import role from './role.ts';
import session from './session.ts';
import account from './account.ts';
import progress from './progress.ts';
import home from './home.ts';
import table from './table.ts';
import users from './users.ts';
import area from './area.ts';
import areas from './areas.ts';
import parameters from './parameters.ts';
import calendar from './calendar.ts';
import health from './health.ts';
import jobs from './jobs.ts';
import outbox from './outbox.ts';
import events from './events.ts';
import record from './record.ts';
import clock from './clock.ts';
import complaints from './complaints.ts';
import cases from './cases.ts';
import office from './office.ts';
import claimHints from './claim-hints.ts';
import groups from './groups.ts';
import documents from './documents.ts';
import proceedings from './proceedings.ts';
import life from './life.ts';
import coordination from './coordination.ts';
import meetings from './meetings.ts';
import hints from './hints.ts';
import evidence from './evidence.ts';
import matters from './matters.ts';
import registry from './registry.ts';
import companies from './companies.ts';
import projects from './projects.ts';
import safeguards from './safeguards.ts';
import workers from './workers.ts';
import inspections from './inspections.ts';
import leads from './leads.ts';
import listings from './listings.ts';
import hazards from './hazards.ts';
import incidents from './incidents.ts';
import reports from './reports.ts';
import dashboard from './dashboard.ts';
import assessment from './assessment.ts';
import bulletin from './bulletin.ts';
import campaigns from './campaigns.ts';
import sheets from './sheets.ts';
import roster from './roster.ts';
import attendance from './attendance.ts';
import payroll from './payroll.ts';
import funds from './funds.ts';
import payOverview from './pay-overview.ts';
import alerts from './alerts.ts';
import alertFigures from './alert-figures.ts';
import alertRules from './alert-rules.ts';
import truthSample from './truth-sample.ts';
import archive from './archive.ts';
import arrears from './arrears.ts';
import retention from './retention.ts';
import publications from './publications.ts';
import certificates from './certificates.ts';
import credit from './credit.ts';
import publicSite from './public-site.ts';
import releases from './releases.ts';
import openStatistics from './open-statistics.ts';
import exchange from './exchange.ts';
import machineClients from './machine-clients.ts';
import webhooks from './webhooks.ts';
import apiDocs from './api-docs.ts';
import demo from './demo.ts';

/** Everything the desk pages say, in English. */
export default {
  common,
  frame,
  nav,
  role,
  session,
  account,
  progress,
  home,
  table,
  users,
  area,
  areas,
  parameters,
  calendar,
  health,
  jobs,
  outbox,
  events,
  record,
  clock,
  complaints,
  cases,
  office,
  claimHints,
  groups,
  documents,
  proceedings,
  life,
  coordination,
  meetings,
  hints,
  evidence,
  matters,
  registry,
  companies,
  projects,
  safeguards,
  workers,
  inspections,
  leads,
  listings,
  hazards,
  incidents,
  reports,
  dashboard,
  assessment,
  bulletin,
  campaigns,
  sheets,
  roster,
  attendance,
  payroll,
  funds,
  payOverview,
  alerts,
  alertFigures,
  alertRules,
  truthSample,
  archive,
  arrears,
  retention,
  publications,
  certificates,
  credit,
  publicSite,
  releases,
  openStatistics,
  exchange,
  machineClients,
  webhooks,
  apiDocs,
  demo,
};
