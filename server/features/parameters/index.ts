export type { ParameterKey } from './definitions.ts';
export { PARAMETERS } from './definitions.ts';
export { findParameter, findUnsetParameters, getParameter } from './find-parameter.ts';
export { PARAMETERS_PERMISSIONS } from './parameters.permissions.ts';
export { parametersRoutes } from './parameters.routes.ts';
export { setParameter } from './set-parameter.ts';
