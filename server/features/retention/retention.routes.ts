import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { approveRetentionList, declineRetentionList } from './decide-retention-list.ts';
import { getRetentionList, listRetentionLists } from './list-retention-lists.ts';
import { listRetentionRecords } from './list-retention-records.ts';
import { RETENTION_PERMISSIONS } from './retention.permissions.ts';
import * as shape from './retention.schemas.ts';

const { route } = routesFor(RETENTION_PERMISSIONS);
const move = { rate: 'write', params: idParams, versioned: true } as const;

export const retentionRoutes: Route[] = [
  route(
    'get /retention-lists',
    'retention.list',
    { rate: 'read', query: shape.listQuery, says: ['到期可销毁清单', 'Lists of what may be deleted'] },
    ({ query, ctx }) => listRetentionLists(query, ctx),
  ),
  route(
    'get /retention-lists/:id',
    'retention.list',
    { rate: 'read', params: idParams, says: ['一份到期清单', 'One list'] },
    ({ params, ctx }) => getRetentionList(params.id, ctx),
  ),
  route(
    'get /retention-lists/:id/records',
    'retention.list',
    {
      ...{ rate: 'read', params: idParams, query: shape.recordsQuery },
      says: ['到期清单中的记录', 'Records of a list'],
    },
    ({ params, query, ctx }) => listRetentionRecords(params.id, query, ctx),
  ),
  route(
    'post /retention-lists/:id/approve',
    'retention.decide',
    { ...move, body: shape.noBody, says: ['批准销毁', 'Approve the deletion'] },
    ({ params, version, ctx }) => approveRetentionList({ id: params.id, version }, ctx),
  ),
  route(
    'post /retention-lists/:id/decline',
    'retention.decide',
    { ...move, body: shape.declineBody, says: ['不予销毁', 'Decline the deletion'] },
    ({ params, body, version, ctx }) => declineRetentionList({ id: params.id, version }, body, ctx),
  ),
];
