import type { BankState, CardAnswer, PayAnswer, PayrollState } from '@core/contract/payroll.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const PAYROLL_LOOKS: Record<PayrollState, StateLook> = {
  signing: { labelKey: 'payroll.state.signing', colour: 'primary', icon: 'edit' },
  returned: { labelKey: 'payroll.state.returned', colour: 'danger', icon: 'left' },
  approved: { labelKey: 'payroll.state.approved', colour: 'primary', icon: 'check' },
  payFileIssued: { labelKey: 'payroll.state.payFileIssued', colour: 'notice', icon: 'send' },
  partPaid: { labelKey: 'payroll.state.partPaid', colour: 'warning', icon: 'pay' },
  paid: { labelKey: 'payroll.state.paid', colour: 'good', icon: 'check' },
  superseded: { labelKey: 'payroll.state.superseded', colour: 'ink', icon: 'close' },
};

export const BANK_LOOKS: Record<BankState, StateLook> = {
  none: { labelKey: 'payroll.bank.none', colour: 'noData', icon: 'noData' },
  sent: { labelKey: 'payroll.bank.sent', colour: 'notice', icon: 'send' },
  credited: { labelKey: 'payroll.bank.credited', colour: 'good', icon: 'check' },
  bounced: { labelKey: 'payroll.bank.bounced', colour: 'danger', icon: 'alert' },
};

/** Silence is its own state: it is never drawn as agreement. */
export const ANSWER_LOOKS: Record<PayAnswer | 'unanswered', StateLook> = {
  right: { labelKey: 'payroll.answer.right', colour: 'good', icon: 'check' },
  less: { labelKey: 'payroll.answer.less', colour: 'danger', icon: 'down' },
  nothing: { labelKey: 'payroll.answer.nothing', colour: 'danger', icon: 'close' },
  notMe: { labelKey: 'payroll.answer.notMe', colour: 'danger', icon: 'person' },
  unanswered: { labelKey: 'payroll.answer.unanswered', colour: 'noData', icon: 'noData' },
};
export const ANSWERS = ['right', 'less', 'nothing', 'notMe', 'unanswered'] as const;

/** Is the card in his own hand? Asked of some, and nobody has to say. */
export const CARD_LOOKS: Record<CardAnswer, StateLook> = {
  inHand: { labelKey: 'payroll.card.inHand', colour: 'good', icon: 'check' },
  notInHand: { labelKey: 'payroll.card.notInHand', colour: 'danger', icon: 'alert' },
  unanswered: { labelKey: 'payroll.card.unanswered', colour: 'noData', icon: 'noData' },
};
