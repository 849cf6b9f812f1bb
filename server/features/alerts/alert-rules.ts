import { evaluate } from '../../core/alerts/evaluate.ts';
import type { RuleOutcome, RuleSettings } from '../../core/alerts/evaluation.ts';
import { numbersOf } from '../../core/alerts/rule-numbers.ts';
import type { AlertRule, Finding } from '../../core/alerts/rule.ts';
import { ALERT_RULES } from '../../core/alerts/rules.ts';
import type {
  AlertChangePreview,
  AlertRuleView,
  PreviewAlertChange,
} from '../../core/contract/alert-figures.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { getArea, requireReach } from '../areas/index.ts';
import { checkParameterValue, findParameter, readParameters } from '../parameters/index.ts';
import type { ParameterKey } from '../parameters/index.ts';
import { citationOf } from './alert-view.ts';
import { knownOfWholeArea } from './known-facts.ts';
import { ruleSettings } from './scan/look-settings.ts';

/** The rules of an area as they hold today, in plain words; for the office and for everybody. */
export async function listAlertRules(
  areaCode: string,
  { today }: Pick<Ctx, 'today'>,
): Promise<AlertRuleView[]> {
  const settings = ruleSettings((await readParameters())(areaCode, today));
  return ALERT_RULES.map((rule) => ruleView(rule, settings));
}

/** The same for everybody; an area there is none of has no rules, not ours. */
export async function listPublicAlertRules(areaCode: string, ctx: Ctx): Promise<AlertRuleView[]> {
  await getArea(areaCode, ctx);
  return listAlertRules(areaCode, ctx);
}

function ruleView(rule: AlertRule, settings: RuleSettings): AlertRuleView {
  const { id, group, question, points, ladder } = rule;
  return {
    ...{ id, group, question, points, ladder, needs: [...rule.needs], also: [...(rule.also ?? [])] },
    level: settings.levels[id] ?? rule.level,
    suggestedLevel: rule.level,
    numbers: Object.entries(numbersOf(rule, settings)).map(([name, inForce]) => ({
      name,
      parameter: rule.numbers[name]?.parameter ?? name,
      ...inForce,
      unit: rule.numbers[name]?.unit ?? 'count',
      label: rule.numbers[name]?.label ?? { zh: name, en: name },
    })),
    ...citationOf(rule),
  };
}

/** A preview names so many changes; the counts are of all. */
const MOST_EXAMPLES = 50;

type Found = { rule: string; finding: Finding };
const foundBy = (outcomes: readonly RuleOutcome[]): Map<string, Found> =>
  new Map(
    outcomes.flatMap(({ rule, findings }) =>
      findings.map((finding) => [`${rule}\n${finding.about}`, { rule, finding }] as const),
    ),
  );

/** What setting this value would raise and end today, on what is known of the area's projects; nothing is written. */
export async function previewAlertChange(
  { areaCode, parameter, value }: PreviewAlertChange,
  ctx: Ctx,
): Promise<AlertChangePreview> {
  requireReach(areaCode, ctx);
  if (!isAlertParameter(parameter))
    throw wrongField('parameter', '不是预警参数', 'Not a number, level or ladder of the warnings');
  checkParameterValue(parameter, value);
  const inForce = await readParameters();
  const isDecidedBelow = lowerDecisions(parameter, areaCode, ctx.today);
  const known = await knownOfWholeArea(areaCode, ctx.today); // reach is asked for above
  const preview: AlertChangePreview = {
    day: ctx.today,
    projects: known.length,
    wouldRaise: 0,
    wouldClear: 0,
    examples: [],
  };
  for (const { facts, settings } of known) {
    const { id: projectId, name: projectName, areaCode: place } = facts.project;
    // A part that decided for itself goes on as it is.
    if (await isDecidedBelow(place)) continue;
    const values = inForce(place, ctx.today);
    const look = (with_: typeof values) =>
      foundBy(evaluate(facts, ruleSettings(with_), ctx.today, settings.calendar).outcomes);
    const [before, after] = [look(values), look({ ...values, [parameter]: value })];
    const changed = [
      ...[...after]
        .filter(([key]) => !before.has(key))
        .map(([, found]) => ({ ...found, change: 'raise' as const })),
      ...[...before]
        .filter(([key]) => !after.has(key))
        .map(([, found]) => ({ ...found, change: 'clear' as const })),
    ];
    for (const { rule, finding, change } of changed) {
      if (change === 'raise') preview.wouldRaise += 1;
      else preview.wouldClear += 1;
      if (preview.examples.length < MOST_EXAMPLES)
        preview.examples.push({ projectId, projectName, rule, message: finding.message, change });
    }
  }
  return preview;
}

/** Did a part of the area, in which this place lies, set a value of its own? Each place is asked about once. */
function lowerDecisions(
  parameter: ParameterKey,
  areaCode: string,
  today: PlainDate,
): (place: string) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  const ask = async (place: string): Promise<boolean> => {
    const held = await findParameter(parameter, place, today);
    return held !== null && held.areaCode !== areaCode && held.areaCode.startsWith(areaCode);
  };
  return (place) => {
    const answer = known.get(place) ?? ask(place);
    known.set(place, answer);
    return answer;
  };
}

/** Levels, the ladder, and every number a rule compares with. */
function isAlertParameter(key: string): key is ParameterKey {
  if (key === 'alertLevels' || key === 'alertLadder') return true;
  return ALERT_RULES.some((rule) => Object.values(rule.numbers).some(({ parameter }) => parameter === key));
}
