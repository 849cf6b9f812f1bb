import type { RouteRecordRaw } from 'vue-router';

/** What leaders read: the screen of an area and the projects behind its rates. */
export const reportRoutes: RouteRecordRaw[] = [
  {
    path: 'dashboard',
    component: () => import('@/features/dashboard/dashboard-view.vue'),
    meta: { titleKey: 'nav.dashboard', permission: 'dashboard.read' },
  },
  {
    path: 'dashboard/sites',
    component: () => import('@/features/dashboard/sites-view.vue'),
    meta: { titleKey: 'dashboard.sitesTitle', permission: 'dashboard.sites' },
  },
  {
    path: 'campaigns',
    component: () => import('@/features/campaigns/campaigns-view.vue'),
    meta: { titleKey: 'nav.campaigns', permission: 'campaigns.list' },
  },
  {
    path: 'campaigns/:id([0-9a-f]{24})',
    component: () => import('@/features/campaigns/campaign-view.vue'),
    meta: { titleKey: 'nav.campaigns', permission: 'campaigns.list' },
  },
  {
    path: 'campaigns/:id([0-9a-f]{24})/matters',
    component: () => import('@/features/campaigns/matters-view.vue'),
    meta: { titleKey: 'campaigns.mattersTitle', permission: 'campaigns.matters' },
  },
  {
    path: 'assessment',
    component: () => import('@/features/assessment/assessment-view.vue'),
    meta: { titleKey: 'nav.assessment', permission: 'assessment.read' },
  },
  {
    path: 'bulletins',
    component: () => import('@/features/reports/bulletin-view.vue'),
    meta: { titleKey: 'nav.bulletin', permission: 'bulletins.read' },
  },
];
