import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { getMoneyStrip } from './get-money-strip.ts';
import { getPayGrid } from './get-pay-grid.ts';
import { disagreementsTable, listDisagreements } from './list-disagreements.ts';
import { PAY_OVERVIEW_PERMISSIONS } from './pay-overview.permissions.ts';
import * as shape from './pay-overview.schemas.ts';

const { route, raw } = routesFor(PAY_OVERVIEW_PERMISSIONS);

export const payOverviewRoutes: Route[] = [
  route(
    'get /projects/:id/pay-grid',
    'payOverview.grid',
    {
      rate: 'read',
      params: idParams,
      query: shape.gridQuery,
      says: ['各月各班组的工资情况', 'Wages by month and team'],
    },
    ({ params, query, ctx }) => getPayGrid(params.id, query, ctx),
  ),
  route(
    'get /projects/:id/money',
    'payOverview.money',
    {
      rate: 'read',
      params: idParams,
      query: shape.stripQuery,
      says: ['钱卡在哪一步', 'Where the money is stuck'],
    },
    ({ params, query, ctx }) => getMoneyStrip(params.id, query.month, ctx),
  ),
  route(
    'get /projects/:id/reconciliation',
    'payOverview.reconcile',
    {
      rate: 'read',
      params: idParams,
      query: shape.listDisagreementsQuery,
      says: ['考勤、工资表、银行和本人的不一致', 'Attendance, payroll, bank and worker compared'],
    },
    ({ params, query, ctx }) => listDisagreements(params.id, query, ctx),
  ),
  raw(
    'get /projects/:id/reconciliation/export',
    'payOverview.reconcile',
    {
      rate: 'export',
      params: idParams,
      query: shape.exportDisagreementsQuery,
      says: ['导出不一致清单', 'Export the disagreements'],
    },
    async ({ params, query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, await disagreementsTable(params.id, query, ctx, locale));
    },
  ),
];
