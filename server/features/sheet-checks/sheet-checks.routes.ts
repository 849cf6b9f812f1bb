import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { confirmSheetCheck } from './confirm-sheet-check.ts';
import { listProblems } from './list-problems.ts';
import { lookAtCheck } from './look-at-check.ts';
import { sendMarkedSheet } from './send-marked-sheet.ts';
import { SHEET_CHECKS_PERMISSIONS } from './sheet-checks.permissions.ts';
import { confirmBody, problemsQuery } from './sheet-checks.schemas.ts';

const { route, raw } = routesFor(SHEET_CHECKS_PERMISSIONS);

export const sheetChecksRoutes: Route[] = [
  route(
    'get /sheet-checks/:id',
    'sheetChecks.read',
    { rate: 'read', params: idParams, says: ['表格检查的进度和结果', 'Progress and findings of a check'] },
    ({ params, ctx }) => lookAtCheck(params.id, ctx),
  ),
  route(
    'get /sheet-checks/:id/problems',
    'sheetChecks.read',
    {
      rate: 'read',
      params: idParams,
      query: problemsQuery,
      says: ['表格的全部问题', 'All problems of a sheet'],
    },
    ({ params, query, ctx }) => listProblems(params.id, query, ctx),
  ),
  raw(
    'get /sheet-checks/:id/marked',
    'sheetChecks.read',
    { rate: 'export', params: idParams, says: ['标注了问题的原表', 'The same workbook with marked cells'] },
    ({ params, ctx }, _req, res) => sendMarkedSheet(params.id, ctx, res),
  ),
  route(
    'post /sheet-checks/:id/confirm',
    'sheetChecks.confirm',
    {
      rate: 'write',
      params: idParams,
      body: confirmBody,
      says: ['确认保存检查过的表格（重复确认结果相同）', 'Store a checked sheet; a repeat answers the same'],
    },
    ({ params, body, ctx }) => confirmSheetCheck(params.id, body, ctx),
  ),
];
