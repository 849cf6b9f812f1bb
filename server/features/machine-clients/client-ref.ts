import { MachineClients } from './machine-client.model.ts';

/** What other features show of a program. */
export interface MachineClientRef {
  id: string;
  name: string;
  areaCode: string;
  isActive: boolean;
}

/** The programs under these ids, by id. No reader's limits: for other features. */
export async function machineClientRefs(ids: readonly string[]): Promise<Map<string, MachineClientRef>> {
  if (ids.length === 0) return new Map();
  const found = await MachineClients.find(
    { _id: { $in: [...new Set(ids)] } },
    { name: 1, areaCode: 1, state: 1 },
  ).lean();
  return new Map(
    found.map(({ _id, name, areaCode, state }) => [
      String(_id),
      { id: String(_id), name, areaCode, isActive: state === 'active' },
    ]),
  );
}
