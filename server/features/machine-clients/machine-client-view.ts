import type { MachineClientView } from '../../core/contract/machine-clients.ts';
import { findProjectRef } from '../projects/index.ts';
import type { MachineClientRecord } from './machine-client.model.ts';

export async function machineClientView(client: MachineClientRecord): Promise<MachineClientView> {
  const { bankBranchCode, projectId, leadPlatform, lastSeenAt } = client;
  const project = projectId === undefined ? null : await findProjectRef(projectId);
  return {
    id: String(client._id),
    version: client.version,
    name: client.name,
    purposes: [...client.purposes],
    areaCode: client.areaCode,
    ...(bankBranchCode === undefined ? {} : { bankBranchCode }),
    ...(projectId === undefined ? {} : { projectId }),
    ...(leadPlatform === undefined ? {} : { leadPlatform }),
    ...(project === null ? {} : { projectName: project.name }),
    state: client.state,
    ...(lastSeenAt === undefined ? {} : { lastSeenAt: lastSeenAt.toISOString() }),
    createdAt: client.createdAt.toISOString(),
  };
}
