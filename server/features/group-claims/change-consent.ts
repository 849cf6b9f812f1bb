import type { ChangeConsent, MyMembership } from '../../core/contract/group-claims.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeMember, recordComplaintEvent, tellOffices } from '../complaints/index.ts';
import { requireOpen } from './group-of.ts';
import { membershipView } from './membership-view.ts';
import { ownPlace } from './own-memberships.ts';

/** Whether the representative speaks for him and sees his name is a member's own to say, and to say otherwise later. */
export async function changeConsent(id: string, input: ChangeConsent, ctx: Ctx): Promise<MyMembership> {
  return inTransaction(async () => {
    const { member, complaint } = await ownPlace(id, ctx);
    requireOpen(complaint);
    if (member.state === 'left') throw new AppError('conflict', { state: member.state });
    const { consents, shownToRepresentative } = input;
    if (member.consents === consents && member.shownToRepresentative === shownToRepresentative)
      return membershipView(member, complaint, ctx);
    const changed = await changeMember(member, { consents, shownToRepresentative });
    if (changed === null) throw new AppError('staleVersion');
    await recordComplaintEvent(complaint, 'changeConsent', { memberId: id, consents }, ctx);
    tellOffices(complaint);
    return membershipView(changed, complaint, ctx);
  });
}
