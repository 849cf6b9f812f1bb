import type { PermissionTable } from '../../core/contract/roles.ts';

export const INSPECTION_PLAN_PERMISSIONS = {
  'inspectionPlan.read': ['inspector', 'bureauHead', 'leader'],
  'inspectionPlan.assign': ['inspector', 'bureauHead'],
  'screening.list': ['gridOfficer', 'clerk', 'inspector', 'bureauHead', 'leader'],
  'screening.report': ['gridOfficer', 'inspector', 'bureauHead'],
} as const satisfies PermissionTable;
