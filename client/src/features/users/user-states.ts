import type { UserState } from '@core/contract/accounts.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const USER_STATE_LOOKS: Record<UserState, StateLook> = {
  invited: { labelKey: 'users.state.invited', colour: 'notice', icon: 'outbox' },
  active: { labelKey: 'users.state.active', colour: 'good', icon: 'check' },
  disabled: { labelKey: 'users.state.disabled', colour: 'ink', icon: 'lock' },
};
