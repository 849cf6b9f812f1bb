import type { CaseState, ClosureCode } from '@core/contract/cases.ts';
import type { ClaimView, PaymentState } from '@core/contract/claims.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const CASE_LOOKS: Record<CaseState, StateLook> = {
  filed: { labelKey: 'cases.state.filed', colour: 'primary', icon: 'case' },
  investigating: { labelKey: 'cases.state.investigating', colour: 'primary', icon: 'search' },
  suspended: { labelKey: 'cases.state.suspended', colour: 'notice', icon: 'pause' },
  deciding: { labelKey: 'cases.state.deciding', colour: 'primary', icon: 'edit' },
  ordered: { labelKey: 'cases.state.ordered', colour: 'warning', icon: 'alert' },
  closed: { labelKey: 'cases.state.closed', colour: 'ink', icon: 'check' },
};

/** Only money that was seen is green; every other ending is said bluntly and looks like what it is. */
export const CLOSURE_LOOKS: Record<ClosureCode, StateLook> = {
  PAID: { labelKey: 'cases.closure.PAID', colour: 'good', icon: 'check' },
  PAID_PART_REST_ARBITRATION: {
    labelKey: 'cases.closure.PAID_PART_REST_ARBITRATION',
    colour: 'warning',
    icon: 'pay',
  },
  AGREED_NOT_PAID: { labelKey: 'cases.closure.AGREED_NOT_PAID', colour: 'warning', icon: 'hourglass' },
  NOT_FOUND: { labelKey: 'cases.closure.NOT_FOUND', colour: 'ink', icon: 'search' },
  NOT_WAGES: { labelKey: 'cases.closure.NOT_WAGES', colour: 'ink', icon: 'close' },
  NO_JURISDICTION: { labelKey: 'cases.closure.NO_JURISDICTION', colour: 'ink', icon: 'send' },
  WITHDRAWN: { labelKey: 'cases.closure.WITHDRAWN', colour: 'ink', icon: 'left' },
  TRANSFERRED_POLICE: { labelKey: 'cases.closure.TRANSFERRED_POLICE', colour: 'danger', icon: 'alert' },
  COURT: { labelKey: 'cases.closure.COURT', colour: 'danger', icon: 'credit' },
  OTHER: { labelKey: 'cases.closure.OTHER', colour: 'ink', icon: 'noData' },
};

export const CLAIM_LOOKS: Record<ClaimView['state'], StateLook> = {
  open: { labelKey: 'cases.claim.open', colour: 'danger', icon: 'pay' },
  partly: { labelKey: 'cases.claim.partly', colour: 'warning', icon: 'pay' },
  paid: { labelKey: 'cases.claim.paid', colour: 'good', icon: 'check' },
  left: { labelKey: 'cases.claim.left', colour: 'ink', icon: 'left' },
  nothingOwed: { labelKey: 'cases.claim.nothingOwed', colour: 'ink', icon: 'check' },
};

/** Came by itself or says something else than stood there: an inspector has to look. */
export const TO_CHECK: StateLook = { labelKey: 'cases.toCheck', colour: 'notice', icon: 'alert' };

export const PAYMENT_LOOKS: Record<PaymentState, StateLook> = {
  waiting: { labelKey: 'cases.payment.waiting', colour: 'notice', icon: 'hourglass' },
  seen: { labelKey: 'cases.payment.seen', colour: 'good', icon: 'check' },
  disputed: { labelKey: 'cases.payment.disputed', colour: 'danger', icon: 'alert' },
  revoked: { labelKey: 'cases.payment.revoked', colour: 'ink', icon: 'close' },
};
