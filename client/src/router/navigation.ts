import type { IconName } from '../ui/icon-shapes.ts';

export interface NavItem {
  path: string;
  icon: IconName;
  labelKey: string;
  /** The door of the page's main list: the server says whether it is open; without one, everybody signed in. */
  permission?: string;
}
export interface NavGroup {
  labelKey: string;
  icon: IconName;
  items: readonly NavItem[];
}

/** Left navigation by job. A group appears with its first page that this reader may open, and not before it exists. */
export const NAVIGATION: readonly NavGroup[] = [
  { labelKey: 'nav.todo', icon: 'todo', items: [{ path: '/', icon: 'home', labelKey: 'nav.home' }] },
  {
    labelKey: 'nav.complaints',
    icon: 'complaint',
    items: [
      { path: '/complaints', icon: 'complaint', labelKey: 'nav.complaints', permission: 'complaints.list' },
      { path: '/leads', icon: 'download', labelKey: 'nav.leads', permission: 'leads.list' },
      { path: '/cases', icon: 'case', labelKey: 'nav.cases', permission: 'cases.list' },
      { path: '/case-load', icon: 'columns', labelKey: 'nav.caseLoad', permission: 'cases.load' },
      { path: '/absences', icon: 'calendar', labelKey: 'nav.absences', permission: 'absences.list' },
      { path: '/documents', icon: 'file', labelKey: 'nav.documents', permission: 'documents.list' },
      { path: '/archive', icon: 'lock', labelKey: 'nav.archive', permission: 'archive.list' },
      { path: '/company/matters', icon: 'case', labelKey: 'nav.matters', permission: 'matters.list' },
    ],
  },
  {
    labelKey: 'nav.projects',
    icon: 'project',
    items: [
      { path: '/projects', icon: 'project', labelKey: 'nav.projectList', permission: 'projects.list' },
      { path: '/companies', icon: 'company', labelKey: 'nav.companies', permission: 'companies.list' },
      { path: '/workers', icon: 'worker', labelKey: 'nav.workers', permission: 'workers.list' },
    ],
  },
  {
    labelKey: 'nav.payroll',
    icon: 'pay',
    items: [
      { path: '/payroll', icon: 'pay', labelKey: 'nav.payrollList', permission: 'payroll.list' },
      {
        path: '/company/arrears',
        icon: 'columns',
        labelKey: 'nav.companyArrears',
        permission: 'arrears.company',
      },
      { path: '/payroll/repay', icon: 'refresh', labelKey: 'nav.repay', permission: 'payFiles.issue' },
      {
        path: '/funds/accounts',
        icon: 'lock',
        labelKey: 'nav.wageAccounts',
        permission: 'wageAccounts.list',
      },
      { path: '/releases', icon: 'check', labelKey: 'nav.releases', permission: 'releases.list' },
      { path: '/funds/pay-files', icon: 'send', labelKey: 'nav.payFiles', permission: 'payFiles.list' },
      {
        path: '/funds/refused',
        icon: 'refused',
        labelKey: 'nav.refusedOutflows',
        permission: 'refusedOutflows.list',
      },
      { path: '/roster', icon: 'group', labelKey: 'nav.roster', permission: 'roster.list' },
      { path: '/attendance', icon: 'todo', labelKey: 'nav.attendance', permission: 'roster.list' },
    ],
  },
  {
    labelKey: 'nav.alerts',
    icon: 'alert',
    items: [
      { path: '/alerts', icon: 'alert', labelKey: 'nav.alerts', permission: 'alerts.list' },
      {
        path: '/alert-figures',
        icon: 'report',
        labelKey: 'nav.alertFigures',
        permission: 'alerts.figures',
      },
      { path: '/alert-rules', icon: 'parameter', labelKey: 'nav.alertRules', permission: 'alerts.rules' },
      {
        path: '/truth-samples',
        icon: 'group',
        labelKey: 'nav.truthSamples',
        permission: 'truthSamples.list',
      },
    ],
  },
  {
    labelKey: 'nav.credit',
    icon: 'check',
    items: [
      { path: '/credit', icon: 'company', labelKey: 'nav.creditFiles', permission: 'credit.list' },
      { path: '/company/credit', icon: 'company', labelKey: 'nav.ownCredit', permission: 'credit.own' },
      { path: '/ratings', icon: 'star', labelKey: 'nav.ratings', permission: 'ratings.list' },
      { path: '/listings', icon: 'refused', labelKey: 'nav.listings', permission: 'listings.list' },
      {
        path: '/publications',
        icon: 'report',
        labelKey: 'nav.publications',
        permission: 'publications.list',
      },
      {
        path: '/certificates',
        icon: 'file',
        labelKey: 'nav.certificates',
        permission: 'certificates.list',
      },
    ],
  },
  {
    labelKey: 'nav.inspectionGroup',
    icon: 'inspection',
    items: [
      {
        path: '/inspections',
        icon: 'inspection',
        labelKey: 'nav.inspections',
        permission: 'inspections.list',
      },
      {
        path: '/inspection-plan',
        icon: 'calendar',
        labelKey: 'nav.inspectionPlan',
        permission: 'inspectionPlan.read',
      },
      { path: '/findings', icon: 'edit', labelKey: 'nav.findings', permission: 'findings.list' },
      { path: '/hazards', icon: 'alert', labelKey: 'nav.hazards', permission: 'hazards.list' },
      { path: '/incidents', icon: 'group', labelKey: 'nav.incidents', permission: 'incidents.list' },
      { path: '/screening', icon: 'project', labelKey: 'nav.screening', permission: 'screening.list' },
      { path: '/outreach', icon: 'outreach', labelKey: 'nav.outreach', permission: 'outreach.list' },
    ],
  },
  {
    labelKey: 'nav.coordination',
    icon: 'coordination',
    items: [
      {
        path: '/department-tasks',
        icon: 'coordination',
        labelKey: 'nav.departmentTasks',
        permission: 'departmentTasks.list',
      },
      {
        path: '/supervision-orders',
        icon: 'eye',
        labelKey: 'nav.supervisionOrders',
        permission: 'supervisionOrders.list',
      },
      {
        path: '/joint-meetings',
        icon: 'group',
        labelKey: 'nav.jointMeetings',
        permission: 'jointMeetings.list',
      },
      { path: '/formal-talks', icon: 'message', labelKey: 'nav.formalTalks', permission: 'formalTalks.list' },
      {
        path: '/accountability-hints',
        icon: 'hourglass',
        labelKey: 'nav.accountabilityHints',
        permission: 'accountabilityHints.list',
      },
    ],
  },
  {
    labelKey: 'nav.reports',
    icon: 'report',
    items: [
      { path: '/dashboard', icon: 'eye', labelKey: 'nav.dashboard', permission: 'dashboard.read' },
      { path: '/campaigns', icon: 'calendar', labelKey: 'nav.campaigns', permission: 'campaigns.list' },
      { path: '/reports', icon: 'report', labelKey: 'nav.periodReport', permission: 'reports.period' },
      { path: '/bulletins', icon: 'file', labelKey: 'nav.bulletin', permission: 'bulletins.read' },
      { path: '/assessment', icon: 'star', labelKey: 'nav.assessment', permission: 'assessment.read' },
    ],
  },
  {
    labelKey: 'nav.settings',
    icon: 'settings',
    items: [
      { path: '/settings/users', icon: 'users', labelKey: 'nav.users', permission: 'users.list' },
      { path: '/settings/areas', icon: 'area', labelKey: 'nav.areas', permission: 'areas.edit' },
      {
        path: '/settings/parameters',
        icon: 'parameter',
        labelKey: 'nav.parameters',
        permission: 'parameters.list',
      },
      {
        path: '/settings/machine-clients',
        icon: 'lock',
        labelKey: 'nav.machineClients',
        permission: 'machineClients.list',
      },
      { path: '/settings/webhooks', icon: 'send', labelKey: 'nav.webhooks', permission: 'webhooks.list' },
      {
        path: '/settings/document-templates',
        icon: 'edit',
        labelKey: 'nav.documentTemplates',
        permission: 'documentTemplates.edit',
      },
      { path: '/retention', icon: 'trash', labelKey: 'nav.retention', permission: 'retention.list' },
      { path: '/settings/calendar', icon: 'calendar', labelKey: 'nav.calendar', permission: 'calendar.read' },
    ],
  },
  {
    labelKey: 'nav.operations',
    icon: 'health',
    items: [
      { path: '/operations/health', icon: 'health', labelKey: 'nav.health', permission: 'health.read' },
      { path: '/operations/jobs', icon: 'job', labelKey: 'nav.jobs', permission: 'jobs.list' },
      { path: '/operations/outbox', icon: 'outbox', labelKey: 'nav.outbox', permission: 'outbox.list' },
      { path: '/operations/events', icon: 'chain', labelKey: 'nav.events', permission: 'eventDays.list' },
    ],
  },
];

export function openNavigation(can: (permission: string) => boolean): NavGroup[] {
  return NAVIGATION.map((group) => ({
    ...group,
    items: group.items.filter((item) => item.permission === undefined || can(item.permission)),
  })).filter((group) => group.items.length > 0);
}
