import type { UserAction, UserState } from '../../core/contract/accounts.ts';
import type { Flow } from '../../core/kit/flow.ts';

/** What can be done with an account in which state, and by whom; the limits of area and company are user-reach.ts's. */
export const USER_FLOW = {
  invited: {
    edit: { to: 'invited', by: ['admin'] },
    reinvite: { to: 'invited', by: ['admin', 'contractor'], needs: ['reason'] },
    disable: { to: 'disabled', by: ['admin', 'contractor'], needs: ['reason'] },
  },
  active: {
    edit: { to: 'active', by: ['admin'] },
    disable: { to: 'disabled', by: ['admin', 'contractor'], needs: ['reason'] },
    resetPassword: { to: 'active', by: ['admin'], needs: ['reason'] },
    resetTotp: { to: 'active', by: ['admin'], needs: ['reason'] },
    endSessions: { to: 'active', by: ['admin', 'contractor'], needs: ['reason'] },
  },
  disabled: {
    enable: {
      to: 'active',
      by: ['admin', 'contractor'],
      needs: ['reason'],
      why: 'invited again where nobody has accepted yet; a company opens only what a company closed',
    },
  },
} as const satisfies Flow<UserState, UserAction>;
