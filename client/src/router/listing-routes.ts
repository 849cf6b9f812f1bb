import type { RouteRecordRaw } from 'vue-router';

/** Who is to be listed for arrears of wages, who is, and who was. */
export const listingRoutes: RouteRecordRaw[] = [
  {
    path: 'listings',
    component: () => import('@/features/listings/listings-view.vue'),
    meta: { titleKey: 'nav.listings', permission: 'listings.list' },
  },
  {
    path: 'listings/:id([0-9a-f]{24})',
    component: () => import('@/features/listings/listing-page.vue'),
    meta: { titleKey: 'nav.listings', permission: 'listings.view' },
  },
];
