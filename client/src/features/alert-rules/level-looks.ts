import type { StateLook } from '@/ui/state-look.ts';
import type { Level } from './value-in-force.ts';

/** What a rule raises here; a rule that is off is not "no data". */
export const LEVEL_LOOKS: Record<Level, StateLook> = {
  red: { labelKey: 'alertRules.level.red', colour: 'danger', icon: 'alert' },
  yellow: { labelKey: 'alertRules.level.yellow', colour: 'warning', icon: 'bell' },
  off: { labelKey: 'alertRules.level.off', colour: 'ink', icon: 'pause' },
};
