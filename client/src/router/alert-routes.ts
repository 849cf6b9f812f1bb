import type { RouteRecordRaw } from 'vue-router';

/** Early warning: what the nightly look found. */
export const alertRoutes: RouteRecordRaw[] = [
  {
    path: 'alerts',
    component: () => import('@/features/alerts/alerts-view.vue'),
    meta: { titleKey: 'nav.alerts', permission: 'alerts.list' },
  },
  {
    path: 'alerts/:id([0-9a-f]{24})',
    component: () => import('@/features/alerts/alert-view.vue'),
    meta: { titleKey: 'nav.alerts', permission: 'alerts.list' },
  },
];
