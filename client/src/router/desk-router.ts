import { createRouter, createWebHistory, type Router, type RouteRecordRaw } from 'vue-router';
import DeskFrame from '@/features/frame/desk-frame.vue';
import { alertRoutes } from './alert-routes.ts';
import { caseRoutes } from './case-routes.ts';
import { creditRoutes } from './credit-routes.ts';
import { coordinationRoutes, publicCoordinationRoutes } from './coordination-routes.ts';
import { guardRoutes } from './guard.ts';
import { inspectionRoutes } from './inspection-routes.ts';
import { listingRoutes } from './listing-routes.ts';
import { apiDocsRoute, partnerRoutes } from './partner-routes.ts';
import { payRoutes } from './pay-routes.ts';
import { reportRoutes } from './report-routes.ts';
import { publicityRoutes, publicSiteRoutes } from './publicity-routes.ts';

const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('@/features/session/sign-in-view.vue'),
    meta: { open: true, titleKey: 'session.signIn' },
  },
  {
    path: '/invitations/:token',
    component: () => import('@/features/session/invitation-view.vue'),
    meta: { open: true, titleKey: 'session.invitation' },
  },
  {
    path: '/first-password',
    component: () => import('@/features/session/first-password-view.vue'),
    meta: { withFirstPassword: true, titleKey: 'session.firstPassword' },
  },
  {
    path: '/unreachable',
    component: () => import('@/features/frame/unreachable-view.vue'),
    meta: { open: true, titleKey: 'frame.unreachable' },
  },
  {
    path: '/public',
    component: () => import('@/features/events/public-frame.vue'),
    children: [
      ...publicSiteRoutes,
      {
        path: 'listings',
        component: () => import('@/features/listings/public-listings-view.vue'),
        meta: { open: true, titleKey: 'listings.publicTitle' },
      },
      {
        path: 'roots',
        component: () => import('@/features/events/roots-view.vue'),
        meta: { open: true, titleKey: 'events.publicTitle' },
      },
      {
        path: 'roots/:day',
        component: () => import('@/features/events/root-day-view.vue'),
        meta: { open: true, titleKey: 'events.publicTitle' },
      },
      {
        path: 'rules',
        component: () => import('@/features/alert-rules/public-rules-view.vue'),
        meta: { open: true, titleKey: 'alertRules.public.title' },
      },
      ...publicCoordinationRoutes,
    ],
  },
  apiDocsRoute,
  {
    path: '/demo-inbox',
    component: () => import('@/features/events/public-frame.vue'),
    children: [
      {
        path: '',
        component: () => import('@/features/demo/demo-inbox-view.vue'),
        meta: { open: true, titleKey: 'demo.title' },
      },
    ],
  },
  {
    path: '/',
    component: DeskFrame,
    children: [
      { path: '', component: () => import('@/features/home/home-view.vue'), meta: { titleKey: 'nav.home' } },
      {
        path: 'account',
        component: () => import('@/features/session/account-view.vue'),
        meta: { titleKey: 'session.account' },
      },
      {
        path: 'complaints',
        component: () => import('@/features/complaints/complaints-view.vue'),
        meta: { titleKey: 'nav.complaints', permission: 'complaints.list' },
      },
      {
        path: 'complaints/new',
        component: () => import('@/features/complaints/register-view.vue'),
        meta: { titleKey: 'complaints.register', permission: 'complaints.register' },
      },
      {
        path: 'complaints/:id',
        component: () => import('@/features/complaints/complaint-view.vue'),
        meta: { titleKey: 'nav.complaints', permission: 'complaints.list' },
      },
      {
        path: 'leads',
        component: () => import('@/features/leads/leads-view.vue'),
        meta: { titleKey: 'nav.leads', permission: 'leads.list' },
      },
      {
        path: 'leads/import',
        component: () => import('@/features/leads/leads-import-view.vue'),
        meta: { titleKey: 'leads.import', permission: 'leads.takeIn' },
      },
      ...caseRoutes,
      ...reportRoutes,
      {
        path: 'settings/document-templates',
        component: () => import('@/features/documents/templates-view.vue'),
        meta: { titleKey: 'nav.documentTemplates', permission: 'documentTemplates.edit' },
      },
      {
        path: 'projects',
        component: () => import('@/features/projects/projects-view.vue'),
        meta: { titleKey: 'nav.projectList', permission: 'projects.list' },
      },
      {
        path: 'projects/import',
        component: () => import('@/features/exchange/import-bundle-view.vue'),
        meta: { titleKey: 'exchange.import', permission: 'exchange.import' },
      },
      {
        path: 'projects/:id',
        component: () => import('@/features/projects/project-view.vue'),
        props: true,
        meta: { titleKey: 'nav.projectList', permission: 'projects.list' },
      },
      {
        path: 'projects/:id/qr',
        component: () => import('@/features/projects/project-qr-view.vue'),
        props: true,
        meta: { titleKey: 'projects.qr', permission: 'projects.list' },
      },
      {
        path: 'companies',
        component: () => import('@/features/companies/companies-view.vue'),
        meta: { titleKey: 'nav.companies', permission: 'companies.list' },
      },
      {
        path: 'companies/:id',
        component: () => import('@/features/companies/company-view.vue'),
        props: true,
        meta: { titleKey: 'nav.companies', permission: 'companies.list' },
      },
      {
        path: 'workers',
        component: () => import('@/features/workers/workers-view.vue'),
        meta: { titleKey: 'nav.workers', permission: 'workers.list' },
      },
      {
        path: 'workers/:id',
        component: () => import('@/features/workers/worker-view.vue'),
        props: true,
        meta: { titleKey: 'nav.workers', permission: 'workers.list' },
      },
      ...payRoutes,
      ...alertRoutes,
      ...listingRoutes,
      ...creditRoutes,
      ...coordinationRoutes,
      ...publicityRoutes,
      ...inspectionRoutes,
      {
        path: 'reports',
        component: () => import('@/features/reports/reports-view.vue'),
        meta: { titleKey: 'nav.periodReport', permission: 'reports.period' },
      },
      {
        path: 'settings/users',
        component: () => import('@/features/users/users-view.vue'),
        meta: { titleKey: 'nav.users', permission: 'users.list' },
      },
      {
        path: 'settings/areas',
        component: () => import('@/features/areas/areas-view.vue'),
        meta: { titleKey: 'nav.areas', permission: 'areas.edit' },
      },
      {
        path: 'settings/parameters',
        component: () => import('@/features/parameters/parameters-view.vue'),
        meta: { titleKey: 'nav.parameters', permission: 'parameters.list' },
      },
      ...partnerRoutes,
      {
        path: 'settings/calendar',
        component: () => import('@/features/calendar/calendar-view.vue'),
        meta: { titleKey: 'nav.calendar', permission: 'calendar.read' },
      },
      {
        path: 'operations/health',
        component: () => import('@/features/operations/health-view.vue'),
        meta: { titleKey: 'nav.health', permission: 'health.read' },
      },
      {
        path: 'operations/jobs',
        component: () => import('@/features/operations/jobs-view.vue'),
        meta: { titleKey: 'nav.jobs', permission: 'jobs.list' },
      },
      {
        path: 'operations/outbox',
        component: () => import('@/features/operations/outbox-view.vue'),
        meta: { titleKey: 'nav.outbox', permission: 'outbox.list' },
      },
      {
        path: 'operations/events',
        component: () => import('@/features/events/event-days-view.vue'),
        meta: { titleKey: 'nav.events', permission: 'eventDays.list' },
      },
      {
        path: 'operations/events/log',
        component: () => import('@/features/events/event-log-view.vue'),
        meta: { titleKey: 'events.log', permission: 'events.list' },
      },
      {
        path: ':path(.*)*',
        name: 'notFound',
        component: () => import('@/features/frame/not-found-view.vue'),
        meta: { titleKey: 'frame.notFound' },
      },
    ],
  },
];

export function createDeskRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    // Another tab of the same page opens where the reader is.
    scrollBehavior: (to, from, saved) =>
      saved ?? (to.path === from.path && to.query['tab'] !== from.query['tab'] ? false : { top: 0 }),
  });
  guardRoutes(router, {
    signIn: '/sign-in',
    firstPassword: '/first-password',
    secondFactor: '/account',
    phoneHome: '/m',
  });
  return router;
}
