import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { addEvidence } from './add-evidence.ts';
import { EVIDENCE_PERMISSIONS } from './evidence.permissions.ts';
import * as shape from './evidence.schemas.ts';
import { listSources } from './evidence-sources.ts';
import { interviewsRoutes } from './interviews/interviews.routes.ts';
import { getEvidence, listEvidence } from './list-evidence.ts';
import { editEvidence, withdrawEvidence } from './move-evidence.ts';
import { packsRoutes } from './packs/packs.routes.ts';
import { redactEvidence } from './redact-evidence.ts';
import { sendOriginal, showEvidence, showThumbnail } from './show-evidence.ts';
import { takeInEvidence } from './take-in-evidence.ts';

const { route, raw } = routesFor(EVIDENCE_PERMISSIONS);

const reading: Route[] = [
  route(
    'get /cases/:id/evidence',
    'evidence.read',
    {
      rate: 'read',
      params: idParams,
      query: shape.listEvidenceQuery,
      says: ['案件证据', 'Evidence of a case'],
    },
    ({ params, query, ctx }) => listEvidence(params.id, query, ctx),
  ),
  route(
    'get /cases/:id/evidence/sources',
    'evidence.read',
    { rate: 'read', params: idParams, says: ['可收入的材料', 'What can be taken in as evidence'] },
    ({ params, ctx }) => listSources(params.id, ctx),
  ),
  route(
    'get /evidence/:id',
    'evidence.read',
    { rate: 'read', params: idParams, says: ['一项证据', 'One piece of evidence'] },
    ({ params, ctx }) => getEvidence(params.id, ctx),
  ),
  raw(
    'get /evidence/:id/thumbnail',
    'evidence.read',
    { rate: 'read', params: idParams, says: ['证据缩略图', 'Thumbnail of a piece'] },
    ({ params, ctx }, req, res) => showThumbnail(params.id, ctx, req, res),
  ),
  raw(
    'get /evidence/:id/shown',
    'evidence.read',
    {
      rate: 'read',
      params: idParams,
      says: ['查看证据（去除拍摄信息）', 'Look at a piece, without camera data'],
    },
    ({ params, ctx }, req, res) => showEvidence(params.id, ctx, req, res),
  ),
  raw(
    'get /evidence/:id/original',
    'evidence.read',
    { rate: 'read', params: idParams, says: ['下载证据原件', 'Download the original'] },
    ({ params, ctx }, req, res) => sendOriginal(params.id, ctx, req, res),
  ),
];

const adding = { rate: 'write', params: idParams, status: 201, idempotent: true } as const;
const move = { rate: 'write', params: idParams, versioned: true } as const;

const writing: Route[] = [
  route(
    'post /cases/:id/evidence',
    'evidence.add',
    { ...adding, body: shape.addEvidenceBody, says: ['添加证据', 'Add evidence'] },
    ({ params, body, ctx }) => addEvidence(params.id, body, ctx),
  ),
  route(
    'post /cases/:id/evidence/take-in',
    'evidence.add',
    {
      ...adding,
      body: shape.takeInBody,
      says: ['收入投诉和案件已有的材料', 'Take in what the case holds already'],
    },
    ({ params, body, ctx }) => takeInEvidence(params.id, body, ctx),
  ),
  route(
    'post /evidence/:id/edit',
    'evidence.work',
    { ...move, body: shape.editEvidenceBody, says: ['修改证据说明', 'Correct what is written about it'] },
    ({ params, version, body, ctx }) => editEvidence(params.id, version, body, ctx),
  ),
  route(
    'post /evidence/:id/withdraw',
    'evidence.work',
    { ...move, body: shape.withdrawBody, says: ['撤回证据', 'Withdraw a piece'] },
    ({ params, version, body, ctx }) => withdrawEvidence(params.id, version, body, ctx),
  ),
  route(
    'post /evidence/:id/redact',
    'evidence.work',
    { ...move, body: shape.redactBody, says: ['制作遮盖副本', 'Make a copy with parts covered'] },
    ({ params, version, body, ctx }) => redactEvidence(params.id, version, body, ctx),
  ),
];

export const evidenceRoutes: Route[] = [...reading, ...writing, ...interviewsRoutes, ...packsRoutes];
