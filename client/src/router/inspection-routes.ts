import type { RouteRecordRaw } from 'vue-router';

/** Out of doors: visits, what they found, what the grids saw, and what was told to people. */
export const inspectionRoutes: RouteRecordRaw[] = [
  {
    path: 'inspections',
    component: () => import('@/features/inspections/inspections-view.vue'),
    meta: { titleKey: 'nav.inspections', permission: 'inspections.list' },
  },
  {
    path: 'inspections/site',
    component: () => import('@/features/inspections/site-inspection-view.vue'),
    meta: { titleKey: 'inspections.site.title', permission: 'siteInspections.create' },
  },
  {
    path: 'inspections/:id([0-9a-f]{24})',
    component: () => import('@/features/inspections/inspection-page.vue'),
    meta: { titleKey: 'nav.inspections', permission: 'inspections.read' },
  },
  {
    path: 'inspection-plan',
    component: () => import('@/features/inspections/plan-view.vue'),
    meta: { titleKey: 'nav.inspectionPlan', permission: 'inspectionPlan.read' },
  },
  {
    path: 'screening',
    component: () => import('@/features/inspections/screening-view.vue'),
    meta: { titleKey: 'nav.screening', permission: 'screening.list' },
  },
  {
    path: 'findings',
    component: () => import('@/features/inspections/findings-view.vue'),
    meta: { titleKey: 'nav.findings', permission: 'findings.list' },
  },
  {
    path: 'findings/:id([0-9a-f]{24})',
    component: () => import('@/features/inspections/finding-page.vue'),
    meta: { titleKey: 'nav.findings', permission: 'findings.list' },
  },
  {
    path: 'hazards',
    component: () => import('@/features/hazards/hazards-view.vue'),
    meta: { titleKey: 'nav.hazards', permission: 'hazards.list' },
  },
  {
    path: 'hazards/new',
    component: () => import('@/features/hazards/report-hazard-view.vue'),
    meta: { titleKey: 'hazards.report', permission: 'hazards.report' },
  },
  {
    path: 'hazards/:id([0-9a-f]{24})',
    component: () => import('@/features/hazards/hazard-page.vue'),
    meta: { titleKey: 'nav.hazards', permission: 'hazards.list' },
  },
  {
    path: 'incidents',
    component: () => import('@/features/incidents/incidents-view.vue'),
    meta: { titleKey: 'nav.incidents', permission: 'incidents.list' },
  },
  {
    path: 'incidents/new',
    component: () => import('@/features/incidents/report-incident-view.vue'),
    meta: { titleKey: 'incidents.report', permission: 'incidents.report' },
  },
  {
    path: 'incidents/:id([0-9a-f]{24})',
    component: () => import('@/features/incidents/incident-page.vue'),
    meta: { titleKey: 'nav.incidents', permission: 'incidents.list' },
  },
  {
    path: 'outreach',
    component: () => import('@/features/inspections/outreach-view.vue'),
    meta: { titleKey: 'nav.outreach', permission: 'outreach.list' },
  },
];
