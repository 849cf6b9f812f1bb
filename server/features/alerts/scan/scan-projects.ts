import type { Ctx } from '../../../platform/context.ts';
import { findCompaniesTouched, findTouched } from '../../../platform/touched-projects.ts';
import { readParameters } from '../../parameters/index.ts';
import { projectIdsAfter } from '../../projects/index.ts';
import { findCards, findDueCards } from '../alert-card.model.ts';
import { openGathering } from '../facts/index.ts';
import { compareDay } from './compare-day.ts';
import { gatherProjects } from './gather-projects.ts';
import type { Gathered, Look } from './gather-projects.ts';
import { writeFound } from './look-at-projects.ts';
import type { LookCounts } from './look-at-projects.ts';
import { settingsOn } from './look-settings.ts';
import { answerWideTouches, markDue } from './mark-due.ts';
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
 * turns, those of areas where a number or the calendar changed, and the neighbours of new arrears; on the first night
 * every project there is. What was looked at is off the list, so a look that was killed goes on where it was and a second
 * one finds nothing to do. A day before the newest look is reckoned again from what was known then, compared with what was
 * raised, and changes nothing.
 */
export async function scanProjects(
  ctx: Ctx,
  { signal, asOf = false }: ScanOptions,
): Promise<Record<string, number>> {
  const state = await findScanState();
  const { lastDay } = state;
  if (lastDay !== undefined && ctx.today < lastDay) return compareDay(ctx, signal);
  const inForce = await readParameters();
  const settingsOf = settingsOn(ctx.today, inForce);
  const gather = await openGathering(ctx.today, inForce);
  const areas = new Set(await markDue({ state, settingsOf, late: gather.late, asOf }, ctx));
  const look: Look = { settingsOf, gather, renew: gather.renew, asOf, areas };
  const counts: LookCounts = { projects: 0, raised: 0, cured: 0, kept: 0 };
  await answerAllWide(ctx, signal);
  await lookAtDue(look, counts, ctx, signal);
  if (lastDay === undefined) await lookAtNew(look, counts, ctx, signal);
  if (!signal.aborted) await writeScanState({ lastDay: ctx.today });
  return { ...counts };
}

/** What was told of companies so far, before anything is read: answered later it would have their sites read twice. */
async function answerAllWide(ctx: Ctx, signal: AbortSignal): Promise<void> {
  let wide = await findCompaniesTouched(TOUCHES);
  while (wide.length > 0 && !signal.aborted) {
    await answerWideTouches(wide, ctx);
    wide = await findCompaniesTouched(TOUCHES);
  }
}

function add(counts: LookCounts, more: LookCounts): void {
  for (const key of ['projects', 'raised', 'cured', 'kept'] as const) counts[key] += more[key];
}

/** Every project without a card, by its id; the next ones are read while what was found of these is written. */
async function lookAtNew(look: Look, counts: LookCounts, ctx: Ctx, signal: AbortSignal): Promise<void> {
  const readAfter = async (after: string | undefined): Promise<Read | null> => {
    const ids = await projectIdsAfter(after, BATCH);
    if (ids.length === 0) return null;
    const known = await findCards(ids);
    const unknown = ids.filter((id) => !known.has(id));
    return { last: ids.at(-1), gathered: await gatherProjects({ ids: unknown, untouched: [] }, look, ctx) };
  };
  let next = readAfter(undefined);
  for (let read = await next; read !== null && !signal.aborted; read = await next) {
    next = readAfter(read.last);
    next.catch(() => undefined); // told when it is waited for, also where the writing fails first
    if (read.gathered.projectIds.length > 0) add(counts, await writeFound(read.gathered, [], look, ctx));
  }
  await next;
}

interface Read {
  last: string | undefined;
  gathered: Gathered;
}

/** What was touched and what has come due, until neither is left; read ahead like the first look. */
async function lookAtDue(look: Look, counts: LookCounts, ctx: Ctx, signal: AbortSignal): Promise<void> {
  let isLeft = true;
  while (isLeft && !signal.aborted) {
    isLeft = false;
    let next = readDue(new Set(), look, ctx);
    for (let read = await next; read !== null && !signal.aborted; read = await next) {
      isLeft = true;
      next = readDue(new Set(read.gathered.projectIds), look, ctx);
      next.catch(() => undefined); // as above
      add(counts, await writeFound(read.gathered, read.touchIds, look, ctx));
    }
    await next;
  }
}

/** The next batch without those that are being written; null when there is none. */
async function readDue(
  underWay: ReadonlySet<string>,
  look: Look,
  ctx: Ctx,
): Promise<{ gathered: Gathered; touchIds: string[] } | null> {
  const touched = await findTouched(TOUCHES);
  // What is noted on the card of a project that is being written would be written over: the next round answers it.
  if (underWay.size === 0) await answerWideTouches(touched, ctx);
  const due = await findDueCards(ctx.today, BATCH + underWay.size);
  const waiting = new Set([...touched.flatMap(({ projectId }) => projectId ?? []), ...due]);
  const ids = [...waiting].filter((id) => !underWay.has(id)).slice(0, BATCH);
  if (ids.length === 0) return null;
  const chosen = new Set(ids);
  const answered = touched.filter(({ projectId }) => projectId !== null && chosen.has(projectId));
  const known = new Set(touched.flatMap(({ projectId }) => projectId ?? []));
  // Of more touches than are read at once nobody knows whose the others are.
  const untouched = touched.length < TOUCHES ? ids.filter((id) => !known.has(id)) : [];
  return {
    gathered: await gatherProjects({ ids, untouched }, look, ctx),
    touchIds: answered.map(({ id }) => id),
  };
}
