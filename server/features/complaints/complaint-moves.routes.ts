import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { acceptComplaint } from './accept-complaint.ts';
import { requestSupplement } from './ask-supplement.ts';
import * as shape from './complaint-moves.schemas.ts';
import { COMPLAINTS_PERMISSIONS } from './complaints.permissions.ts';
import { editBody } from './complaints.schemas.ts';
import { editComplaint } from './edit-complaint.ts';
import { extendPetition } from './extend-petition.ts';
import { mergeComplaint } from './merge-complaint.ts';
import { approveRefusal, proposeRefusal, returnRefusal } from './refuse-complaint.ts';
import { supplementAtDesk } from './supplement-complaint.ts';
import {
  recallTransfer,
  returnTransfer,
  takeOverComplaint,
  transferComplaint,
} from './transfer-complaint.ts';
import { askWithdrawalAtDesk, confirmWithdrawal, doubtWithdrawal } from './withdraw-complaint.ts';

const { route } = routesFor(COMPLAINTS_PERMISSIONS);

const move = { rate: 'write', params: idParams, versioned: true } as const;
const at = ({ params, version }: { params: { id: string }; version: number }) => ({ id: params.id, version });

const acceptance: Route[] = [
  route(
    'patch /complaints/:id',
    'complaints.edit',
    { ...move, body: editBody, says: ['更正登记内容', 'Correct what was registered'] },
    (input) => editComplaint(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/request-supplement',
    'complaints.handle',
    { ...move, body: shape.requestSupplementBody, says: ['要求补正', 'Ask for a supplement'] },
    (input) => requestSupplement(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/supplement',
    'complaints.handle',
    { ...move, body: shape.supplementBody, says: ['代为登记补正', 'Write down a supplement'] },
    (input) => supplementAtDesk(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/accept',
    'complaints.handle',
    { ...move, body: shape.acceptBody, says: ['受理', 'Accept'] },
    (input) => acceptComplaint(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/propose-refusal',
    'complaints.handle',
    { ...move, body: shape.proposeRefusalBody, says: ['提出不予受理', 'Propose a refusal'] },
    (input) => proposeRefusal(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/approve-refusal',
    'complaints.decideRefusal',
    { ...move, body: shape.noteBody, says: ['批准不予受理', 'Approve a refusal'] },
    (input) => approveRefusal(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/return-refusal',
    'complaints.decideRefusal',
    { ...move, body: shape.reasonBody, says: ['退回不予受理的意见', 'Send a refusal back'] },
    (input) => returnRefusal(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/merge',
    'complaints.handle',
    { ...move, body: shape.mergeBody, says: ['并入另一件', 'Merge into another'] },
    (input) => mergeComplaint(at(input), input.body, input.ctx),
  ),
];

const transfer: Route[] = [
  route(
    'post /complaints/:id/transfer',
    'complaints.transfer',
    {
      ...move,
      body: shape.transferBody,
      says: ['移送其他地区或部门', 'Offer to another area or department'],
    },
    (input) => transferComplaint(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/recall-transfer',
    'complaints.transfer',
    { ...move, body: shape.reasonBody, says: ['撤回移送', 'Take an offer back'] },
    (input) => recallTransfer(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/take-over',
    'complaints.answerTransfer',
    { ...move, body: shape.noteBody, says: ['接收移送', 'Take over'] },
    (input) => takeOverComplaint(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/return-transfer',
    'complaints.answerTransfer',
    { ...move, body: shape.reasonBody, says: ['退回移送', 'Give back'] },
    (input) => returnTransfer(at(input), input.body, input.ctx),
  ),
];

const petition: Route[] = [
  route(
    'post /complaints/:id/extend-petition',
    'complaints.extendPetition',
    { ...move, body: shape.reasonBody, says: ['信访事项延长办理期限', 'Give a petition more time'] },
    (input) => extendPetition(at(input), input.body, input.ctx),
  ),
];

const withdrawal: Route[] = [
  route(
    'post /complaints/:id/ask-withdrawal',
    'complaints.handle',
    { ...move, body: shape.reasonBody, says: ['代为登记撤回要求', 'Write down a wish to withdraw'] },
    (input) => askWithdrawalAtDesk(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/confirm-withdrawal',
    'complaints.handle',
    { ...move, body: shape.confirmWithdrawalBody, says: ['核实后同意撤回', 'Confirm a withdrawal'] },
    (input) => confirmWithdrawal(at(input), input.body, input.ctx),
  ),
  route(
    'post /complaints/:id/doubt-withdrawal',
    'complaints.handle',
    { ...move, body: shape.reasonBody, says: ['撤回存疑，继续办理', 'Doubt a withdrawal and go on'] },
    (input) => doubtWithdrawal(at(input), input.body, input.ctx),
  ),
];

export const complaintMovesRoutes: Route[] = [...acceptance, ...petition, ...transfer, ...withdrawal];
