import type { FormalTalkView } from '../../../core/contract/coordination-office.ts';
import { dayOf } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import { moveLife } from '../../../platform/lives/index.ts';
import { decidersLimit } from '../coordination-reach.ts';
import { tellScreens } from '../tell.ts';
import { TALKS } from './talk-kind.ts';
import { talkView } from './talk-view.ts';

/** One step of a talk: held with its result, put off, called off, and whether what was promised was done. */
export async function moveTalk(
  asked: { id: string; action: string; version: number; given: unknown },
  ctx: Ctx,
): Promise<FormalTalkView> {
  const moved = await moveLife(TALKS, asked, decidersLimit(ctx), ctx, (record, { after }) => {
    const plannedOn = dayOf(after.facts, 'plannedOn') ?? record.plannedOn;
    return {
      set: plannedOn === undefined ? {} : { plannedOn },
      andAlso: ({ _id, areaCode }) => Promise.resolve(tellScreens(areaCode, String(_id))),
    };
  });
  return talkView(moved, ctx);
}
