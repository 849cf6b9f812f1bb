export { MACHINE_CLIENTS_PERMISSIONS } from './machine-clients.permissions.ts';
export { machineClientsRoutes } from './machine-clients.routes.ts';

export { machineClientRefs } from './client-ref.ts';
export { clientsOfProjects } from './clients-of-projects.ts';
export { listMachineClients } from './list-machine-clients.ts';
export { openMachineClient } from './open-machine-client.ts';
export { resolveMachine } from './resolve-machine.ts';
