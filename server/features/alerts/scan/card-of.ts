import { evaluatePast } from '../../../core/alerts/evaluate.ts';
import type { Evaluation } from '../../../core/alerts/evaluation.ts';
import { factsAsOf } from '../../../core/alerts/facts-as-of.ts';
import type { ProjectFacts } from '../../../core/alerts/facts.ts';
import { findAlertRule } from '../../../core/alerts/rules.ts';
import { pointsOf } from '../../../core/alerts/score.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import { addPayMonths, firstDayOf, lastDayOf, payMonthOf } from '../../../core/kit/plain-date.ts';
import type { CardRecord } from '../alert-card.model.ts';
import type { Looked } from './gather-projects.ts';
import type { AreaSettings } from './look-settings.ts';

type SeenIn = NonNullable<CardRecord['seen']>['factsId'];

/** Months of a trend, the running one included. */
const TREND_MONTHS = 13;

/** The card a look leaves behind. */
export function cardOf(
  { facts, settings, factsHash, factsId, oldestMonth }: Looked & { factsId: SeenIn | undefined },
  evaluation: Evaluation,
  before: CardRecord | undefined,
): CardRecord {
  const { project } = facts;
  const { day, points, level, nextOn, outcomes } = evaluation;
  const trend = before?.trend ?? earlierMonths(facts, settings, evaluation);
  const month = payMonthOf(day);
  const running = level === 'noData' ? [] : [{ month, points, officePoints: officePointsOf(evaluation) }];
  return {
    _id: project.id,
    projectCode: project.code,
    projectName: project.name,
    areaCode: project.areaCode,
    ...(project.industryDepartment === undefined ? {} : { industryDepartment: project.industryDepartment }),
    companyIds: [...new Set(project.parties.map(({ companyId }) => companyId))],
    ...{ day, points, level },
    rules: outcomes
      .filter(({ state }) => state !== 'clear')
      .map((one) => ({ rule: one.rule, state: one.state, level: one.level, count: one.findings.length })),
    ...(nextOn === undefined ? {} : { nextOn }),
    ...{ factsHash, settingsHash: settings.hash },
    ...(factsId === undefined ? {} : { seen: { factsId, from: oldestMonth } }),
    trend: [...trend.filter((one) => one.month < month), ...running].slice(-TREND_MONTHS),
  };
}

/**
 * What the months before the first look would have shown, reckoned from what is known now: from the first month in which
 * anything is on record of the project.
 */
function earlierMonths(
  facts: ProjectFacts,
  { rules, calendar }: AreaSettings,
  { day }: Evaluation,
): CardRecord['trend'] {
  const months = Array.from({ length: TREND_MONTHS - 1 }, (_, at) =>
    addPayMonths(payMonthOf(day), at + 1 - TREND_MONTHS),
  );
  const began = firstDayKnown(facts);
  return months.flatMap((month) => {
    const end = lastDayOf(month);
    if (began === undefined || end < began) return [];
    const then = evaluatePast(factsAsOf(facts, end), rules, end, calendar);
    return then.level === 'noData'
      ? []
      : [{ month, points: then.points, officePoints: officePointsOf(then) }];
  });
}

/** The first day anything that is dated says of the project; undefined where nothing is. */
function firstDayKnown({
  project,
  contract,
  account,
  bond,
  board,
  months,
  money,
  complaints,
}: ProjectFacts): PlainDate | undefined {
  const days = [
    ...[project.startedOn, contract?.signedOn, contract?.plannedFrom, contract?.permitOn],
    ...[account?.openedOn, account?.filedOn, account?.tripartiteSignedOn, bond?.storedOn],
    ...(board?.photoDays ?? []),
    ...months.map(({ month }) => firstDayOf(month)),
    ...(money?.refusedOutflows ?? []).map(({ on }) => on),
    ...complaints.map(({ receivedOn }) => receivedOn),
  ];
  return days
    .flatMap((day) => day ?? [])
    .sort()
    .at(0);
}

const officePointsOf = ({ outcomes }: Pick<Evaluation, 'outcomes'>): number =>
  outcomes.reduce((sum, outcome) => {
    const rule = findAlertRule(outcome.rule);
    return rule?.group === 'office' ? sum + pointsOf(rule, outcome) : sum;
  }, 0);
