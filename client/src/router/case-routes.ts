import type { RouteRecordRaw } from 'vue-router';

/** Cases, their papers and files, and who handles them. */
export const caseRoutes: RouteRecordRaw[] = [
  {
    path: 'cases',
    component: () => import('@/features/cases/cases-view.vue'),
    meta: { titleKey: 'nav.cases', permission: 'cases.list' },
  },
  {
    path: 'cases/new',
    component: () => import('@/features/cases/file-case-view.vue'),
    meta: { titleKey: 'cases.file', permission: 'cases.file' },
  },
  {
    path: 'cases/:id',
    component: () => import('@/features/cases/case-view.vue'),
    meta: { titleKey: 'nav.cases', permission: 'cases.list' },
  },
  {
    path: 'cases/:id/interviews/:interviewId(new|[0-9a-f]{24})',
    component: () => import('@/features/evidence/interview-page.vue'),
    meta: { titleKey: 'evidence.interview.title', permission: 'interviews.read' },
  },
  {
    path: 'case-load',
    component: () => import('@/features/office/case-load-view.vue'),
    meta: { titleKey: 'nav.caseLoad', permission: 'cases.load' },
  },
  {
    path: 'absences',
    component: () => import('@/features/office/absences-view.vue'),
    meta: { titleKey: 'nav.absences', permission: 'absences.list' },
  },
  {
    path: 'documents',
    component: () => import('@/features/documents/documents-view.vue'),
    meta: { titleKey: 'nav.documents', permission: 'documents.list' },
  },
  {
    path: 'archive',
    component: () => import('@/features/archive/archive-view.vue'),
    meta: { titleKey: 'nav.archive', permission: 'archive.list' },
  },
];
