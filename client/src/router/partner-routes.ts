import type { RouteRecordRaw } from 'vue-router';

/** Other systems: programs that send in, who is told of what happens. */
export const partnerRoutes: RouteRecordRaw[] = [
  {
    path: 'settings/machine-clients',
    component: () => import('@/features/machine-clients/machine-clients-view.vue'),
    meta: { titleKey: 'nav.machineClients', permission: 'machineClients.list' },
  },
  {
    path: 'settings/webhooks',
    component: () => import('@/features/webhooks/webhooks-view.vue'),
    meta: { titleKey: 'nav.webhooks', permission: 'webhooks.list' },
  },
  {
    path: 'settings/webhooks/:id([0-9a-f]{24})',
    component: () => import('@/features/webhooks/deliveries-view.vue'),
    props: true,
    meta: { titleKey: 'webhooks.deliveries', permission: 'webhooks.list' },
  },
];

/** For the people who write those systems; readable by everybody. */
export const apiDocsRoute: RouteRecordRaw = {
  path: '/docs/api',
  component: () => import('@/features/events/public-frame.vue'),
  children: [
    {
      path: '',
      component: () => import('@/features/api-docs/api-docs-view.vue'),
      meta: { open: true, titleKey: 'apiDocs.title' },
    },
  ],
};
