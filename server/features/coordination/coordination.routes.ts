import Joi from 'joi';
import type { CoordinationKind } from '../../core/contract/coordination.ts';
import { COORDINATION_KINDS } from '../../core/contract/coordination.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { COORDINATION_PERMISSIONS } from './coordination.permissions.ts';
import { hintsRoutes } from './hints/hints.routes.ts';
import { meetingsRoutes } from './meetings/meetings.routes.ts';
import { openForm } from './open-forms.ts';
import { ordersRoutes } from './orders/orders.routes.ts';
import { talksRoutes } from './talks/talks.routes.ts';
import { tasksRoutes } from './tasks/tasks.routes.ts';

const { route } = routesFor(COORDINATION_PERMISSIONS);
const kindParams = Joi.object<{ kind: CoordinationKind }, true>({
  kind: Joi.string()
    .valid(...COORDINATION_KINDS)
    .required(),
});

export const coordinationRoutes: Route[] = [
  route(
    'get /coordination/forms/:kind',
    'coordination.forms',
    { rate: 'read', params: kindParams, says: ['发起事项的表单', 'The form that opens a record'] },
    ({ params }) => Promise.resolve(openForm(params.kind)),
  ),
  ...tasksRoutes,
  ...ordersRoutes,
  ...talksRoutes,
  ...meetingsRoutes,
  ...hintsRoutes,
];
