import type { HazardLevel, HazardState } from '@core/hazards/hazard-table.ts';
import { HAZARD_KINDS } from '@core/hazards/hazard-table.ts';
import { say } from '@/i18n/index.ts';
import type { StateLook } from '@/ui/state-look.ts';

const look = (state: HazardState, rest: Omit<StateLook, 'labelKey'>): StateLook => ({
  labelKey: `hazards.state.${state}`,
  ...rest,
});
export const HAZARD_LOOKS: Record<HazardState, StateLook> = {
  inGrid: look('inGrid', { colour: 'warning', icon: 'hourglass' }),
  forTownship: look('forTownship', { colour: 'notice', icon: 'send' }),
  inTownship: look('inTownship', { colour: 'warning', icon: 'hourglass' }),
  forCounty: look('forCounty', { colour: 'notice', icon: 'send' }),
  inCounty: look('inCounty', { colour: 'warning', icon: 'hourglass' }),
  solved: look('solved', { colour: 'good', icon: 'check' }),
  complaint: look('complaint', { colour: 'primary', icon: 'case' }),
  closed: look('closed', { colour: 'ink', icon: 'close' }),
};
export const LEVEL_KEYS: Record<HazardLevel, string> = {
  GRID: 'hazards.level.GRID',
  TOWNSHIP: 'hazards.level.TOWNSHIP',
  COUNTY: 'hazards.level.COUNTY',
};

const KINDS: Readonly<Partial<Record<string, { zh: string; en: string }>>> = HAZARD_KINDS;
export function kindText(kind: string): string {
  const words = KINDS[kind];
  return words ? say(words) : kind;
}
