import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { ARREARS_PERMISSIONS } from './arrears.permissions.ts';
import * as shape from './arrears.schemas.ts';
import {
  getCompanyArrears,
  listCompanyArrears,
  listCompanyLines,
  markOwnArrears,
} from './company-arrears.ts';
import { answerMyArrears, listMyArrears } from './my-arrears.ts';

const { route } = routesFor(ARREARS_PERMISSIONS);

/** What the two sides read and say themselves. */
export const ownArrearsRoutes: Route[] = [
  route('get /my/arrears', 'arrears.own', { rate: 'read', says: ['我的欠薪', 'What I am owed'] }, ({ ctx }) =>
    listMyArrears(ctx),
  ),
  route(
    'post /my/arrears/:lineId',
    'arrears.own',
    {
      rate: 'submit',
      params: shape.lineParams,
      versioned: true,
      body: shape.answerBody,
      says: ['核对我的一个月欠薪', 'Say whether a month is right'],
    },
    ({ params, version, body, ctx }) => answerMyArrears(params.lineId, version, body, ctx),
  ),
  route(
    'get /company/arrears',
    'arrears.company',
    {
      rate: 'read',
      query: shape.pageQuery,
      says: ['出示给本单位的测算书', 'Arrears sheets shown to the company'],
    },
    ({ query, ctx }) => listCompanyArrears(query, ctx),
  ),
  route(
    'get /company/arrears/:id',
    'arrears.company',
    { rate: 'read', params: idParams, says: ['一份出示的测算书', 'One arrears sheet shown to the company'] },
    ({ params, ctx }) => getCompanyArrears(params.id, ctx),
  ),
  route(
    'get /company/arrears/:id/lines',
    'arrears.company',
    {
      rate: 'read',
      params: idParams,
      query: shape.pageQuery,
      says: ['测算书逐行', 'Lines shown to the company'],
    },
    ({ params, query, ctx }) => listCompanyLines(params.id, query, ctx),
  ),
  route(
    'post /company/arrears/:id/mark',
    'arrears.company',
    {
      rate: 'write',
      params: idParams,
      versioned: true,
      body: shape.markBody,
      says: ['单位逐行答复', 'The company’s word on lines'],
    },
    ({ params, version, body, ctx }) => markOwnArrears(params.id, version, body, ctx),
  ),
];
