import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { acceptComplaint } from './accept-complaint.ts';
import * as shape from './complaint-moves.schemas.ts';
import { COMPLAINTS_PERMISSIONS } from './complaints.permissions.ts';

const { route } = routesFor(COMPLAINTS_PERMISSIONS);

const move = { rate: 'write', params: idParams, versioned: true } as const;
const at = ({ params, version }: { params: { id: string }; version: number }) => ({ id: params.id, version });

export const complaintMovesRoutes: Route[] = [
  route(
    'post /complaints/:id/accept',
    'complaints.handle',
    { ...move, body: shape.acceptBody, says: ['受理', 'Accept'] },
    (input) => acceptComplaint(at(input), input.body, input.ctx),
  ),
];
