import type { SafeguardsView } from '../../core/contract/safeguards.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { addBoardPhoto } from './add-board-photo.ts';
import { getSafeguards } from './get-safeguards.ts';
import { printBoard } from './print-board.ts';
import { publicBoard } from './public-board.ts';
import { putAccount } from './put-account.ts';
import { putBond } from './put-bond.ts';
import { putContract } from './put-contract.ts';
import { putPermit } from './put-permit.ts';
import { putLabourOfficer, putProjectDepartment } from './put-site-people.ts';
import { SAFEGUARDS_PERMISSIONS } from './safeguards.permissions.ts';
import * as shape from './safeguards.schemas.ts';

const { route, raw } = routesFor(SAFEGUARDS_PERMISSIONS);
/** What was written, as the writer sees it now. */
async function shown(projectId: string, ctx: Ctx, written: Promise<number>): Promise<SafeguardsView> {
  await written;
  return getSafeguards(projectId, ctx);
}
const part = { rate: 'write', params: idParams, versioned: true } as const;

export const safeguardsRoutes: Route[] = [
  route(
    'get /projects/:id/safeguards',
    'safeguards.read',
    { rate: 'read', params: idParams, says: ['项目工资保障制度与七项检查清单', 'Safeguards and checklist'] },
    ({ params, ctx }) => getSafeguards(params.id, ctx),
  ),
  route(
    'put /projects/:id/safeguards/contract',
    'safeguards.write',
    { ...part, body: shape.contractBody, says: ['登记施工合同约定', 'The works contract'] },
    ({ params, body, version, ctx }) => shown(params.id, ctx, putContract(params.id, version, body, ctx)),
  ),
  route(
    'put /projects/:id/safeguards/permit',
    'safeguards.write',
    { ...part, body: shape.permitBody, says: ['登记施工许可证', 'The construction permit'] },
    ({ params, body, version, ctx }) => shown(params.id, ctx, putPermit(params.id, version, body, ctx)),
  ),
  route(
    'put /projects/:id/safeguards/account',
    'safeguards.write',
    { ...part, body: shape.accountBody, says: ['登记农民工工资专用账户', 'The wage account'] },
    ({ params, body, version, ctx }) => shown(params.id, ctx, putAccount(params.id, version, body, ctx)),
  ),
  route(
    'put /projects/:id/safeguards/bond',
    'safeguards.write',
    { ...part, body: shape.bondBody, says: ['登记工资保证金或保函', 'The wage bond or guarantee'] },
    ({ params, body, version, ctx }) => shown(params.id, ctx, putBond(params.id, version, body, ctx)),
  ),
  route(
    'put /projects/:id/safeguards/labourOfficer',
    'safeguards.write',
    { ...part, body: shape.labourOfficerBody, says: ['登记劳资专管员', 'The labour officer'] },
    ({ params, body, version, ctx }) =>
      shown(params.id, ctx, putLabourOfficer(params.id, version, body, ctx)),
  ),
  route(
    'put /projects/:id/safeguards/projectDepartment',
    'safeguards.write',
    { ...part, body: shape.projectDepartmentBody, says: ['登记项目部', 'The project department'] },
    ({ params, body, version, ctx }) =>
      shown(params.id, ctx, putProjectDepartment(params.id, version, body, ctx)),
  ),
  route(
    'post /projects/:id/safeguards/board-photos',
    'safeguards.write',
    {
      rate: 'write',
      params: idParams,
      body: shape.boardPhotoBody,
      status: 201,
      idempotent: true,
      says: ['上传告示牌现场照片', 'A photo of the rights board on site'],
    },
    ({ params, body, ctx }) => shown(params.id, ctx, addBoardPhoto(params.id, body, ctx)),
  ),
  raw(
    'get /projects/:id/safeguards/board.pdf',
    'safeguards.board',
    {
      rate: 'export',
      params: idParams,
      says: ['维权信息告示牌（A3 PDF）', 'The rights board as an A3 PDF'],
    },
    async ({ params, ctx }, _req, res) => {
      const { pdf, code } = await printBoard(params.id, ctx);
      res
        .set('cache-control', 'private, no-store')
        .set('content-disposition', `inline; filename="rights-board-${code}.pdf"`)
        .type('application/pdf')
        .send(pdf);
    },
  ),
  route(
    'get /public/boards/:code',
    'safeguards.publicBoard',
    {
      rate: 'read',
      params: shape.boardParams,
      query: shape.boardCheckQuery,
      says: ['扫告示牌二维码看到的信息', 'What the signed QR of a board tells'],
    },
    ({ params, query, ctx }) => publicBoard(params.code, query.s, ctx),
  ),
];
