import type { FormalTalkView, OpenFormalTalk } from '../../../core/contract/coordination-office.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { openLife } from '../../../platform/lives/index.ts';
import { knownAbout } from '../about.ts';
import { sentBy } from '../coordination-reach.ts';
import { tellScreens } from '../tell.ts';
import { TALKS } from './talk-kind.ts';
import { talkView } from './talk-view.ts';

/** Calls somebody of a unit to account: on which ground, what happened, who comes, on which day. */
export async function openTalk(
  { given, about, ...input }: OpenFormalTalk,
  ctx: Ctx,
): Promise<FormalTalkView> {
  const from = sentBy(input.areaCode, ctx);
  if (from === undefined) throw new AppError('forbidden');
  const fresh = { ...input, ...(await knownAbout(about, ctx)), sentBy: from };
  const made = await openLife(TALKS, fresh, given, ctx, (_record, { after }) => ({
    set: { plannedOn: dayOf(after.facts, 'plannedOn') ?? ctx.today },
    andAlso: ({ _id, areaCode }) => Promise.resolve(tellScreens(areaCode, String(_id))),
  }));
  return talkView(made, ctx);
}
