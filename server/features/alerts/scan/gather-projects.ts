import { createHash } from 'node:crypto';
import { factsAsOf } from '../../../core/alerts/facts-as-of.ts';
import type { ProjectFacts } from '../../../core/alerts/facts.ts';
import type { PayMonth } from '../../../core/kit/plain-date.ts';
import { payMonthOf } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import { findSeen } from '../alert-card.model.ts';
import type { SeenCard } from '../alert-card.model.ts';
import { oldestMonthsStanding } from '../alert.model.ts';
import { findFacts, keepSettings } from '../fact-snapshot.model.ts';
import type { Gathering, Renewing } from '../facts/index.ts';
import { firstMonthOf } from '../facts/index.ts';
import type { AreaSettings, SettingsOf } from './look-settings.ts';

/** How one look goes. */
export interface Look {
  settingsOf: SettingsOf;
  gather: Gathering;
  renew: Renewing;
  /** For laying a past that nobody watched: what is dated after the day is not looked at. */
  asOf?: boolean;
  /** Where there are cards: grows with the first one of an area. */
  areas: Set<string>;
}

export interface Looked {
  facts: ProjectFacts;
  /** The facts as they are hashed and kept; absent where they are kept already. */
  json?: string;
  settings: AreaSettings;
  factsHash: string;
  /** Of earlier months nobody looked. */
  oldestMonth: PayMonth;
}

/** What is known of some projects, before anything is written about them. */
export interface Gathered {
  projectIds: readonly string[];
  looked: readonly Looked[];
}

/** Projects to look at. */
export interface Asked {
  ids: readonly string[];
  /** Those among them on which nobody changed anything since their last look: only their day has come. */
  untouched: readonly string[];
}

/** What is known of these projects, read in no transaction: what changes meanwhile leaves a touch. */
export async function gatherProjects({ ids, untouched }: Asked, look: Look, ctx: Ctx): Promise<Gathered> {
  const { settingsOf, gather, renew, asOf = false } = look;
  const [since, cards] = await Promise.all([
    oldestMonthsStanding(ids),
    asOf || untouched.length === 0 ? [] : findSeen(untouched),
  ]);
  const firstMonth = (id: string): PayMonth => firstMonthOf(id, ctx.today, since);
  const looked = await factsThatHold(cards, { settingsOf, renew, firstMonth }, ctx);
  const held = new Set(looked.map(({ facts }) => facts.project.id));
  const others = ids.filter((id) => !held.has(id));
  for (const known of others.length === 0 ? [] : await gather(others, since)) {
    const facts = asOf ? factsAsOf(known, ctx.today) : known;
    const { id, areaCode } = facts.project;
    looked.push({ ...hashed(facts), settings: await settingsOf(areaCode), oldestMonth: firstMonth(id) });
  }
  // What a card was judged by is kept since then.
  const kept = new Set(cards.map(({ settingsHash }) => settingsHash));
  for (const settings of new Set(looked.map((one) => one.settings)))
    if (!kept.has(settings.hash)) await keepSettings(settings.hash, settings);
  return { projectIds: ids, looked };
}

function hashed(facts: ProjectFacts): Pick<Looked, 'facts' | 'json' | 'factsHash'> {
  const json = JSON.stringify(facts);
  return { facts, json, factsHash: createHash('sha256').update(json).digest('hex').slice(0, 32) };
}

/**
 * The facts of the look before, of projects whose facts are the same today: within a month, where nothing of the project
 * was touched and its area goes by the same numbers, all but what its companies owe elsewhere. That is what a project whose
 * day has not come is left alone by, and one short read instead of all its records.
 */
async function factsThatHold(
  cards: readonly SeenCard[],
  {
    settingsOf,
    renew,
    firstMonth,
  }: Pick<Look, 'settingsOf' | 'renew'> & { firstMonth: (id: string) => PayMonth },
  { today }: Ctx,
): Promise<Looked[]> {
  const kept = [];
  for (const { _id, areaCode, day, factsHash, settingsHash, seen, isOutdated } of cards) {
    if (seen === undefined || isOutdated === true || payMonthOf(day) !== payMonthOf(today)) continue;
    const [settings, oldestMonth] = [await settingsOf(areaCode), firstMonth(_id)];
    if (settings.hash !== settingsHash || seen.from !== oldestMonth) continue;
    kept.push({ factsId: seen.factsId, factsHash, settings, oldestMonth });
  }
  const found = await findFacts(kept.map(({ factsId }) => factsId));
  return kept.flatMap(({ factsId, ...one }) => {
    const known = found.get(String(factsId));
    if (known?.hash !== one.factsHash) return [];
    const facts = renew(known.facts);
    return [{ ...one, facts, ...(facts === known.facts ? {} : hashed(facts)) }];
  });
}
