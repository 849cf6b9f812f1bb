import { evaluate } from '../../core/alerts/evaluate.ts';
import type { Evaluation, RuleOutcome } from '../../core/alerts/evaluation.ts';
import type { ProjectFacts } from '../../core/alerts/facts.ts';
import { findAlertRule } from '../../core/alerts/rules.ts';
import { levelOfAll, pointsOf } from '../../core/alerts/score.ts';
import type { RiskCardView, RiskLine } from '../../core/contract/alerts.ts';
import { addPayMonths, payMonthOf } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findProjectByCode, getProject } from '../projects/index.ts';
import { cardsWithin, isForOffice, looksOnAsCompany } from './alert-reach.ts';
import { citationOf, questionOf } from './alert-view.ts';
import type { CardRecord } from './alert-card.model.ts';
import { findCards, findCardWithin } from './alert-card.model.ts';
import { findStandingOn } from './alert.model.ts';
import { freshnessOf } from './freshness.ts';
import { gatherFacts } from './facts/index.ts';
import { findKnown } from './fact-snapshot.model.ts';
import { cardForCompany } from './company-eyes.ts';
import { laterData } from './later-data.ts';

const MOST_FINDINGS = 20;
const TREND_MONTHS = 12;

/**
 * The risk card of a project: every rule with its points, what it found on which records, how fresh they are, and what is
 * grey. A past day is reckoned from what was known then; where later data would say otherwise, that is named. Whoever
 * may read the project is told that there is no card of it, of that day or for him, by nothing being answered.
 */
export async function getRiskCard(
  projectId: string,
  day: PlainDate | undefined,
  ctx: Ctx,
): Promise<RiskCardView | undefined> {
  if (day !== undefined && day > ctx.today) throw wrongField('day', '日期还没有到', 'The day has not come');
  const card = await findCardWithin(projectId, await cardsWithin(ctx));
  if (card !== null) return riskCardOf(card, day ?? card.day, ctx);
  await getProject(projectId, ctx);
  return undefined;
}

/** The same without a reader's limits, for the command line. */
async function riskCardOf(card: CardRecord, day: PlainDate, ctx: Ctx): Promise<RiskCardView | undefined> {
  const known = await findKnown(card._id, day);
  if (known === null) return undefined;
  const { facts, settings } = known;
  const whole = evaluate(facts, settings.rules, day, settings.calendar);
  const asCompany = looksOnAsCompany(card.areaCode, ctx);
  const evaluation = asCompany ? withoutOffice(whole) : whole;
  const alerts = new Map(
    (await findStandingOn(card._id, day)).map(({ _id, rule, about }) => [`${rule}\n${about}`, String(_id)]),
  );
  const [now] = day < card.day ? await gatherFacts([card._id], ctx.today) : [];
  return {
    projectId: card._id,
    ...{ projectCode: card.projectCode, projectName: card.projectName, areaCode: card.areaCode, day },
    points: evaluation.points,
    level: evaluation.level,
    lines: evaluation.outcomes.map((outcome) => lineOf(outcome, facts, alerts, day)),
    trend: trendOf(asCompany ? cardForCompany(card) : card, evaluation),
    laterData: now === undefined ? [] : laterData(facts, now, day, asCompany),
  };
}

/** The card as a company sees it: its points and level are those of the rules it sees. */
function withoutOffice(evaluation: Evaluation): Evaluation {
  const outcomes = evaluation.outcomes.filter(({ rule }) => !isForOffice(rule));
  const points = outcomes.reduce((sum, outcome) => {
    const rule = findAlertRule(outcome.rule);
    return rule === undefined ? sum : sum + pointsOf(rule, outcome);
  }, 0);
  return { ...evaluation, outcomes, points, level: levelOfAll(outcomes) };
}

function lineOf(
  outcome: RuleOutcome,
  facts: ProjectFacts,
  alerts: ReadonlyMap<string, string>,
  day: PlainDate,
): RiskLine {
  const rule = findAlertRule(outcome.rule);
  const findings = outcome.findings
    .slice(0, MOST_FINDINGS)
    .map(({ about, message, cure, since, records }) => {
      const alertId = alerts.get(`${outcome.rule}\n${about}`);
      return { message, cure, since, records, ...(alertId === undefined ? {} : { alertId }) };
    });
  return {
    ...{ rule: outcome.rule, question: questionOf(outcome.rule), state: outcome.state, level: outcome.level },
    points: rule === undefined ? 0 : pointsOf(rule, outcome),
    count: outcome.findings.length,
    findings,
    missing: outcome.missing,
    freshness: rule === undefined ? [] : freshnessOf(rule, facts, day),
    ...citationOf(rule),
  };
}

/** Twelve months up to the day's; a month nothing was known of has no points. */
function trendOf(card: Pick<CardRecord, 'trend'>, { day, points, level }: Evaluation): RiskCardView['trend'] {
  const month = payMonthOf(day);
  const known = new Map(card.trend.map((one) => [one.month, one.points]));
  if (level === 'noData') known.delete(month);
  else known.set(month, points);
  return Array.from({ length: TREND_MONTHS }, (_, at) => addPayMonths(month, at + 1 - TREND_MONTHS)).map(
    (one) => {
      const had = known.get(one);
      return { month: one, ...(had === undefined ? {} : { points: had }) };
    },
  );
}

/** The risk card of the project with this code, for the command line: no reader's limits. */
export async function riskCardOfCode(
  code: string,
  day: PlainDate | undefined,
  ctx: Ctx,
): Promise<RiskCardView> {
  const project = await findProjectByCode(code);
  if (project === null) throw new Error(`没有这个项目 / no such project: ${code}`);
  const card = (await findCards([project.id])).get(project.id);
  if (card === undefined) throw new Error('该项目还没有扫描过 / this project was not looked at yet');
  if (day !== undefined && day > ctx.today)
    throw new Error(`${day} 晚于今天 ${ctx.today} / lies after today, ${ctx.today}`);
  const view = await riskCardOf(card, day ?? card.day, ctx);
  if (view === undefined)
    throw new Error(`${day ?? ''} 时该项目还没有扫描过 / this project was not looked at by ${day ?? ''}`);
  return view;
}
