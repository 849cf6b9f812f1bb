import type { Request } from 'express';
import Joi from 'joi';
import type { Locale } from '../../../core/contract/accounts.ts';
import type { AskHints, ListHints } from '../../../core/contract/accountability-hints.ts';
import { HINT_KINDS } from '../../../core/contract/accountability-hints.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { areaCode, pageKeys, plainDate } from '../../../platform/http/shapes.ts';
import { exportKeys, sendTable } from '../../../platform/tables/index.ts';
import { COORDINATION_PERMISSIONS } from '../coordination.permissions.ts';
import { departmentCode } from '../coordination-shapes.ts';
import type { ExportHints } from './export-hints.ts';
import { hintsTable } from './export-hints.ts';
import { countHints, listHints } from './list-hints.ts';

const { route, raw } = routesFor(COORDINATION_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

const asked = { areaCode: areaCode(), departmentCode: departmentCode(), from: plainDate(), to: plainDate() };
const kind = () => Joi.string().valid(...HINT_KINDS);
const { cursor, limit } = pageKeys([]);
const listQuery = Joi.object<ListHints, true>({ kind: kind().required(), ...asked, cursor, limit });
const countsQuery = Joi.object<AskHints, true>(asked);
const exportQuery = Joi.object<ExportHints, true>({ kind: kind(), ...asked, ...exportKeys });

export const hintsRoutes: Route[] = [
  route(
    'get /accountability-hints',
    'accountabilityHints.list',
    { rate: 'read', query: listQuery, says: ['问责提示', 'Accountability hints'] },
    ({ query, ctx }) => listHints(query, ctx),
  ),
  route(
    'get /accountability-hints/counts',
    'accountabilityHints.list',
    { rate: 'read', query: countsQuery, says: ['问责提示的件数', 'How many hints there are'] },
    ({ query, ctx }) => countHints(query, ctx),
  ),
  raw(
    'get /accountability-hints/export',
    'accountabilityHints.export',
    { rate: 'export', query: exportQuery, says: ['导出问责提示', 'Export accountability hints'] },
    ({ query, ctx }, req, res) => sendTable(res, hintsTable(query, ctx, localeOf(req))),
  ),
];
