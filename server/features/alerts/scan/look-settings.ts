import { createHash } from 'node:crypto';
import type { AlertLevel } from '../../../core/alerts/rule.ts';
import type { RuleSettings } from '../../../core/alerts/evaluation.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import { loadCalendar } from '../../calendar/index.ts';
import type { ParametersInForce } from '../../parameters/index.ts';
import { readParameters } from '../../parameters/index.ts';
import type { LookSettings } from '../fact-snapshot.model.ts';

/** By what a look goes in one area. */
export interface AreaSettings extends LookSettings {
  /** Changes with any parameter and any calendar year in force in the area: also with those that facts are made with. */
  hash: string;
}
export type SettingsOf = (areaCode: string) => Promise<AreaSettings>;

/** The settings of any area on a day; parameters are read once, each area is reckoned once. */
export async function settingsOn(day: PlainDate): Promise<SettingsOf> {
  const inForce = await readParameters();
  const known = new Map<string, Promise<AreaSettings>>();
  return (areaCode) => {
    const settings = known.get(areaCode) ?? areaSettings(areaCode, day, inForce);
    known.set(areaCode, settings);
    return settings;
  };
}

async function areaSettings(
  areaCode: string,
  day: PlainDate,
  inForce: ParametersInForce,
): Promise<AreaSettings> {
  const values = inForce(areaCode, day);
  const calendar = await loadCalendar(areaCode);
  const hash = createHash('sha256')
    .update(JSON.stringify([values, calendar]))
    .digest('hex')
    .slice(0, 32);
  return { rules: ruleSettings(values), calendar, hash };
}

/** What the rules need of all parameters: their levels, the ladder and every plain number. */
export function ruleSettings(values: ReturnType<ParametersInForce>): RuleSettings {
  const { alertLevels, alertLadder, ...rest } = values;
  const numbers = Object.entries(rest).flatMap(([key, value]) =>
    typeof value === 'number' ? [[key, value] as const] : [],
  );
  return {
    levels: (alertLevels ?? {}) as Record<string, AlertLevel | 'off'>, // the parameter's shape has checked it
    numbers: Object.fromEntries(numbers),
    ...(alertLadder === undefined
      ? {}
      : { ladder: alertLadder as unknown as NonNullable<RuleSettings['ladder']> }), // as above
  };
}
