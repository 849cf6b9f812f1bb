import type { DemoAccount } from '@core/contract/accounts.ts';
import type { DemoMessage } from '@core/contract/operations.ts';
import { http } from './http.ts';

export const listDemoAccounts = (): Promise<DemoAccount[]> => http.get('/demo-accounts');
export const listDemoMessages = (phone: string, signal?: AbortSignal): Promise<DemoMessage[]> =>
  http.get('/demo-inbox', phone === '' ? {} : { phone }, signal);
