import type { AlertRule } from './rule.ts';
import { accountNotFiled } from './rules/account-not-filed.ts';
import { accountNotOpened } from './rules/account-not-opened.ts';
import { answeredLess } from './rules/answered-less.ts';
import { answeredNotMe } from './rules/answered-not-me.ts';
import { answeredNothing } from './rules/answered-nothing.ts';
import { attendanceWithoutPay } from './rules/attendance-without-pay.ts';
import { averageFalls } from './rules/average-falls.ts';
import { belowMinimumWage } from './rules/below-minimum-wage.ts';
import { boardPhotoMissing } from './rules/board-photo-missing.ts';
import { bondNotStored } from './rules/bond-not-stored.ts';
import { cardNotInHand } from './rules/card-not-in-hand.ts';
import { complaintDensity } from './rules/complaint-density.ts';
import { deadlineNear } from './rules/deadline-near.ts';
import { deadlineOverdue } from './rules/deadline-overdue.ts';
import { deductionOverLimit } from './rules/deduction-over-limit.ts';
import { entryWithoutContract } from './rules/entry-without-contract.ts';
import { fewerPaidThanAttended } from './rules/fewer-paid-than-attended.ts';
import { filedNotPaid } from './rules/filed-not-paid.ts';
import { finishingUnpaid } from './rules/finishing-unpaid.ts';
import { guaranteeExpiring } from './rules/guarantee-expiring.ts';
import { holidaySpike } from './rules/holiday-spike.ts';
import { labourCostNotReceived } from './rules/labour-cost-not-received.ts';
import { listedParty } from './rules/listed-party.ts';
import { onTwoSites } from './rules/on-two-sites.ts';
import { ownerInArrears } from './rules/owner-in-arrears.ts';
import { partPaid } from './rules/part-paid.ts';
import { payWithoutAttendance } from './rules/pay-without-attendance.ts';
import { payrollNotFiled } from './rules/payroll-not-filed.ts';
import { refusedOutflow } from './rules/refused-outflow.ts';
import { runwayShort } from './rules/runway-short.ts';
import { sharedBankCard } from './rules/shared-bank-card.ts';
import { sharedPhone } from './rules/shared-phone.ts';
import { wrongArithmetic } from './rules/wrong-arithmetic.ts';

/** Every warning rule, in the order in which the risk card lists them. A new rule is one file and one row here. */
export const ALERT_RULES: readonly AlertRule[] = [
  // payroll
  payrollNotFiled,
  filedNotPaid,
  partPaid,
  attendanceWithoutPay,
  fewerPaidThanAttended,
  payWithoutAttendance,
  answeredNothing,
  answeredLess,
  answeredNotMe,
  belowMinimumWage,
  wrongArithmetic,
  deductionOverLimit,
  averageFalls,
  holidaySpike,
  finishingUnpaid,
  // money
  labourCostNotReceived,
  runwayShort,
  refusedOutflow,
  // people
  entryWithoutContract,
  sharedBankCard,
  sharedPhone,
  onTwoSites,
  cardNotInHand,
  // safeguards
  accountNotOpened,
  accountNotFiled,
  bondNotStored,
  guaranteeExpiring,
  boardPhotoMissing,
  // office
  complaintDensity,
  ownerInArrears,
  listedParty,
  deadlineNear,
  deadlineOverdue,
];

/** The rule with this id; undefined for ids of stored data whose rule is gone. */
export function findAlertRule(id: string): AlertRule | undefined {
  return ALERT_RULES.find((rule) => rule.id === id);
}
