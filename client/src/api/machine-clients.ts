import type {
  MachineClientOpened,
  MachineClientView,
  OpenMachineClient,
} from '@core/contract/machine-clients.ts';
import type { Page } from '@core/contract/page.ts';
import { http, type Query } from './http.ts';

const PATH = '/machine-clients';

export const listMachineClients = (query: Query, signal: AbortSignal): Promise<Page<MachineClientView>> =>
  http.get(PATH, query, signal);
export const openMachineClient = (
  body: OpenMachineClient,
  idempotencyKey: string,
): Promise<MachineClientOpened> => http.post(PATH, body, { idempotencyKey });
export const endMachineClient = (id: string, version: number, reason: string): Promise<MachineClientView> =>
  http.post(`${PATH}/${id}/end`, { reason }, { version });
