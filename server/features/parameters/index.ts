export type { ParameterKey } from './parameters.ts';
export { PARAMETERS } from './parameters.ts';
export type { AllParameters, ParametersInForce } from './find-parameter.ts';
export {
  findParameter,
  findParameters,
  findUnsetParameters,
  getParameter,
  readParameters,
} from './find-parameter.ts';
export { PARAMETERS_PERMISSIONS } from './parameters.permissions.ts';
export { parametersRoutes } from './parameters.routes.ts';
export { checkParameterValue, setParameter } from './set-parameter.ts';
