import type { PayFileState, TransactionKind } from '@core/contract/funds.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const PAY_FILE_LOOKS: Record<PayFileState, StateLook> = {
  issued: { labelKey: 'funds.state.issued', colour: 'notice', icon: 'send' },
  taken: { labelKey: 'funds.state.taken', colour: 'primary', icon: 'download' },
  answered: { labelKey: 'funds.state.answered', colour: 'good', icon: 'check' },
};
export const RESULT_LOOKS: Record<'credited' | 'bounced' | 'waiting', StateLook> = {
  credited: { labelKey: 'funds.result.credited', colour: 'good', icon: 'check' },
  bounced: { labelKey: 'funds.result.bounced', colour: 'danger', icon: 'alert' },
  waiting: { labelKey: 'funds.result.waiting', colour: 'noData', icon: 'noData' },
};
export const IN_KINDS: readonly TransactionKind[] = ['labourCost', 'interest', 'returnOfBounced'];
