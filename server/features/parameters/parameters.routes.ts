import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { getParameterView, listParameters } from './list-parameters.ts';
import { PARAMETERS_PERMISSIONS } from './parameters.permissions.ts';
import * as shapes from './parameters.schemas.ts';
import { setParameter } from './set-parameter.ts';

const { route } = routesFor(PARAMETERS_PERMISSIONS);

export const parametersRoutes: Route[] = [
  route(
    'get /parameters',
    'parameters.list',
    { rate: 'read', query: shapes.listParametersQuery, says: ['地区参数', 'Regional parameters'] },
    ({ query, ctx }) => listParameters(query, ctx),
  ),
  route(
    'get /parameters/:key',
    'parameters.read',
    {
      rate: 'read',
      params: shapes.parameterParams,
      query: shapes.getParameterQuery,
      says: ['一个参数的全部取值', 'All values of one parameter'],
    },
    ({ params, query, ctx }) => getParameterView(params.key, query, ctx),
  ),
  route(
    'post /parameters/:key/values',
    'parameters.set',
    {
      rate: 'write',
      params: shapes.parameterParams,
      body: shapes.setParameterBody,
      idempotent: true,
      status: 201,
      says: ['设置参数（自某日起，注明依据）', 'Set a value from a day on, with its source'],
    },
    ({ params, body, ctx }) => setParameter(params.key, body, ctx),
  ),
];
