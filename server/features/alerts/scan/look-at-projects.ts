import mongoose from 'mongoose';
import { evaluate, evaluatePast } from '../../../core/alerts/evaluate.ts';
import type { Evaluation, RuleOutcome } from '../../../core/alerts/evaluation.ts';
import { followFindings } from '../../../core/alerts/follow-findings.ts';
import { isAboutDeleted } from '../../../core/alerts/team-months.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import { appendEvents, appendFirstEvents } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import { forgetTouches } from '../../../platform/touched-projects.ts';
import { findCards, writeCards } from '../alert-card.model.ts';
import type { CardRecord } from '../alert-card.model.ts';
import { changeAlerts, findStanding, insertAlerts } from '../alert.model.ts';
import type { AlertRecord } from '../alert.record.ts';
import { findSettings, writeSnapshots } from '../fact-snapshot.model.ts';
import type { NewSnapshot } from '../fact-snapshot.model.ts';
import { cardOf } from './card-of.ts';
import type { Gathered, Look, Looked } from './gather-projects.ts';
import { letGoLate } from './let-go.ts';
import { alertOf, changesOf } from './raise-and-follow.ts';
import { noteAreas } from './scan-state.model.ts';

export interface LookCounts {
  projects: number;
  raised: number;
  cured: number;
  kept: number;
}

/**
 * Writes what was found: alerts raised, kept and cured, their first and last events, cards, what was known, all in one
 * transaction with the touches it answers. Killed before its end it has done nothing.
 */
export async function writeFound(
  { projectIds, looked }: Gathered,
  touchIds: readonly string[],
  { areas, asOf = false }: Pick<Look, 'areas' | 'asOf'>,
  ctx: Ctx,
): Promise<LookCounts> {
  const fresh = looked.filter(({ facts }) => !areas.has(facts.project.areaCode));
  const known = new Set(looked.map(({ facts }) => facts.project.id));
  const gone = projectIds.filter((id) => !known.has(id));
  const counts = await inTransaction(async () => {
    const counts = await writeLook(looked, asOf, ctx);
    counts.cured += await letGoLate(gone, ctx);
    await noteAreas(
      Object.fromEntries(fresh.map(({ facts, settings }) => [facts.project.areaCode, settings.hash])),
    );
    await forgetTouches(touchIds);
    return counts;
  });
  for (const { facts } of fresh) areas.add(facts.project.areaCode);
  return counts;
}

async function writeLook(looked: readonly Looked[], asOf: boolean, ctx: Ctx): Promise<LookCounts> {
  const ids = looked.map(({ facts }) => facts.project.id);
  const before = await findCards(ids);
  const standing = byProject(await findStanding(ids));
  const cards: CardRecord[] = [];
  const news: NewSnapshot[] = [];
  const raised: AlertRecord[] = [];
  const changed: ReturnType<typeof changesOf> = [];
  const counts: LookCounts = { projects: looked.length, raised: 0, cured: 0, kept: 0 };
  for (const one of looked) {
    const { facts, settings } = one;
    const evaluation = evaluate(facts, settings.rules, ctx.today, settings.calendar);
    const own = standing.get(facts.project.id) ?? [];
    const card = before.get(facts.project.id);
    const byNumbersBefore = await sayBefore(one, evaluation, own, card);
    const found = followFindings(own.map(standingOf), evaluation.outcomes, {
      ...one,
      isAboutDeleted: isAboutDeleted(facts),
      ...(byNumbersBefore === undefined ? {} : { byNumbersBefore }),
    });
    for (const each of found.raise) raised.push(alertOf(each, facts, settings.rules, ctx));
    changed.push(...changesOf(found, own, settings.rules, ctx, facts));
    counts.raised += found.raise.length;
    counts.cured += found.cure.length + found.drop.length + found.retune.length + found.lapse.length;
    counts.kept += found.keep.length;
    const snapshot = newlyKnown(one, card, ctx.today);
    if (snapshot !== undefined) news.push(snapshot);
    const left = cardOf({ ...one, factsId: snapshot?.id ?? card?.seen?.factsId }, evaluation, card);
    // What was left out for a day that is laid comes in with the next look.
    cards.push(asOf ? { ...left, isOutdated: true } : left);
  }
  await writeSnapshots(news);
  await insertAlerts(raised);
  await changeAlerts(changed.map(({ change }) => change));
  await appendFirstEvents(raised.map(eventOf), ctx);
  await appendEvents(
    changed.flatMap(({ event }) => event ?? []),
    ctx,
  );
  await writeCards(cards);
  return counts;
}

/** What the rules say of these facts by the area's numbers of the last look, where those were others and anything stands. */
async function sayBefore(
  { facts, settings }: Looked,
  { day }: Evaluation,
  standing: readonly AlertRecord[],
  card: CardRecord | undefined,
): Promise<RuleOutcome[] | undefined> {
  if (standing.length === 0 || card === undefined || card.settingsHash === settings.hash) return undefined;
  const before = await findSettings(card.settingsHash);
  return before === null ? undefined : evaluatePast(facts, before.rules, day, settings.calendar).outcomes;
}

const standingOf = ({ _id, rule, about, state, month }: AlertRecord) => ({
  ...{ id: String(_id), rule, about, state },
  ...(month === undefined ? {} : { month }),
});

function byProject(alerts: readonly AlertRecord[]): Map<string, AlertRecord[]> {
  const grouped = new Map<string, AlertRecord[]>();
  for (const alert of alerts) {
    const own = grouped.get(alert.projectId);
    if (own === undefined) grouped.set(alert.projectId, [alert]);
    else own.push(alert);
  }
  return grouped;
}

/** What was not known like this before, or is judged by other numbers now. */
function newlyKnown(
  { facts, json, factsHash, settings }: Looked,
  card: CardRecord | undefined,
  day: PlainDate,
): NewSnapshot | undefined {
  if (card?.factsHash === factsHash && card.settingsHash === settings.hash) return undefined;
  return {
    ...{ id: new mongoose.Types.ObjectId(), projectId: facts.project.id, day },
    ...{ hash: factsHash, settingsHash: settings.hash, json: json ?? JSON.stringify(facts) },
  };
}

const eventOf = ({ _id, projectId, areaCode, rule, level, month, since }: AlertRecord) => ({
  subject: `alert:${String(_id)}` as const,
  areaCode,
  action: 'alert.raised',
  facts: { projectId, rule, level, month, since },
});
