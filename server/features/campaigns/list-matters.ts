import type { ListMatters, MatterPart, MatterRow } from '../../core/contract/campaigns.ts';
import type { Page } from '../../core/contract/page.ts';
import { fen } from '../../core/kit/money.ts';
import { areaLimit, inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { getLife } from '../../platform/lives/index.ts';
import { CAMPAIGNS, campaignsWithin } from './campaign-kind.ts';
import type { MatterRecord } from './matter.model.ts';
import { Matters } from './matter.model.ts';

export const MATTER_SORTS = { filedOn: 'filedOn', owedFen: 'owedFen' } as const;

const PARTS: Readonly<Record<MatterPart, Record<string, unknown>>> = {
  atStart: { hasCome: false },
  came: { hasCome: true },
  cleared: { end: 'cleared' },
  otherwise: { end: 'otherwise' },
  left: { end: 'open' },
};

/** The cases behind a number of the board, in the reader's own area, as the board counted them. */
export async function listMatters(
  { id, ...query }: ListMatters & { id: string },
  ctx: Ctx,
): Promise<Page<MatterRow>> {
  await getLife(CAMPAIGNS, id, campaignsWithin(ctx));
  const { counter, part, areaCode, department } = query;
  const limits = {
    $and: [
      { campaignId: id },
      areaLimit(ctx),
      areaCode === undefined ? {} : inArea(areaCode),
      counter === undefined ? {} : { counter },
      department === undefined ? {} : { department },
      part === undefined ? {} : PARTS[part],
    ],
  };
  const sorts = MATTER_SORTS;
  const page = await keysetPage<MatterRecord>(Matters, { sorts, fallback: 'filedOn', limits, query });
  return { ...page, items: page.items.map(matterRow) };
}

const matterRow = ({ _id: _, campaignId: __, owedFen, seenFen, ...row }: MatterRecord): MatterRow => ({
  ...{ ...row, owedFen: fen(owedFen), seenFen: fen(seenFen) },
});
