import type { RuleSettings } from './evaluation.ts';

/** Days after the agreed pay day of the four steps where the area set none: our suggestion, not law. */
export const SUGGESTED_LADDER = [0, 10, 15, 20] as const satisfies RuleSettings['ladder'];
