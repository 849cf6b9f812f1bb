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
];
