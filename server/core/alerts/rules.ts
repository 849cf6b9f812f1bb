import type { AlertRule } from './rule.ts';
import { filedNotPaid } from './rules/filed-not-paid.ts';
import { payrollNotFiled } from './rules/payroll-not-filed.ts';

/** Every warning rule, in the order in which the risk card lists them. A new rule is one file and one row here. */
export const ALERT_RULES: readonly AlertRule[] = [
  // payroll
  payrollNotFiled,
  filedNotPaid,
];

/** The rule with this id; undefined for ids of stored data whose rule is gone. */
export function findAlertRule(id: string): AlertRule | undefined {
  return ALERT_RULES.find((rule) => rule.id === id);
}
