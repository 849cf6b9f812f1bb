import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { changeConsent } from './change-consent.ts';
import { changeRepresentative, revokeLinkAtDesk } from './change-representative.ts';
import { GROUP_CLAIMS_PERMISSIONS } from './group-claims.permissions.ts';
import * as shape from './group-claims.schemas.ts';
import { getGroup } from './group-view.ts';
import { listGroupsOfCase } from './groups-of-case.ts';
import { joinGroup } from './join-group.ts';
import { askLeavingAtDesk, askOwnLeaving, confirmLeaving, doubtLeaving, stayInGroup } from './leave-group.ts';
import { getMyGroup, makeLink, revokeOwnLink } from './my-group.ts';
import { getMembership, listMemberships } from './own-memberships.ts';
import { seeInvitation } from './see-invitation.ts';

const { route } = routesFor(GROUP_CLAIMS_PERMISSIONS);

/** Anybody who holds the link, then a worker with his own phone. */
const send = { rate: 'submit', idempotent: true } as const;
const joining: Route[] = [
  route(
    'get /public/groups/:token',
    'groups.look',
    { rate: 'signIn', params: shape.tokenParams, says: ['集体投诉的邀请链接', 'Link to a group complaint'] },
    ({ params, ctx }) => seeInvitation(params.token, ctx),
  ),
  route(
    'post /my/memberships',
    'groups.own',
    { ...send, body: shape.joinBody, status: 201, says: ['加入集体投诉', 'Join a group complaint'] },
    ({ body, ctx }) => joinGroup(body, ctx),
  ),
  route(
    'get /my/memberships',
    'groups.own',
    { rate: 'read', says: ['我加入的集体投诉', 'Group complaints I joined'] },
    ({ ctx }) => listMemberships(ctx),
  ),
  route(
    'get /my/memberships/:id',
    'groups.own',
    { rate: 'read', params: idParams, says: ['我在集体投诉中的一份', 'My place in a group complaint'] },
    ({ params, ctx }) => getMembership(params.id, ctx),
  ),
  route(
    'post /my/memberships/:id/consent',
    'groups.own',
    { ...send, params: idParams, body: shape.consentBody, says: ['是否由代表人代表', 'Who speaks for me'] },
    ({ params, body, ctx }) => changeConsent(params.id, body, ctx),
  ),
  route(
    'post /my/memberships/:id/leave',
    'groups.own',
    { ...send, params: idParams, body: shape.leaveBody, says: ['申请退出集体投诉', 'Ask to leave'] },
    ({ params, body, ctx }) => askOwnLeaving(params.id, body, ctx),
  ),
  route(
    'post /my/memberships/:id/stay',
    'groups.own',
    { ...send, params: idParams, body: shape.emptyBody, says: ['不退出了', 'Stay after all'] },
    ({ params, ctx }) => stayInGroup(params.id, ctx),
  ),
];

const ofReceipt = { params: shape.receiptParams } as const;
const representing: Route[] = [
  route(
    'get /my/groups/:receiptNumber',
    'groups.own',
    { rate: 'read', ...ofReceipt, says: ['代表人查看集体投诉', 'The group, for its representative'] },
    ({ params, ctx }) => getMyGroup(params.receiptNumber, ctx),
  ),
  route(
    'post /my/groups/:receiptNumber/link',
    'groups.own',
    {
      ...send,
      ...ofReceipt,
      body: shape.emptyBody,
      status: 201,
      says: ['生成邀请链接', 'Make a link to join'],
    },
    ({ params, ctx }) => makeLink(params.receiptNumber, ctx),
  ),
  route(
    'post /my/groups/:receiptNumber/revoke-link',
    'groups.own',
    { ...send, ...ofReceipt, body: shape.emptyBody, says: ['停用邀请链接', 'End the link'] },
    ({ params, ctx }) => revokeOwnLink(params.receiptNumber, ctx),
  ),
];

const edit = { rate: 'write', params: idParams, versioned: true } as const;
const office: Route[] = [
  route(
    'get /complaints/:id/group',
    'groups.read',
    { rate: 'read', params: idParams, says: ['集体投诉的成员', 'People of a group complaint'] },
    ({ params, ctx }) => getGroup(params.id, ctx),
  ),
  route(
    'get /cases/:id/groups',
    'groups.read',
    { rate: 'read', params: idParams, says: ['案件中的集体投诉', 'Group complaints of a case'] },
    ({ params, ctx }) => listGroupsOfCase(params.id, ctx),
  ),
  route(
    'post /complaints/:id/group/revoke-link',
    'groups.handle',
    { ...edit, body: shape.reasonBody, says: ['停用集体投诉的邀请链接', 'End the link of a group'] },
    ({ params, version, body, ctx }) => revokeLinkAtDesk({ complaintId: params.id, version }, body, ctx),
  ),
  route(
    'post /complaints/:id/group/representatives',
    'groups.handle',
    { ...edit, body: shape.representativeBody, says: ['增加或结束代表人', 'Name or end a representative'] },
    ({ params, version, body, ctx }) => changeRepresentative({ complaintId: params.id, version }, body, ctx),
  ),
  route(
    'post /members/:id/ask-leaving',
    'groups.handle',
    { ...edit, body: shape.reasonBody, says: ['代为登记退出要求', 'Write down a wish to leave'] },
    ({ params, version, body, ctx }) => askLeavingAtDesk({ id: params.id, version }, body, ctx),
  ),
  route(
    'post /members/:id/confirm-leaving',
    'groups.handle',
    { ...edit, body: shape.confirmLeavingBody, says: ['核实后同意退出', 'Confirm that a member leaves'] },
    ({ params, version, body, ctx }) => confirmLeaving({ id: params.id, version }, body, ctx),
  ),
  route(
    'post /members/:id/doubt-leaving',
    'groups.handle',
    { ...edit, body: shape.reasonBody, says: ['退出存疑，继续办理', 'Doubt that a member wants to leave'] },
    ({ params, version, body, ctx }) => doubtLeaving({ id: params.id, version }, body, ctx),
  ),
];

export const groupClaimsRoutes: Route[] = [...joining, ...representing, ...office];
