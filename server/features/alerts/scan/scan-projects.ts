import { payMonthOf } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { findTouched, forgetTouches } from '../../../platform/touched-projects.ts';
import type { Touch } from '../../../platform/touched-projects.ts';
import { projectIdsAfter } from '../../projects/index.ts';
import { areasOfCards, findCards, findDueCards, makeAllDue, makeAreasDue } from '../alert-card.model.ts';
import { openGathering } from '../facts/index.ts';
import { compareDay } from './compare-day.ts';
import { lookAtProjects } from './look-at-projects.ts';
import type { Look, LookCounts } from './look-at-projects.ts';
import type { SettingsOf } from './look-settings.ts';
import { settingsOn } from './look-settings.ts';
import type { ScanState } from './scan-state.model.ts';
import { findScanState, writeScanState } from './scan-state.model.ts';

/** So many projects make one transaction; others get their turn between two. */
const BATCH = 100;
/** Read at once of what was touched: one project may stand there a hundred times. */
const TOUCHES = 5_000;

export interface ScanOptions {
  signal: AbortSignal;
  /** For laying a past that nobody watched. */
  asOf?: boolean;
}

/**
 * The nightly look. It takes the projects something was changed on, those whose day has come, all of them when the month
 * turns, and those of areas where a number or the calendar changed; on the first night every project there is. What was
 * looked at is off the list, so a look that was killed goes on where it was and a second one finds nothing to do. A day
 * before the newest look is reckoned again from what was known then, compared with what was raised, and changes nothing.
 */
export async function scanProjects(
  ctx: Ctx,
  { signal, asOf = false }: ScanOptions,
): Promise<Record<string, number>> {
  const state = await findScanState();
  if (state !== null && ctx.today < state.lastDay) return compareDay(ctx, signal);
  const settingsOf = await settingsOn(ctx.today);
  const look: Look = { settingsOf, gather: await openGathering(ctx.today), asOf };
  const counts: LookCounts = { projects: 0, raised: 0, cured: 0, kept: 0 };
  // A laid past hides what came later from the look before, without a touch that would tell of it.
  if (asOf || (state !== null && payMonthOf(state.lastDay) < payMonthOf(ctx.today)))
    await makeAllDue(ctx.today);
  if (state !== null) await makeAreasDue(await areasChanged(state, settingsOf), ctx.today);
  await lookAtDue(look, counts, ctx, signal);
  if (state === null) await lookAtNew(look, counts, ctx, signal);
  if (!signal.aborted) await writeScanState({ lastDay: ctx.today, settings: await areaHashes(settingsOf) });
  return { ...counts };
}

function add(counts: LookCounts, more: LookCounts): void {
  for (const key of ['projects', 'raised', 'cured', 'kept'] as const) counts[key] += more[key];
}

/** Every project without a card, by its id. */
async function lookAtNew(look: Look, counts: LookCounts, ctx: Ctx, signal: AbortSignal): Promise<void> {
  let after: string | undefined;
  while (!signal.aborted) {
    const ids = await projectIdsAfter(after, BATCH);
    if (ids.length === 0) return;
    const known = await findCards(ids);
    const unknown = ids.filter((id) => !known.has(id));
    if (unknown.length > 0) add(counts, await lookAtProjects(unknown, [], look, ctx));
    after = ids.at(-1);
  }
}

/** What was touched and what has come due, until neither is left. */
async function lookAtDue(look: Look, counts: LookCounts, ctx: Ctx, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const touched = await findTouched(TOUCHES);
    await answerAll(touched, ctx);
    const due = await findDueCards(ctx.today, BATCH);
    const sites = touched.flatMap(({ projectId }) => projectId ?? []);
    const ids = [...new Set([...sites, ...due])].slice(0, BATCH);
    if (ids.length === 0) return;
    const chosen = new Set(ids);
    const answered = touched.filter(({ projectId }) => projectId !== null && chosen.has(projectId));
    add(
      counts,
      await lookAtProjects(
        ids,
        answered.map(({ id }) => id),
        look,
        ctx,
      ),
    );
  }
}

/** What may have changed on any project makes all of them due, in one transaction with taking the note away. */
async function answerAll(touched: readonly Touch[], ctx: Ctx): Promise<void> {
  const ofAll = touched.filter(({ projectId }) => projectId === null);
  if (ofAll.length === 0) return;
  await inTransaction(async () => {
    await makeAllDue(ctx.today);
    await forgetTouches(ofAll.map(({ id }) => id));
  });
}

/** Areas whose numbers, levels, ladder or calendar are not those of the last look. */
async function areasChanged(state: ScanState, settingsOf: SettingsOf): Promise<string[]> {
  const hashes = await areaHashes(settingsOf);
  return Object.keys(hashes).filter((area) => hashes[area] !== state.settings[area]);
}

async function areaHashes(settingsOf: SettingsOf): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const areaCode of await areasOfCards()) hashes[areaCode] = (await settingsOf(areaCode)).hash;
  return hashes;
}
