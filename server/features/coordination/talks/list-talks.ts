import type {
  FormalTalkRow,
  FormalTalkView,
  ListFormalTalks,
} from '../../../core/contract/coordination-office.ts';
import type { Page } from '../../../core/contract/page.ts';
import { inArea } from '../../../platform/area-limit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { keysetPage } from '../../../platform/keyset-page.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { decidersLimit } from '../coordination-reach.ts';
import { TALKS } from './talk-kind.ts';
import type { TalkRecord } from './talk.model.ts';
import { FormalTalks } from './talk.model.ts';
import { talkRow, talkView } from './talk-view.ts';

export const TALK_SORTS = { plannedOn: 'plannedOn', openedOn: 'openedOn' } as const;

/** The talks of the leader's and the head's areas, the latest day first. */
export async function listTalks(query: ListFormalTalks, ctx: Ctx): Promise<Page<FormalTalkRow>> {
  const { areaCode, state, open } = query;
  const plain = Object.entries({ state, isOpen: open });
  const page = await keysetPage<TalkRecord>(FormalTalks, {
    sorts: TALK_SORTS,
    fallback: '-plannedOn',
    limits: {
      $and: [
        decidersLimit(ctx),
        ...(areaCode === undefined ? [] : [inArea(areaCode)]),
        Object.fromEntries(plain.filter(([, value]) => value !== undefined)),
      ],
    },
    query,
  });
  return { ...page, items: page.items.map(talkRow) };
}

/** One talk; that of another area is not there. */
export async function getTalk(id: string, ctx: Ctx): Promise<FormalTalkView> {
  return talkView(await getLife(TALKS, id, decidersLimit(ctx)), ctx);
}
