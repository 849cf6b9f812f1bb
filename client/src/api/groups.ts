import type { ConfirmWithdrawal } from '@core/contract/complaint-moves.ts';
import type {
  ChangeConsent,
  ChangeRepresentative,
  GroupInvitation,
  GroupView,
  JoinGroup,
  LeaveGroup,
  MyGroup,
  MyMembership,
  MyMembershipRow,
} from '@core/contract/group-claims.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

const placeAt = (id: string): string => `/my/memberships/${encodeURIComponent(id)}`;
const groupAt = (receipt: string): string => `/my/groups/${encodeURIComponent(receipt)}`;

export const seeInvitation = (token: string, signal?: AbortSignal): Promise<GroupInvitation> =>
  http.get(`/public/groups/${encodeURIComponent(token)}`, {}, signal);
export const joinGroup = (body: JoinGroup, idempotencyKey: string): Promise<MyMembership> =>
  http.post('/my/memberships', body, { idempotencyKey });

export const listMyMemberships = (signal?: AbortSignal): Promise<Page<MyMembershipRow>> =>
  http.get('/my/memberships', {}, signal);
export const getMyMembership = (id: string, signal?: AbortSignal): Promise<MyMembership> =>
  http.get(placeAt(id), {}, signal);
export const changeConsent = (
  id: string,
  body: ChangeConsent,
  idempotencyKey: string,
): Promise<MyMembership> => http.post(`${placeAt(id)}/consent`, body, { idempotencyKey });
export const leaveGroup = (id: string, body: LeaveGroup, idempotencyKey: string): Promise<MyMembership> =>
  http.post(`${placeAt(id)}/leave`, body, { idempotencyKey });
export const stayInGroup = (id: string, idempotencyKey: string): Promise<MyMembership> =>
  http.post(`${placeAt(id)}/stay`, {}, { idempotencyKey });

export const getMyGroup = (receipt: string, signal?: AbortSignal): Promise<MyGroup> =>
  http.get(groupAt(receipt), {}, signal);
export const makeGroupLink = (receipt: string, idempotencyKey: string): Promise<MyGroup> =>
  http.post(`${groupAt(receipt)}/link`, {}, { idempotencyKey });
export const revokeGroupLink = (receipt: string, idempotencyKey: string): Promise<MyGroup> =>
  http.post(`${groupAt(receipt)}/revoke-link`, {}, { idempotencyKey });

export const getGroup = (complaintId: string, signal?: AbortSignal): Promise<GroupView> =>
  http.get(`/complaints/${complaintId}/group`, {}, signal);
export const listGroupsOfCase = (caseId: string, signal?: AbortSignal): Promise<Page<GroupView>> =>
  http.get(`/cases/${caseId}/groups`, {}, signal);

/** What the desk does with a group or one of its members; the last part of the door is its name. */
export interface GroupActs {
  'revoke-link': { reason: string };
  representatives: ChangeRepresentative;
}
export const actOnGroup = <Act extends keyof GroupActs>(
  { complaintId, version }: Pick<GroupView, 'complaintId' | 'version'>,
  act: Act,
  body: GroupActs[Act],
): Promise<GroupView> => http.post(`/complaints/${complaintId}/group/${act}`, body, { version });
export interface MemberActs {
  'ask-leaving': { reason: string };
  'confirm-leaving': ConfirmWithdrawal;
  'doubt-leaving': { reason: string };
}
export const actOnMember = <Act extends keyof MemberActs>(
  { id, version }: { id: string; version: number },
  act: Act,
  body: MemberActs[Act],
): Promise<GroupView> => http.post(`/members/${id}/${act}`, body, { version });
