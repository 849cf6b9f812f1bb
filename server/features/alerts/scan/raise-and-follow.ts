import mongoose from 'mongoose';
import type { RuleSettings } from '../../../core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../../core/alerts/facts.ts';
import type { AlertChanges, Found } from '../../../core/alerts/follow-findings.ts';
import { levelOfFinding } from '../../../core/alerts/evaluate.ts';
import { ladderOf } from '../../../core/alerts/ladder.ts';
import type { AlertLevel } from '../../../core/alerts/rule.ts';
import { findAlertRule } from '../../../core/alerts/rules.ts';
import type { AlertState } from '../../../core/contract/alerts.ts';
import type { NewEvent } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { ProjectRef } from '../../projects/index.ts';
import type { LookedAt } from '../alert.model.ts';
import { urgencyOf } from '../alert.model.ts';
import type { AlertHistory, AlertRecord } from '../alert.record.ts';

type Steps = AlertRecord['steps'];

/** Steps of the ladder that have come; each is noted with the day of the look that noticed it. */
function stepsReached({ rule, finding }: Found, settings: RuleSettings, ctx: Ctx, known: Steps): Steps {
  if (findAlertRule(rule)?.ladder !== true) return [];
  return ladderOf(finding.since, settings, ctx.today)
    .filter(({ step, reached }) => reached && !known.some((one) => one.step === step))
    .map(({ step, dueOn }) => ({ step, dueOn, reachedOn: ctx.today }));
}

/** How hard it weighs today: the area's level of the rule, red at the end of the ladder. */
function levelOf({ rule, finding }: Found, settings: RuleSettings, ctx: Ctx): AlertLevel {
  const known = findAlertRule(rule);
  return known === undefined ? 'yellow' : levelOfFinding(known, finding, settings, ctx.today);
}

const bySystem = (action: string, ctx: Ctx, rest: Partial<AlertHistory> = {}): AlertHistory => ({
  ...{ action, at: ctx.now, on: ctx.today, by: { kind: 'system' } },
  ...rest,
});
const stepHistory = (steps: Steps, ctx: Ctx): AlertHistory[] =>
  steps.map(({ step, dueOn }) => bySystem('step', ctx, { facts: { step, dueOn } }));

/** A new alert for what was found. */
export function alertOf(found: Found, facts: ProjectFacts, settings: RuleSettings, ctx: Ctx): AlertRecord {
  const { rule, finding } = found;
  const { about, month, teamId, since, message, cure, values, records } = finding;
  const { id: projectId, name: projectName, areaCode } = facts.project;
  const employerId = employerOf(facts, teamId);
  const steps = stepsReached(found, settings, ctx, []);
  const level = levelOf(found, settings, ctx);
  return {
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    ...{ projectId, projectName, areaCode, rule, about },
    ...(employerId === undefined ? {} : { employerId }),
    ...(month === undefined ? {} : { month }),
    ...(teamId === undefined ? {} : { teamId }),
    level,
    urgency: urgencyOf({ level, since }),
    state: 'raised',
    ...{ standing: true, open: true, since, raisedOn: ctx.today, newsOn: ctx.today },
    ...{ message, cure, values, records, steps, answers: [] },
    history: [bySystem('raise', ctx, { to: 'raised' }), ...stepHistory(steps, ctx)],
  };
}

const employerOf = (facts: ProjectFacts, teamId: string | undefined): string | undefined =>
  facts.months.flatMap(({ teams }) => teams).find((team) => team.teamId === teamId)?.employerId;

const ENDINGS = ['cure', 'drop', 'retune', 'lapse'] as const;
type Ending = (typeof ENDINGS)[number];
interface Ended {
  change: LookedAt;
  event?: NewEvent;
}

/** It came with a project that was merged into this one, and no look here could tell of it yet. */
const isNewHere = ({ cameFromId, cameOn }: AlertRecord): boolean =>
  cameFromId !== undefined && cameOn === undefined;

/** What a look changes on alerts that stood before it, with the event where there is one to tell. */
export function changesOf(
  { keep, ...over }: Pick<AlertChanges, 'keep' | Ending>,
  standing: readonly AlertRecord[],
  settings: RuleSettings,
  ctx: Ctx,
  facts?: ProjectFacts,
): Ended[] {
  const byId = new Map(standing.map((alert) => [String(alert._id), alert]));
  const kept = keep.flatMap((found) => {
    const alert = byId.get(found.alert.id);
    const change = alert === undefined ? null : brought(alert, found, settings, ctx, facts);
    return change === null ? [] : [{ change }];
  });
  const ended = ENDINGS.flatMap((how) =>
    over[how].flatMap(({ id }) => {
      const alert = byId.get(id);
      return alert === undefined ? [] : [ending(alert, how, ctx)];
    }),
  );
  return [...kept, ...ended];
}

/**
 * The same thing a night later: figures, words, level and ladder; null where nothing of it changed. It keeps its first
 * day: what only a count is known of would be as young as its newest record every night.
 */
function brought(
  alert: AlertRecord,
  seen: Found,
  settings: RuleSettings,
  ctx: Ctx,
  facts: ProjectFacts | undefined,
): LookedAt | null {
  const since = alert.since < seen.finding.since ? alert.since : seen.finding.since;
  const found = { ...seen, finding: { ...seen.finding, since } };
  const { message, cure, values, records } = found.finding;
  const steps = stepsReached(found, settings, ctx, alert.steps);
  const level = levelOf(found, settings, ctx);
  const urgency = urgencyOf({ level, since });
  const place = { ...placeOf(alert, facts), ...(isNewHere(alert) ? { cameOn: ctx.today } : {}) };
  const set = { since, message, cure, values, records, level, urgency, ...place };
  const isSame = Object.entries(set).every(
    ([key, value]) => JSON.stringify(value) === JSON.stringify(alert[key as keyof typeof set]),
  );
  if (isSame && steps.length === 0) return null;
  const push = steps.length === 0 ? {} : { steps, history: stepHistory(steps, ctx) };
  return { id: alert._id, set: steps.length === 0 ? set : { ...set, newsOn: ctx.today }, push };
}

/** A project that moved or has another name, and a team whose employer gave way to another, take their alerts along. */
function placeOf(
  { teamId }: AlertRecord,
  facts: ProjectFacts | undefined,
): Partial<Pick<AlertRecord, 'projectName' | 'areaCode' | 'employerId'>> {
  if (facts === undefined) return {};
  const employerId = employerOf(facts, teamId);
  const { name: projectName, areaCode } = facts.project;
  return { projectName, areaCode, ...(employerId === undefined ? {} : { employerId }) };
}

const ENDED = {
  cure: { state: 'cured', event: 'alert.cured' },
  drop: { state: 'dismissed', event: 'alert.dropped' },
  retune: { state: 'dismissed', event: 'alert.retuned' },
  lapse: { state: 'lapsed', event: 'alert.lapsed' },
  merge: { state: 'dismissed', event: 'alert.merged' },
} as const satisfies Record<Ending | 'merge', { state: AlertState; event: string }>;

/** Its project was merged into another, where the same stands already: no rule was switched off. */
export const endedByMerge = (alert: AlertRecord, intoCode: string | undefined, ctx: Ctx): Ended =>
  ending(alert, 'merge', ctx, intoCode === undefined ? undefined : { intoCode });

/**
 * The same alert on the project that stands for its own from now on, with all that was asked, answered and done. Where one
 * of its kind stood there too it takes that one's place, today.
 */
export function movedTo(into: ProjectRef, alert: AlertRecord, ctx: Ctx, takesPlace: boolean): Ended {
  const { _id, rule, projectId: cameFromId } = alert;
  const facts = { intoCode: into.code };
  const { id: projectId, name: projectName, areaCode } = into;
  return {
    change: {
      id: _id,
      set: { projectId, projectName, areaCode, cameFromId, ...(takesPlace ? { cameOn: ctx.today } : {}) },
      ...(takesPlace ? {} : { unset: { cameOn: 1 } }),
      push: { history: [bySystem('merge', ctx, { facts })] },
    },
    event: {
      subject: `alert:${String(_id)}`,
      areaCode,
      action: 'alert.moved',
      facts: { projectId, rule, fromId: cameFromId, ...facts },
    },
  };
}

/**
 * Over: the data say so, the area no longer asks or by other numbers, or its month is too old to be watched. What a person
 * dismissed stays dismissed. What the first look at the project that stands for its own does not show ended with the merge:
 * nobody put anything right.
 */
function ending(alert: AlertRecord, how: Ending | 'merge', ctx: Ctx, facts?: { intoCode: string }): Ended {
  const action = how === 'cure' && isNewHere(alert) ? 'merge' : how;
  const gone = { goneOn: ctx.today, ...(isNewHere(alert) ? { cameOn: ctx.today } : {}) };
  if (alert.open !== true) return { change: { id: alert._id, set: gone, unset: { standing: 1 } } };
  const { state: to, event: told } = ENDED[action];
  const known = facts === undefined ? {} : { facts };
  const history = [bySystem(action, ctx, { from: alert.state, to, ...known })];
  return {
    change: {
      id: alert._id,
      set: { ...gone, state: to, endedOn: ctx.today },
      unset: { standing: 1, open: 1 },
      push: { history },
    },
    event: {
      subject: `alert:${String(alert._id)}`,
      areaCode: alert.areaCode,
      action: told,
      facts: { projectId: alert.projectId, rule: alert.rule, from: alert.state, ...facts },
    },
  };
}
