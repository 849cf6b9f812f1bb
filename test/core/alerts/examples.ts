import { accountNotFiledExamples } from './examples/account-not-filed.ts';
import { accountNotOpenedExamples } from './examples/account-not-opened.ts';
import { answeredLessExamples, answeredNothingExamples, answeredNotMeExamples } from './examples/answers.ts';
import { attendanceWithoutPayExamples } from './examples/attendance-without-pay.ts';
import { averageFallsExamples } from './examples/average-falls.ts';
import { boardPhotoMissingExamples } from './examples/board-photo-missing.ts';
import { bondNotStoredExamples } from './examples/bond-not-stored.ts';
import { cardNotInHandExamples } from './examples/card-not-in-hand.ts';
import { complaintDensityExamples } from './examples/complaint-density.ts';
import { deadlineNearExamples } from './examples/deadline-near.ts';
import { deadlineOverdueExamples } from './examples/deadline-overdue.ts';
import { entryWithoutContractExamples } from './examples/entry-without-contract.ts';
import { filedNotPaidExamples } from './examples/filed-not-paid.ts';
import { finishingUnpaidExamples } from './examples/finishing-unpaid.ts';
import { guaranteeExpiringExamples } from './examples/guarantee-expiring.ts';
import { fewerPaidThanAttendedExamples, payWithoutAttendanceExamples } from './examples/heads.ts';
import { holidaySpikeExamples } from './examples/holiday-spike.ts';
import { labourCostNotReceivedExamples } from './examples/labour-cost-not-received.ts';
import { listedPartyExamples } from './examples/listed-party.ts';
import {
  belowMinimumWageExamples,
  deductionOverLimitExamples,
  wrongArithmeticExamples,
} from './examples/notices.ts';
import { onTwoSitesExamples } from './examples/on-two-sites.ts';
import { ownerInArrearsExamples } from './examples/owner-in-arrears.ts';
import { partPaidExamples } from './examples/part-paid.ts';
import { payrollNotFiledExamples } from './examples/payroll-not-filed.ts';
import { refusedOutflowExamples } from './examples/refused-outflow.ts';
import { runwayShortExamples } from './examples/runway-short.ts';
import { sharedBankCardExamples } from './examples/shared-bank-card.ts';
import { sharedPhoneExamples } from './examples/shared-phone.ts';
import type { RuleExamples } from './rule-examples.ts';

/** The examples of every rule; a rule without a table fails the tests. One row each, like ALERT_RULES. */
export const ALL_EXAMPLES: readonly RuleExamples[] = [
  // payroll
  payrollNotFiledExamples,
  filedNotPaidExamples,
  partPaidExamples,
  attendanceWithoutPayExamples,
  fewerPaidThanAttendedExamples,
  payWithoutAttendanceExamples,
  answeredNothingExamples,
  answeredLessExamples,
  answeredNotMeExamples,
  belowMinimumWageExamples,
  wrongArithmeticExamples,
  deductionOverLimitExamples,
  averageFallsExamples,
  holidaySpikeExamples,
  finishingUnpaidExamples,
  // money
  labourCostNotReceivedExamples,
  runwayShortExamples,
  refusedOutflowExamples,
  // people
  entryWithoutContractExamples,
  sharedBankCardExamples,
  sharedPhoneExamples,
  onTwoSitesExamples,
  cardNotInHandExamples,
  // safeguards
  accountNotOpenedExamples,
  accountNotFiledExamples,
  bondNotStoredExamples,
  guaranteeExpiringExamples,
  boardPhotoMissingExamples,
  // office
  complaintDensityExamples,
  ownerInArrearsExamples,
  listedPartyExamples,
  deadlineNearExamples,
  deadlineOverdueExamples,
];
