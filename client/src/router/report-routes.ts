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
    path: 'bulletins',
    component: () => import('@/features/reports/bulletin-view.vue'),
    meta: { titleKey: 'nav.bulletin', permission: 'bulletins.read' },
  },
];
