import type { ProjectFacts } from '../../core/alerts/facts.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { cardIdsWithin } from './alert-card.model.ts';
import { cardsWithin } from './alert-reach.ts';
import { findKnown } from './fact-snapshot.model.ts';
import type { KnownThen } from './fact-snapshot.model.ts';

/** More sites than a large county has: whoever asks about more asks part by part. */
const MOST = 1_000;

/** What is known today of every project of an area as far as the reader may see them. */
export async function knownInArea(areaCode: string, ctx: Ctx): Promise<KnownThen[]> {
  return knownWithin({ $and: [await cardsWithin(ctx), inArea(areaCode)] }, ctx.today);
}

/** The same of all of them, for somebody who decides for the whole area without keeping its cases, as an administrator. */
export const knownOfWholeArea = (areaCode: string, today: PlainDate): Promise<KnownThen[]> =>
  knownWithin(inArea(areaCode), today);

async function knownWithin(limits: Record<string, unknown>, today: PlainDate): Promise<KnownThen[]> {
  const ids = await cardIdsWithin(limits, MOST + 1);
  if (ids.length > MOST)
    throw wrongField(
      'areaCode',
      `该地区项目超过 ${MOST} 个，请选择下级地区`,
      `More than ${MOST} projects here: choose a part of the area`,
    );
  return knownOf(ids, today);
}

async function knownOf(ids: readonly string[], today: PlainDate): Promise<KnownThen[]> {
  const found: KnownThen[] = [];
  for (let at = 0; at < ids.length; at += BATCH) {
    const batch = await Promise.all(ids.slice(at, at + BATCH).map((id) => findKnown(id, today)));
    found.push(...batch.filter((one) => one !== null));
  }
  return found;
}
const BATCH = 50;

/** By name, for the reader's eye. */
export const byName = (a: { facts: ProjectFacts }, b: { facts: ProjectFacts }): number =>
  a.facts.project.name.localeCompare(b.facts.project.name, 'zh-CN');
