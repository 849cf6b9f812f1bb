import { appendEvents } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { tellMerged } from '../../../platform/merge-listeners.ts';
import { touchProjects } from '../../../platform/touched-projects.ts';
import { findProjectRef } from '../../projects/index.ts';
import { AlertCards } from '../alert-card.model.ts';
import { changeAlerts, findStanding } from '../alert.model.ts';
import type { AlertRecord } from '../alert.record.ts';
import { endedByMerge, movedTo } from './raise-and-follow.ts';

/**
 * Projects that were merged into others are looked at there from now on. What stood on them stands there, however old its
 * month is: what was asked or ordered keeps its day, what was dismissed is not raised anew, and the first look there tells
 * whether it is still so. Of two that say the same one ends. Answers how many ended; in the transaction of the merge.
 */
export async function letGo(projectIds: readonly string[], ctx: Ctx): Promise<number> {
  if (projectIds.length === 0) return 0;
  const standing = await findStanding(projectIds);
  let ended = 0;
  for (const fromId of new Set(standing.map(({ projectId }) => projectId)))
    ended += await handOver(
      fromId,
      standing.filter(({ projectId }) => projectId === fromId),
      ctx,
    );
  await AlertCards.deleteMany({ _id: { $in: [...projectIds] } });
  return ended;
}

/**
 * The same in the transaction of a look that found them gone. What was under way when they were merged, a look or a payroll
 * being filed, came to lie with them after everything had been moved: whatever is still theirs follows now.
 */
export async function letGoLate(projectIds: readonly string[], ctx: Ctx): Promise<number> {
  const ended = await letGo(projectIds, ctx);
  for (const fromId of projectIds) {
    const into = await findProjectRef(fromId);
    if (into !== null && into.id !== fromId) await tellMerged('project', fromId, into.id, ctx);
  }
  return ended;
}

async function handOver(fromId: string, alerts: readonly AlertRecord[], ctx: Ctx): Promise<number> {
  const found = await findProjectRef(fromId);
  const into = found === null || found.id === fromId ? undefined : found;
  const theirs = new Map(
    (into === undefined ? [] : await findStanding([into.id])).map((one) => [keyOf(one), one]),
  );
  const [over, moved]: [AlertRecord[], AlertRecord[]] = [[], []];
  for (const alert of alerts) {
    const same = theirs.get(keyOf(alert));
    const goesOn = into !== undefined && (same === undefined || isFurther(alert, same));
    (goesOn ? moved : over).push(alert);
    if (goesOn && same !== undefined) over.push(same);
  }
  // First what ends: of one thing on one project one alert stands.
  const changes = [
    ...over.map((alert) => endedByMerge(alert, into?.code, ctx)),
    ...(into === undefined ? [] : moved.map((alert) => movedTo(into, alert, ctx, theirs.has(keyOf(alert))))),
  ];
  await changeAlerts(changes.map(({ change }) => change));
  await appendEvents(
    changes.flatMap(({ event }) => event ?? []),
    ctx,
  );
  if (into !== undefined && moved.length > 0) await touchProjects([into.id]);
  return over.length;
}

const keyOf = ({ rule, about }: AlertRecord): string => `${rule}\n${about}`;

/** Has more been done about this one, or was the other dismissed? Then that one would leave something open forgotten. */
const isFurther = (alert: AlertRecord, other: AlertRecord): boolean =>
  alert.open === true && (other.open !== true || begun(alert) > begun(other));

/** Asked or ordered, with a day to keep; taken up by somebody; neither. */
function begun({ asked, state }: AlertRecord): number {
  if (asked !== undefined) return 2;
  return state === 'raised' ? 0 : 1;
}
