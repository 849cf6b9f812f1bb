import type { RouteRecordRaw } from 'vue-router';

/** Coordination: what the office of the joint meeting sends, supervises and decides. */
export const coordinationRoutes: RouteRecordRaw[] = [
  {
    path: 'department-tasks',
    component: () => import('@/features/coordination/tasks-view.vue'),
    meta: { titleKey: 'nav.departmentTasks', permission: 'departmentTasks.list' },
  },
  {
    path: 'department-tasks/:id([0-9a-f]{24})',
    component: () => import('@/features/coordination/task-view.vue'),
    meta: { titleKey: 'nav.departmentTasks', permission: 'departmentTasks.list' },
  },
  {
    path: 'supervision-orders',
    component: () => import('@/features/coordination/orders-view.vue'),
    meta: { titleKey: 'nav.supervisionOrders', permission: 'supervisionOrders.list' },
  },
  {
    path: 'supervision-orders/:id([0-9a-f]{24})',
    component: () => import('@/features/coordination/order-view.vue'),
    meta: { titleKey: 'nav.supervisionOrders', permission: 'supervisionOrders.list' },
  },
  {
    path: 'formal-talks',
    component: () => import('@/features/coordination/talks-view.vue'),
    meta: { titleKey: 'nav.formalTalks', permission: 'formalTalks.list' },
  },
  {
    path: 'formal-talks/:id([0-9a-f]{24})',
    component: () => import('@/features/coordination/talk-view.vue'),
    meta: { titleKey: 'nav.formalTalks', permission: 'formalTalks.list' },
  },
  {
    path: 'joint-meetings',
    component: () => import('@/features/coordination/meetings-view.vue'),
    meta: { titleKey: 'nav.jointMeetings', permission: 'jointMeetings.list' },
  },
  {
    path: 'joint-meetings/:id([0-9a-f]{24})',
    component: () => import('@/features/coordination/meeting-view.vue'),
    meta: { titleKey: 'nav.jointMeetings', permission: 'jointMeetings.list' },
  },
  {
    path: 'accountability-hints',
    component: () => import('@/features/coordination/hints-view.vue'),
    meta: { titleKey: 'nav.accountabilityHints', permission: 'accountabilityHints.list' },
  },
];

/** What everybody may read, without signing in. */
export const publicCoordinationRoutes: RouteRecordRaw[] = [
  {
    path: 'supervision',
    component: () => import('@/features/coordination/public-supervision-view.vue'),
    meta: { open: true, titleKey: 'coordination.publicTitle' },
  },
];
