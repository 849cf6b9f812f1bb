import type { GroupMemberView, GroupView, MemberAction } from '@core/contract/group-claims.ts';
import { actOnGroup, actOnMember } from '@/api/groups.ts';
import { askedBack, askedBackFields } from '@/features/complaints/asked-back.ts';
import { reasonField, textOf, type ActSpec, type ActValues } from '@/ui/act/act-spec.ts';

/** What the desk can do with the group itself, beside what it can do with one member. */
export type GroupAct = MemberAction | 'revokeLink' | 'endComplainant' | 'nameComplainant';
export interface ChosenAct {
  act: GroupAct;
  member?: GroupMemberView;
}

const byReason = (act: GroupAct, says: string, danger = false): ActSpec => ({
  titleKey: `groups.act.${act}`,
  consequenceKey: `groups.says.${says}`,
  danger,
  fields: [reasonField],
});

/** Every act with its dialog: what it asks, and what follows in one sentence. */
export const GROUP_ACTS: Record<GroupAct, ActSpec> = {
  represent: byReason('represent', 'represent'),
  endRepresenting: byReason('endRepresenting', 'endRepresenting'),
  nameComplainant: byReason('nameComplainant', 'represent'),
  endComplainant: byReason('endComplainant', 'endRepresenting'),
  askLeaving: byReason('askLeaving', 'askLeaving', true),
  doubtLeaving: byReason('doubtLeaving', 'doubtLeaving'),
  revokeLink: byReason('revokeLink', 'revokeLink', true),
  confirmLeaving: {
    titleKey: 'groups.act.confirmLeaving',
    consequenceKey: 'groups.says.confirmLeaving',
    danger: true,
    fields: askedBackFields,
  },
};

/** Sends what the dialog asked; the group as it stands afterwards comes back. */
export function sendGroupAct(
  group: GroupView,
  { act, member }: ChosenAct,
  values: ActValues,
): Promise<GroupView> {
  const reason = textOf(values, 'reason');
  if (act === 'revokeLink') return actOnGroup(group, 'revoke-link', { reason });
  if (act === 'endComplainant' || act === 'nameComplainant')
    return actOnGroup(group, 'representatives', { represents: act === 'nameComplainant', reason });
  if (!member) throw new Error('no member chosen');
  if (act === 'represent' || act === 'endRepresenting')
    return actOnGroup(group, 'representatives', {
      memberId: member.id,
      represents: act === 'represent',
      reason,
    });
  if (act === 'askLeaving') return actOnMember(member, 'ask-leaving', { reason });
  if (act === 'doubtLeaving') return actOnMember(member, 'doubt-leaving', { reason });
  return actOnMember(member, 'confirm-leaving', askedBack(values));
}
