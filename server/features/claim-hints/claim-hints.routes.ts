import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { CLAIM_HINTS_PERMISSIONS } from './claim-hints.permissions.ts';
import { getClaimHints } from './get-claim-hints.ts';

const { route } = routesFor(CLAIM_HINTS_PERMISSIONS);

export const claimHintsRoutes: Route[] = [
  route(
    'get /cases/:id/claim-hints',
    'claimHints.view',
    { rate: 'read', params: idParams, says: ['核实提示', 'What to look into before believing or doubting'] },
    ({ params, ctx }) => getClaimHints(params.id, ctx),
  ),
];
