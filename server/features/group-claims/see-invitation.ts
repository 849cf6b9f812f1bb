import type { GroupInvitation } from '../../core/contract/group-claims.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/app-error.ts';
import type { ComplaintRecord, GroupRecord } from '../complaints/index.ts';
import { findComplaint, findGroupByToken, officeName } from '../complaints/index.ts';

/** Does the link still let people in? It ends with its day, and with the complaint. */
export const isLinkOpen = (complaint: ComplaintRecord, { linkEndsOn }: GroupRecord, ctx: Ctx): boolean =>
  complaint.open && (linkEndsOn === undefined || ctx.today <= linkEndsOn);

/** The complaint behind a link; one that was ended and one that never was are alike. */
export async function behindLink(token: string): Promise<{ complaint: ComplaintRecord; group: GroupRecord }> {
  const group = await findGroupByToken(token);
  const complaint = group === null ? null : await findComplaint(group._id, {});
  if (group === null || complaint === null) throw new AppError('notFound');
  return { complaint, group };
}

/** What somebody who holds the link may know before he says who he is: where and when, and of nobody in it. */
export async function seeInvitation(token: string, ctx: Ctx): Promise<GroupInvitation> {
  const { complaint, group } = await behindLink(token);
  const { employerName, projectName, site, payMonths, receivedOn } = complaint;
  return {
    isOpen: isLinkOpen(complaint, group, ctx),
    officeName: await officeName(complaint.officeCode, ctx),
    ...(employerName === undefined ? {} : { employerName }),
    ...(projectName === undefined ? {} : { projectName }),
    ...(site === undefined ? {} : { site }),
    payMonths,
    receivedOn,
  };
}
