import { payrollNotFiledExamples } from './examples/payroll-not-filed.ts';
import type { RuleExamples } from './rule-examples.ts';

/** The examples of every rule; a rule without a table fails the tests. One row each, like ALERT_RULES. */
export const ALL_EXAMPLES: readonly RuleExamples[] = [
  // payroll
  payrollNotFiledExamples,
];
