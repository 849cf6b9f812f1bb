import type { PermissionTable } from '../../core/contract/roles.ts';

/** Which complaint or payment is a worker's own is said by the phone that signed in, in the queries. */
export const TRACKING_PERMISSIONS = {
  'tracking.own': ['worker'],
  'tracking.act': ['worker'],
  'tracking.answerPayment': ['worker'],
  'tracking.anonymous': ['public'],
  'tracking.receipt': ['public'],
} as const satisfies PermissionTable;
