import Joi from 'joi';
import { ALERT_LEVELS } from '../../core/alerts/rule.ts';
import { ALERT_RULES } from '../../core/alerts/rules.ts';
import { LADDER_STEPS } from '../../core/contract/alerts.ts';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

type AlertKey = `alert${string}`;
const isAlertKey = (key: string): key is AlertKey => key.startsWith('alert');

/** Every number a warning rule compares with, once for each key: a new rule brings its parameters along. */
function numberParameters(): Readonly<Record<AlertKey, ParameterDefinition>> {
  const definitions: Record<AlertKey, ParameterDefinition> = {};
  for (const { parameter, label, unit } of ALERT_RULES.flatMap(({ numbers }) => Object.values(numbers))) {
    if (!isAlertKey(parameter))
      throw new Error(`The number ${parameter} of a warning rule has no key of its own`);
    definitions[parameter] = {
      group: 'alert',
      nameZh: `预警：${label.zh}`,
      nameEn: `Warnings: ${label.en}`,
      kind: unit,
      rule: 'ACC-23',
    };
  }
  return definitions;
}

/** Steps come one after another; two may not fall on one day. */
const isAscending = (days: readonly number[]): boolean =>
  days.every((day, index) => index === 0 || day > (days[index - 1] ?? day));

/** How an area warns: which rules, how hard, with which numbers, and when the ladder climbs. */
export const ALERT_PARAMETERS = {
  alertLevels: {
    group: 'alert',
    nameZh: '预警规则与颜色（yellow 黄 / red 红 / off 停用）',
    nameEn: 'Alert rules and colours (yellow, red or off)',
    kind: 'json',
    rule: 'ACC-23',
    shape: Joi.object()
      .pattern(
        Joi.string().valid(...ALERT_RULES.map(({ id }) => id)),
        Joi.string().valid(...ALERT_LEVELS, 'off'),
      )
      .min(1),
    exampleValue: { payrollNotFiled: 'red', averageFalls: 'off' },
  },
  alertLadder: {
    group: 'alert',
    nameZh: '催办阶梯：发薪日后第几天提示、提醒、催办、建议下达检查指令',
    nameEn: 'Ladder: days after the pay day to notify, remind, urge and propose an order',
    kind: 'json',
    rule: 'ACC-23',
    shape: Joi.array()
      .items(whole(0, 366))
      .length(LADDER_STEPS.length)
      .custom((days: number[], tools) => (isAscending(days) ? days : tools.error('any.invalid'))),
    exampleValue: [0, 1, 2, 3],
  },
  ...numberParameters(),
} as const satisfies Record<string, ParameterDefinition>;
