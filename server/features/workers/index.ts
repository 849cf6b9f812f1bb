export { ensureWorker } from './ensure-worker.ts';
export type { Person } from './ensure-worker.ts';
export { ensureWorkers } from './ensure-workers.ts';
export { getWorker } from './get-worker.ts';
export { findByCitizenIndexes, findWorkersOfPhone } from './worker.model.ts';
export { phonesOfWorkers } from './phones-of-workers.ts';
export { WORKERS_PERMISSIONS } from './workers.permissions.ts';
export { workersRoutes } from './workers.routes.ts';
