import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import { groupPage } from '@/features/group-claims/later.ts';
import PhoneFrame from '@/features/phone/phone-frame.vue';
import { withLaterWords } from '@/i18n/later-words.ts';
import { guardRoutes } from './guard.ts';

/** A worker begins without signing in; the number is proven before anything is sent. */
const filing: RouteRecordRaw[] = [
  {
    path: 'm/new',
    component: () => import('@/features/file-complaint/new-complaint-view.vue'),
    meta: { open: true, titleKey: 'filing.title' },
  },
  {
    path: 'm/new/:draftId/:step(kind|identity|name|employer|workplace|place|people|months|money|story|photos|contact|phone|check)',
    component: () => import('@/features/file-complaint/filing-view.vue'),
    props: true,
    meta: { open: true, titleKey: 'filing.title' },
  },
  {
    path: 'm/receipt/:receiptNumber(\\d+)',
    component: () => import('@/features/file-complaint/receipt-view.vue'),
    props: true,
    meta: { open: true, titleKey: 'filing.receipt.number' },
  },
  {
    path: 'c/:code',
    component: () => import('@/features/file-complaint/site-code-view.vue'),
    props: true,
    meta: { open: true, titleKey: 'filing.title' },
  },
];

const tracking: RouteRecordRaw[] = [
  {
    path: 't',
    component: () => import('@/features/tracking/find-receipt-view.vue'),
    meta: { open: true, titleKey: 'tracking.title' },
  },
  {
    path: 't/:receiptNumber(\\d+)',
    component: () => import('@/features/tracking/tracking-view.vue'),
    props: true,
    meta: { open: true, titleKey: 'tracking.title' },
  },
  {
    path: 't/:receiptNumber(\\d+)/:act([a-zA-Z]+)',
    component: () => withLaterWords(import('@/features/tracking/act-view.vue')),
    props: true,
    meta: { titleKey: 'tracking.title' },
  },
  {
    path: 'b/:code(\\d+)',
    component: () => withLaterWords(import('@/features/safeguards/board-check-view.vue')),
    props: true,
    meta: { open: true, titleKey: 'board.title' },
  },
  {
    path: 'd/:checkCode',
    component: () => withLaterWords(import('@/features/documents/document-check-view.vue')),
    props: true,
    meta: { open: true, titleKey: 'documentCheck.title' },
  },
  {
    path: 'z/:checkCode',
    component: () => withLaterWords(import('@/features/certificates/certificate-check-view.vue')),
    props: true,
    meta: { open: true, titleKey: 'certificateCheck.title' },
  },
  {
    path: 'r/:receiptNumber',
    component: () => withLaterWords(import('@/features/tracking/receipt-check-view.vue')),
    props: true,
    meta: { open: true, titleKey: 'trackActs.genuine.title' },
  },
];

const groups: RouteRecordRaw[] = [
  {
    path: 'j/:token',
    component: groupPage('JoinGroupView'),
    props: true,
    meta: { open: true, titleKey: 'myGroup.join.title' },
  },
  {
    path: 'm/groups/:receiptNumber(\\d+)',
    component: groupPage('MyGroupView'),
    props: true,
    meta: { titleKey: 'myGroup.title' },
  },
  {
    path: 'm/group/:id([0-9a-f]{24})',
    component: groupPage('MembershipView'),
    props: true,
    meta: { titleKey: 'myGroup.mine' },
  },
  {
    path: 'm/group/:id([0-9a-f]{24})/:act(consent|leave|answerPayment)',
    component: groupPage('MembershipActView'),
    props: true,
    meta: { titleKey: 'myGroup.mine' },
  },
];

const pay: RouteRecordRaw[] = [
  {
    path: 'm/pay',
    component: () => import('@/features/my-pay/my-pay-view.vue'),
    meta: { titleKey: 'myPay.title' },
  },
  {
    path: 'm/pay/:id([0-9a-f]{24})',
    component: () => import('@/features/my-pay/pay-line-view.vue'),
    props: true,
    meta: { titleKey: 'myPay.title' },
  },
  {
    path: 'm/arrears',
    component: () => withLaterWords(import('@/features/arrears/my-arrears-view.vue')),
    meta: { titleKey: 'myArrears.title' },
  },
  {
    path: 'm/arrears/:id([0-9a-f]{24})',
    component: () => withLaterWords(import('@/features/arrears/my-arrears-line-view.vue')),
    props: true,
    meta: { titleKey: 'myArrears.title' },
  },
  {
    path: 'm/truth',
    component: () => import('@/features/truth-sample/truth-question-view.vue'),
    meta: { titleKey: 'myPay.title' },
  },
  {
    path: 'm/work',
    component: () => import('@/features/my-pay/my-work-view.vue'),
    meta: { titleKey: 'myPay.work.title' },
  },
  {
    path: 'm/identity',
    component: () => import('@/features/my-pay/identity-uses-view.vue'),
    meta: { titleKey: 'myPay.identity.title' },
  },
  {
    path: 'p/:token',
    component: () => import('@/features/my-pay/pay-link-view.vue'),
    props: true,
    meta: { open: true, titleKey: 'myPay.title' },
  },
];

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
      ...filing,
      ...tracking,
      ...groups,
      ...pay,
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
