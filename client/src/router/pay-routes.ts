import type { RouteRecordRaw } from 'vue-router';

/** Pages of the pay side: who works on a site, on which days, and what was paid for it. */
export const payRoutes: RouteRecordRaw[] = [
  {
    path: 'payroll',
    component: () => import('@/features/payroll/payroll-view.vue'),
    meta: { titleKey: 'nav.payrollList', permission: 'payroll.list' },
  },
  {
    path: 'payroll/new',
    component: () => import('@/features/payroll/file-month-view.vue'),
    meta: { titleKey: 'nav.filePayroll', permission: 'payroll.file' },
  },
  {
    path: 'payroll/repay',
    component: () => import('@/features/payroll/repay-view.vue'),
    meta: { titleKey: 'nav.repay', permission: 'payFiles.issue' },
  },
  {
    path: 'payroll/sheets/:id',
    component: () => import('@/features/payroll/payroll-sheet-view.vue'),
    meta: { titleKey: 'nav.payrollList', permission: 'payroll.list' },
  },
  {
    path: 'roster',
    component: () => import('@/features/roster/roster-view.vue'),
    meta: { titleKey: 'nav.roster', permission: 'roster.list' },
  },
  {
    path: 'roster/import',
    component: () => import('@/features/roster/roster-import-view.vue'),
    meta: { titleKey: 'roster.import', permission: 'roster.write' },
  },
  {
    path: 'attendance',
    component: () => import('@/features/roster/attendance-view.vue'),
    meta: { titleKey: 'nav.attendance', permission: 'roster.list' },
  },
  {
    path: 'attendance/import',
    component: () => import('@/features/roster/attendance-import-view.vue'),
    meta: { titleKey: 'attendance.import', permission: 'roster.write' },
  },
  {
    path: 'releases',
    component: () => import('@/features/releases/releases-view.vue'),
    meta: { titleKey: 'nav.releases', permission: 'releases.list' },
  },
  {
    path: 'releases/:id([0-9a-f]{24})',
    component: () => import('@/features/releases/release-view.vue'),
    meta: { titleKey: 'nav.releases', permission: 'releases.list' },
  },
  {
    path: 'funds/accounts',
    component: () => import('@/features/funds/accounts-view.vue'),
    meta: { titleKey: 'nav.wageAccounts', permission: 'wageAccounts.list' },
  },
  {
    path: 'funds/accounts/:id',
    component: () => import('@/features/funds/account-view.vue'),
    meta: { titleKey: 'nav.wageAccounts', permission: 'wageAccounts.list' },
  },
  {
    path: 'funds/pay-files',
    component: () => import('@/features/funds/pay-files-view.vue'),
    meta: { titleKey: 'nav.payFiles', permission: 'payFiles.list' },
  },
  {
    path: 'funds/pay-files/:id',
    component: () => import('@/features/funds/pay-file-view.vue'),
    meta: { titleKey: 'nav.payFiles', permission: 'payFiles.list' },
  },
  {
    path: 'company/matters',
    component: () => import('@/features/respondent/matters-view.vue'),
    meta: { titleKey: 'nav.matters', permission: 'matters.list' },
  },
  {
    path: 'company/matters/:id',
    component: () => import('@/features/respondent/matter-view.vue'),
    meta: { titleKey: 'nav.matters', permission: 'matters.list' },
  },
  {
    path: 'company/arrears',
    component: () => import('@/features/arrears/company-arrears-view.vue'),
    meta: { titleKey: 'nav.companyArrears', permission: 'arrears.company' },
  },
  {
    path: 'company/arrears/:id',
    component: () => import('@/features/arrears/company-sheet-view.vue'),
    meta: { titleKey: 'nav.companyArrears', permission: 'arrears.company' },
  },
  {
    path: 'funds/refused',
    component: () => import('@/features/funds/refused-view.vue'),
    meta: { titleKey: 'nav.refusedOutflows', permission: 'refusedOutflows.list' },
  },
];
