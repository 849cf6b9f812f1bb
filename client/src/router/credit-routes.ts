import type { RouteRecordRaw } from 'vue-router';

/** What is on record about companies, and what follows from it once a year. */
export const creditRoutes: RouteRecordRaw[] = [
  {
    path: 'credit',
    component: () => import('@/features/credit/credit-files-view.vue'),
    meta: { titleKey: 'nav.creditFiles', permission: 'credit.list' },
  },
  {
    path: 'credit/:id([0-9a-f]{24})',
    component: () => import('@/features/credit/credit-file-view.vue'),
    meta: { titleKey: 'nav.creditFiles', permission: 'credit.read' },
  },
  {
    path: 'company/credit',
    component: () => import('@/features/credit/own-credit-view.vue'),
    meta: { titleKey: 'nav.ownCredit', permission: 'credit.own' },
  },
  {
    path: 'ratings',
    component: () => import('@/features/credit/ratings-view.vue'),
    meta: { titleKey: 'nav.ratings', permission: 'ratings.list' },
  },
  {
    path: 'ratings/:id([0-9a-f]{24})',
    component: () => import('@/features/credit/rating-view.vue'),
    meta: { titleKey: 'nav.ratings', permission: 'ratings.list' },
  },
];
