import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { endMachineClient } from './end-machine-client.ts';
import { listMachineClients } from './list-machine-clients.ts';
import { MACHINE_CLIENTS_PERMISSIONS } from './machine-clients.permissions.ts';
import * as shapes from './machine-clients.schemas.ts';
import { openMachineClient } from './open-machine-client.ts';

const { route } = routesFor(MACHINE_CLIENTS_PERMISSIONS);

export const machineClientsRoutes: Route[] = [
  route(
    'get /machine-clients',
    'machineClients.list',
    { rate: 'read', query: shapes.listClientsQuery, says: ['接口客户端', 'Programs that send in'] },
    ({ query, ctx }) => listMachineClients(query, ctx),
  ),
  route(
    'post /machine-clients',
    'machineClients.open',
    {
      rate: 'write',
      body: shapes.openClientBody,
      idempotent: true,
      status: 201,
      says: ['开通接口客户端（密钥只显示一次）', 'Let a program in; its secret is shown once'],
    },
    ({ body, ctx }) => openMachineClient(body, ctx),
  ),
  route(
    'post /machine-clients/:id/end',
    'machineClients.end',
    {
      rate: 'write',
      params: idParams,
      body: shapes.endClientBody,
      versioned: true,
      says: ['停用接口客户端', 'Shut a program out'],
    },
    ({ params, body, version, ctx }) => endMachineClient({ ...params, ...body, version }, ctx),
  ),
];
