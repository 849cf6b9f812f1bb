import type { MachineClientView } from '../../core/contract/machine-clients.ts';
import type { MachineClientRecord } from './machine-client.model.ts';

export const machineClientView = (client: MachineClientRecord): MachineClientView => ({
  id: String(client._id),
  version: client.version,
  name: client.name,
  purposes: [...client.purposes],
  areaCode: client.areaCode,
  ...(client.bankBranchCode === undefined ? {} : { bankBranchCode: client.bankBranchCode }),
  ...(client.projectId === undefined ? {} : { projectId: client.projectId }),
  state: client.state,
  ...(client.lastSeenAt === undefined ? {} : { lastSeenAt: client.lastSeenAt.toISOString() }),
  createdAt: client.createdAt.toISOString(),
});
