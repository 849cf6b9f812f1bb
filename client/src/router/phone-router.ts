import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import PhoneFrame from '@/features/phone/phone-frame.vue';
import { guardRoutes } from './guard.ts';

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    component: PhoneFrame,
    children: [
      { path: 'm', component: () => import('@/features/phone/phone-home-view.vue'), meta: { open: true } },
      {
        path: 'm/sign-in',
        component: () => import('@/features/phone/phone-sign-in-view.vue'),
        meta: { open: true, titleKey: 'session.signIn' },
      },
      { path: 'unreachable', redirect: '/m' },
      {
        path: ':path(.*)*',
        name: 'notFound',
        component: () => import('@/features/phone/phone-not-found-view.vue'),
        meta: { open: true, titleKey: 'frame.notFound' },
      },
    ],
  },
];

export function createPhoneRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
  });
  guardRoutes(router, { signIn: '/m/sign-in' });
  return router;
}
