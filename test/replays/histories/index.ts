import type { Replay } from '../replay.ts';
import { CERTIFICATES } from './certificates.ts';
import { CLOCKS } from './clocks.ts';
import { DECISIONS } from './decisions.ts';
import { INTAKE } from './intake.ts';
import { LISTINGS } from './listings.ts';
import { MONEY } from './money.ts';
import { SIDE_TRACKS } from './side-tracks.ts';

/** Whole case histories with their days counted by hand from the notices of the calendar. */
export const HISTORIES: readonly Replay[] = [
  ...[...CLOCKS, ...INTAKE, ...MONEY, ...DECISIONS, ...SIDE_TRACKS],
  ...[...LISTINGS, ...CERTIFICATES],
];
