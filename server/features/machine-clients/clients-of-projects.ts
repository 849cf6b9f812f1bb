import { areaRange } from '../../platform/area-limit.ts';
import { MachineClients } from './machine-client.model.ts';

/** The devices that send for one project alone, by project, of an area (index areaCode). */
export async function clientsOfProjects(areaCode: string): Promise<Map<string, string[]>> {
  const own = { areaCode: areaRange(areaCode), projectId: { $exists: true } };
  const found = await MachineClients.find(own, { projectId: 1 }).lean();
  const clients = new Map<string, string[]>();
  for (const { _id, projectId } of found)
    if (projectId !== undefined) clients.set(projectId, [...(clients.get(projectId) ?? []), String(_id)]);
  return clients;
}
