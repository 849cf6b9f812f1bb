import type { UserAction } from '@core/contract/accounts.ts';
import type { UserDoor } from '@/api/users.ts';

export type UserAct = Exclude<UserAction, 'edit'>;

/** Each act with a reason: its door, its words (`users.act.<name>.…`) and whether it takes something away. */
export const USER_ACTS: Record<UserAct, { door: UserDoor; danger: boolean }> = {
  reinvite: { door: 'reinvite', danger: false },
  enable: { door: 'enable', danger: false },
  resetPassword: { door: 'reset-password', danger: true },
  resetTotp: { door: 'reset-totp', danger: true },
  endSessions: { door: 'end-sessions', danger: true },
  disable: { door: 'disable', danger: true },
};
