import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { EVIDENCE_PERMISSIONS } from '../evidence.permissions.ts';
import { getPack, listPacks, sendPack } from './pack-view.ts';
import { startPackBody } from './packs.schemas.ts';
import { startPack } from './start-pack.ts';

const { route, raw } = routesFor(EVIDENCE_PERMISSIONS);

export const packsRoutes: Route[] = [
  route(
    'get /cases/:id/evidence-packs',
    'evidence.pack',
    { rate: 'read', params: idParams, says: ['案件的证据包', 'Evidence packs of a case'] },
    ({ params, ctx }) => listPacks(params.id, ctx),
  ),
  route(
    'post /cases/:id/evidence-packs',
    'evidence.pack',
    {
      rate: 'write',
      params: idParams,
      body: startPackBody,
      status: 202,
      idempotent: true,
      says: ['开始制作证据包', 'Begin an evidence pack'],
    },
    ({ params, body, ctx }) => startPack(params.id, body, ctx),
  ),
  route(
    'get /evidence-packs/:id',
    'evidence.pack',
    { rate: 'read', params: idParams, says: ['证据包制作进度', 'How far a pack is'] },
    ({ params, ctx }) => getPack(params.id, ctx),
  ),
  raw(
    'get /evidence-packs/:id/zip',
    'evidence.pack',
    { rate: 'export', params: idParams, says: ['下载证据包', 'Download a pack'] },
    ({ params, ctx }, _req, res) => sendPack(params.id, ctx, res),
  ),
];
