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
  {
    path: 'risk-cards',
    component: () => import('@/features/alerts/risk-cards-view.vue'),
    meta: { titleKey: 'alerts.cards.title', permission: 'alerts.risk' },
  },
  {
    path: 'alert-figures',
    component: () => import('@/features/alert-figures/alert-figures-view.vue'),
    meta: { titleKey: 'nav.alertFigures', permission: 'alerts.figures' },
  },
  {
    path: 'alert-rules',
    component: () => import('@/features/alert-rules/alert-rules-view.vue'),
    meta: { titleKey: 'nav.alertRules', permission: 'alerts.rules' },
  },
  {
    path: 'truth-samples',
    component: () => import('@/features/truth-sample/truth-samples-view.vue'),
    meta: { titleKey: 'nav.truthSamples', permission: 'truthSamples.list' },
  },
  {
    path: 'retention',
    component: () => import('@/features/retention/retention-lists-view.vue'),
    meta: { titleKey: 'nav.retention', permission: 'retention.list' },
  },
  {
    path: 'retention/:id([0-9a-f]{24})',
    component: () => import('@/features/retention/retention-list-view.vue'),
    meta: { titleKey: 'nav.retention', permission: 'retention.list' },
  },
];
