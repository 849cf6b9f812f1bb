import type { RouteRecordRaw } from 'vue-router';

/** Publications of serious violations and wage credit certificates, for those signed in. */
export const publicityRoutes: RouteRecordRaw[] = [
  {
    path: 'publications',
    component: () => import('@/features/publications/publications-view.vue'),
    meta: { titleKey: 'nav.publications', permission: 'publications.list' },
  },
  {
    path: 'publications/:id',
    component: () => import('@/features/publications/publication-view.vue'),
    meta: { titleKey: 'nav.publications', permission: 'publications.list' },
  },
  {
    path: 'certificates',
    component: () => import('@/features/certificates/certificates-view.vue'),
    meta: { titleKey: 'nav.certificates', permission: 'certificates.list' },
  },
  {
    path: 'certificates/:id',
    component: () => import('@/features/certificates/certificate-view.vue'),
    meta: { titleKey: 'nav.certificates', permission: 'certificates.list' },
  },
];

/** For everybody, below /public. */
export const publicSiteRoutes: RouteRecordRaw[] = [
  {
    path: '',
    component: () => import('@/features/public-site/public-front-view.vue'),
    meta: { open: true, titleKey: 'publicSite.title' },
  },
  {
    path: 'violations',
    component: () => import('@/features/public-site/violations-view.vue'),
    meta: { open: true, titleKey: 'publicSite.violations' },
  },
  {
    path: 'notices',
    component: () => import('@/features/public-site/notices-view.vue'),
    meta: { open: true, titleKey: 'publicSite.notices' },
  },
  {
    path: 'statistics',
    component: () => import('@/features/open-statistics/open-statistics-view.vue'),
    meta: { open: true, titleKey: 'openStatistics.title' },
  },
];
