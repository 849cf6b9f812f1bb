import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { getOpenStatistics } from './get-open-statistics.ts';
import { OPEN_STATISTICS_PERMISSIONS } from './open-statistics.permissions.ts';
import { askQuery, exportQuery } from './open-statistics.schemas.ts';
import { openStatisticsTable } from './open-statistics-table.ts';

const { route, raw } = routesFor(OPEN_STATISTICS_PERMISSIONS);

export const openStatisticsRoutes: Route[] = [
  route(
    'get /public/statistics',
    'openStatistics.public',
    { rate: 'read', query: askQuery, says: ['公开数据（按季度）', 'Open statistics of a quarter'] },
    ({ query, ctx }) => getOpenStatistics(query, ctx),
  ),
  raw(
    'get /public/statistics/export',
    'openStatistics.public',
    { rate: 'export', query: exportQuery, says: ['下载公开数据', 'Download the open statistics'] },
    ({ query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      return sendTable(res, openStatisticsTable(query, ctx, locale));
    },
  ),
];
