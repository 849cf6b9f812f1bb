import type { PermissionTable } from '../../core/contract/roles.ts';

const OFFICE = ['leader', 'bureauHead', 'inspector'] as const;
const WITH_DEPARTMENTS = [...OFFICE, 'departmentLiaison'] as const;
const ORDERS = ['leader', 'bureauHead'] as const;

export const COORDINATION_PERMISSIONS = {
  'departmentTasks.list': WITH_DEPARTMENTS,
  'departmentTasks.export': WITH_DEPARTMENTS,
  'departmentTasks.open': OFFICE,
  'departmentTasks.move': WITH_DEPARTMENTS,
  'departmentTasks.replies': WITH_DEPARTMENTS,
  'supervisionOrders.list': WITH_DEPARTMENTS,
  'supervisionOrders.export': WITH_DEPARTMENTS,
  'supervisionOrders.open': ORDERS,
  'supervisionOrders.move': WITH_DEPARTMENTS,
  'supervisionOrders.public': ['public'],
  'formalTalks.list': ORDERS,
  'formalTalks.export': ORDERS,
  'formalTalks.open': ORDERS,
  'formalTalks.move': ORDERS,
  'jointMeetings.list': [...ORDERS, 'departmentLiaison'],
  'jointMeetings.open': ORDERS,
  'accountabilityHints.list': ORDERS,
  'accountabilityHints.export': ORDERS,
  'coordination.forms': OFFICE,
} as const satisfies PermissionTable;
