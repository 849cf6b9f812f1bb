import type { Role } from '@core/contract/roles.ts';
import type { DemoMessage } from '@core/contract/operations.ts';
import { http } from './http.ts';

/** An account of the demo region, as the sign-in page offers it. */
export interface DemoAccount {
  login: string;
  password: string;
  name: string;
  role: Role;
}

export const listDemoAccounts = (): Promise<DemoAccount[]> => http.get('/demo-accounts');
export const listDemoMessages = (phone: string, signal?: AbortSignal): Promise<DemoMessage[]> =>
  http.get('/demo-inbox', phone === '' ? {} : { phone }, signal);
