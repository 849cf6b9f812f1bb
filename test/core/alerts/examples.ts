import { accountNotFiledExamples } from './examples/account-not-filed.ts';
import { accountNotOpenedExamples } from './examples/account-not-opened.ts';
import { boardPhotoMissingExamples } from './examples/board-photo-missing.ts';
import { bondNotStoredExamples } from './examples/bond-not-stored.ts';
import { complaintDensityExamples } from './examples/complaint-density.ts';
import { deadlineNearExamples } from './examples/deadline-near.ts';
import { deadlineOverdueExamples } from './examples/deadline-overdue.ts';
import { entryWithoutContractExamples } from './examples/entry-without-contract.ts';
import { guaranteeExpiringExamples } from './examples/guarantee-expiring.ts';
import { labourCostNotReceivedExamples } from './examples/labour-cost-not-received.ts';
import { listedPartyExamples } from './examples/listed-party.ts';
import { onTwoSitesExamples } from './examples/on-two-sites.ts';
import { ownerInArrearsExamples } from './examples/owner-in-arrears.ts';
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
  // money
  labourCostNotReceivedExamples,
  runwayShortExamples,
  refusedOutflowExamples,
  // people
  entryWithoutContractExamples,
  sharedBankCardExamples,
  sharedPhoneExamples,
  onTwoSitesExamples,
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
