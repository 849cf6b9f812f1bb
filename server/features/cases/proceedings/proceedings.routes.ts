import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { CASES_PERMISSIONS } from '../cases.permissions.ts';
import { listProceedingKinds } from './list-proceeding-kinds.ts';
import { moveProceeding } from './move-proceeding.ts';
import { openProceeding } from './open-proceeding.ts';
import * as shape from './proceedings.schemas.ts';

const { route } = routesFor(CASES_PERMISSIONS);
const edit = { rate: 'write', versioned: true } as const;

export const proceedingsRoutes: Route[] = [
  route(
    'get /cases/:id/proceedings/kinds',
    'cases.proceed',
    { rate: 'read', params: idParams, says: ['可以启动的办理程序', 'What can be opened on a case'] },
    ({ params, ctx }) => listProceedingKinds(params.id, ctx),
  ),
  route(
    'post /cases/:id/proceedings',
    'cases.proceed',
    {
      ...edit,
      params: idParams,
      body: shape.openProceedingBody,
      idempotent: true,
      status: 201,
      says: ['启动办理程序', 'Open a proceeding'],
    },
    ({ params, version, body, ctx }) => openProceeding(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/proceedings/:proceedingId/:action',
    'cases.proceed',
    {
      ...edit,
      params: shape.stepParams,
      body: shape.moveProceedingBody,
      says: ['办理程序的一步', 'A step of a proceeding'],
    },
    ({ params: { id, proceedingId, action }, version, body, ctx }) =>
      moveProceeding({ caseId: id, proceedingId, action }, version, body, ctx),
  ),
];
