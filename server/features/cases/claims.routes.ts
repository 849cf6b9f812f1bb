import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { exportQuery, sendTable } from '../../platform/tables/index.ts';
import { addClaims } from './add-claims.ts';
import { CASES_PERMISSIONS } from './cases.permissions.ts';
import { listClaimsQuery } from './cases.schemas.ts';
import * as shape from './claims.schemas.ts';
import { checkClaim } from './check-claim.ts';
import { editClaim } from './edit-claim.ts';
import { claimsTable } from './export-claims.ts';
import { listClaims } from './list-claims.ts';
import { recordPayments } from './record-payments.ts';
import { removeClaim } from './remove-claim.ts';
import { revokePayment } from './revoke-payment.ts';

const { route, raw } = routesFor(CASES_PERMISSIONS);
const edit = { rate: 'write', params: idParams, versioned: true } as const;

/** The arrears sheet of a case, row by row, and the money that came. */
export const claimsRoutes: Route[] = [
  route(
    'get /cases/:id/claims',
    'cases.readClaims',
    { rate: 'read', params: idParams, query: listClaimsQuery, says: ['欠薪明细表', 'The arrears sheet'] },
    ({ params, query, ctx }) => listClaims(params.id, query, ctx),
  ),
  raw(
    'get /cases/:id/claims/export',
    'cases.exportClaims',
    {
      rate: 'export',
      params: idParams,
      query: exportQuery,
      says: ['导出欠薪明细表', 'Export the arrears sheet'],
    },
    async ({ params, query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, await claimsTable(params.id, query.format, ctx, locale));
    },
  ),
  route(
    'post /cases/:id/claims',
    'cases.work',
    {
      ...edit,
      body: shape.addClaimsBody,
      idempotent: true,
      status: 201,
      says: ['添加人员到欠薪明细表', 'Add people to the arrears sheet'],
    },
    ({ params, version, body, ctx }) => addClaims(params.id, version, body, ctx),
  ),
  route(
    'patch /claims/:id',
    'cases.work',
    { ...edit, body: shape.editClaimBody, says: ['修改一个人的欠薪', 'Correct one person’s arrears'] },
    ({ params, version, body, ctx }) => editClaim(params.id, version, body, ctx),
  ),
  route(
    'post /claims/:id/check',
    'cases.work',
    { ...edit, body: shape.checkClaimBody, says: ['核对自己加入的人', 'Look at who joined by himself'] },
    ({ params, version, body, ctx }) => checkClaim(params.id, version, body, ctx),
  ),
  route(
    'post /claims/:id/remove',
    'cases.work',
    { ...edit, body: shape.removeClaimBody, says: ['移除录错的人', 'Remove a row entered by mistake'] },
    ({ params, version, body, ctx }) => removeClaim(params.id, version, body, ctx),
  ),
  route(
    'post /cases/:id/record-payment',
    'cases.work',
    { ...edit, body: shape.recordPaymentsBody, says: ['登记付款', 'Record payments'] },
    ({ params, version, body, ctx }) => recordPayments(params.id, version, body, ctx),
  ),
  route(
    'post /payments/:id/revoke',
    'cases.work',
    {
      ...edit,
      body: shape.removeClaimBody,
      says: ['撤销录错的付款', 'Take back a payment entered by mistake'],
    },
    ({ params, version, body, ctx }) => revokePayment(params.id, version, body, ctx),
  ),
];
