import { createHash } from 'node:crypto';
import type { AlertLevel } from '../../../core/alerts/rule.ts';
import type { RuleSettings } from '../../../core/alerts/evaluation.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import { loadCalendar } from '../../calendar/index.ts';
import type { AllParameters, ParametersInForce } from '../../parameters/index.ts';
import type { LookSettings } from '../fact-snapshot.model.ts';

/** By what a look goes in one area. */
export interface AreaSettings extends LookSettings {
  /** Changes with any parameter that holds or once held in the area, and any calendar year: facts are made with them. */
  hash: string;
}
export type SettingsOf = (areaCode: string) => Promise<AreaSettings>;

/** The settings of any area on a day; each area is reckoned once, and those alike are one object. */
export function settingsOn(day: PlainDate, inForce: AllParameters): SettingsOf {
  const known = new Map<string, Promise<AreaSettings>>();
  const alike = new Map<string, AreaSettings>();
  const find = async (areaCode: string): Promise<AreaSettings> => {
    const settings = await areaSettings(areaCode, day, inForce);
    const first = alike.get(settings.hash) ?? settings;
    alike.set(settings.hash, first);
    return first;
  };
  return (areaCode) => {
    const settings = known.get(areaCode) ?? find(areaCode);
    known.set(areaCode, settings);
    return settings;
  };
}

async function areaSettings(areaCode: string, day: PlainDate, inForce: AllParameters): Promise<AreaSettings> {
  const values = inForce(areaCode, day);
  const calendar = await loadCalendar(areaCode);
  const hash = createHash('sha256')
    .update(JSON.stringify([heldUntil(inForce, areaCode, day), calendar]))
    .digest('hex')
    .slice(0, 32);
  return { rules: ruleSettings(values), calendar, hash };
}

/** What held in the area up to a day, one after the other: papers are judged by what held when they were signed. */
function heldUntil(inForce: AllParameters, areaCode: string, day: PlainDate): string[] {
  const held = inForce.turns
    .filter((from) => from <= day)
    .map((from) => JSON.stringify(inForce(areaCode, from)));
  return held.filter((values, at) => values !== held[at - 1]);
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
