import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { moveBody, moveParams } from '../inspections/index.ts';
import { CAMPAIGNS_PERMISSIONS } from './campaigns.permissions.ts';
import * as shape from './campaigns.schemas.ts';
import { mattersTable } from './export-matters.ts';
import { getBoard } from './get-board.ts';
import { getCampaign, listCampaigns } from './list-campaigns.ts';
import { listMatters } from './list-matters.ts';
import { campaignForm, moveCampaign, openCampaign } from './open-campaign.ts';

const { route, raw } = routesFor(CAMPAIGNS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const campaignsRoutes: Route[] = [
  route(
    'get /campaigns',
    'campaigns.list',
    { rate: 'read', query: shape.listCampaignsQuery, says: ['冬季行动列表', 'Winter campaigns'] },
    ({ query, ctx }) => listCampaigns(query, ctx),
  ),
  route(
    'get /campaigns/form',
    'campaigns.open',
    { rate: 'read', says: ['发起冬季行动的表单', 'What a campaign is opened with'] },
    ({ ctx }) => campaignForm(ctx),
  ),
  route(
    'get /campaigns/:id',
    'campaigns.list',
    { rate: 'read', params: idParams, says: ['一次冬季行动', 'One campaign'] },
    ({ params, ctx }) => getCampaign(params.id, ctx),
  ),
  route(
    'get /campaigns/:id/board',
    'campaigns.list',
    {
      ...{ rate: 'read', params: idParams, query: shape.boardQuery },
      says: ['两清零进度', 'The two counters day by day'],
    },
    ({ params, query, ctx }) => getBoard({ ...params, ...query }, ctx),
  ),
  route(
    'get /campaigns/:id/matters',
    'campaigns.matters',
    {
      ...{ rate: 'read', params: idParams, query: shape.listMattersQuery },
      says: ['数字背后的案件', 'The cases behind the numbers'],
    },
    ({ params, query, ctx }) => listMatters({ ...params, ...query }, ctx),
  ),
  raw(
    'get /campaigns/:id/matters/export',
    'campaigns.export',
    {
      ...{ rate: 'export', params: idParams, query: shape.exportMattersQuery },
      says: ['导出数字背后的案件', 'Export the cases behind the numbers'],
    },
    ({ params, query, ctx }, req, res) =>
      sendTable(res, mattersTable({ ...params, ...query }, ctx, localeOf(req))),
  ),
  route(
    'post /campaigns',
    'campaigns.open',
    {
      ...{ rate: 'write', body: shape.openCampaignBody, idempotent: true, status: 201 },
      says: ['发起冬季行动', 'Open a campaign'],
    },
    ({ body, ctx }) => openCampaign(body, ctx),
  ),
  route(
    'post /campaigns/:id/moves/:action',
    'campaigns.move',
    {
      ...{ rate: 'write', params: moveParams, body: moveBody, versioned: true },
      says: ['冬季行动的一步', 'A step of a campaign'],
    },
    ({ params, version, body, ctx }) => moveCampaign({ ...params, version }, body, ctx),
  ),
];
