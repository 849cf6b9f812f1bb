import { isDeepStrictEqual } from 'node:util';
import { cellsOf } from '../../core/campaigns/double-zero.ts';
import { inTransaction } from '../../platform/db.ts';
import { mattersOf } from './campaign-cases.ts';
import type { CampaignRecord } from './campaign.model.ts';
import { findRunning, markCounted } from './campaign.model.ts';
import type { CampaignSum } from './campaign-sum.model.ts';
import { replaceSums } from './campaign-sum.model.ts';
import type { MatterRecord } from './matter.model.ts';
import { changeMatters, findMatters } from './matter.model.ts';

/** Counts the cases of every running campaign anew; only what changed is written. */
export async function rollUpCampaigns(
  { now }: { now: Date },
  signal?: AbortSignal,
): Promise<{ campaigns: number; changed: number }> {
  let [campaigns, changed] = [0, 0];
  for (const campaign of await findRunning()) {
    if (signal?.aborted === true) break;
    changed += await rollUpCampaign(campaign, now);
    campaigns += 1;
  }
  return { campaigns, changed };
}

export async function rollUpCampaign(campaign: CampaignRecord, now: Date): Promise<number> {
  const campaignId = String(campaign._id);
  const matters = await mattersOf(campaign);
  const before = new Map((await findMatters(campaignId)).map((one) => [one._id, one]));
  const changed = matters.filter((one) => !isDeepStrictEqual(before.get(one._id), one));
  const standing = new Set(matters.map(({ _id }) => _id));
  const gone = [...before.keys()].filter((id) => !standing.has(id));
  await inTransaction(async () => {
    if (changed.length + gone.length > 0) {
      await changeMatters(changed, gone);
      await replaceSums(campaignId, sumsOf(matters));
    }
    await markCounted(campaign, now);
  });
  return changed.length + gone.length;
}

function sumsOf(matters: readonly MatterRecord[]): CampaignSum[] {
  const towns = new Map<string, MatterRecord[]>();
  for (const matter of matters) {
    const own = towns.get(matter.areaCode) ?? [];
    own.push(matter);
    towns.set(matter.areaCode, own);
  }
  return [...towns].map(([areaCode, own]) => ({ areaCode, cells: cellsOf(own) }));
}
