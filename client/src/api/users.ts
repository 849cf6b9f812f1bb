import type {
  ActOnUser,
  CreateUser,
  EditUser,
  UserActed,
  UserCreated,
  UserView,
} from '@core/contract/accounts.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

export const USERS_PATH = '/users';

export type UserDoor = 'disable' | 'enable' | 'reset-password' | 'reset-totp' | 'reinvite' | 'end-sessions';

export const listUsers = (query: Query, signal: AbortSignal): Promise<Page<UserView>> =>
  http.get(USERS_PATH, query, signal);
export const createUser = (body: CreateUser, idempotencyKey: string): Promise<UserCreated> =>
  http.post(USERS_PATH, body, { idempotencyKey });
export const editUser = (id: string, version: number, body: EditUser): Promise<UserView> =>
  http.patch(`${USERS_PATH}/${id}`, body, { version });
export const actOnUser = (
  id: string,
  door: UserDoor,
  body: ActOnUser,
  idempotencyKey: string,
): Promise<UserActed> => http.post(`${USERS_PATH}/${id}/${door}`, body, { idempotencyKey });
