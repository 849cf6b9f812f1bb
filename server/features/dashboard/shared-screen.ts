import type { Dashboard } from '../../core/contract/dashboard.ts';
import type { AreaTally } from '../reports/index.ts';

type Screen = Omit<Dashboard, 'computedAt'>;

/** What a screen was made of: the counted records and the sums of sites; `now` in milliseconds. */
interface Basis {
  tally: AreaTally;
  sitesAt: number | null;
  now: number;
}
interface Made extends Basis {
  screen: Promise<Screen>;
}

/** Names of areas and what workers answered to a sample may be shown as they were so long ago; figures never. */
const NAMES_MS = 10_000;
/** Areas that leaders look at; the oldest gives way. */
const MOST = 100;
const made = new Map<string, Made>();

/** The screen as it was made for this key, if what it counts has not changed since; one making serves all who ask meanwhile. */
export async function sharedScreen(key: string, basis: Basis, make: () => Promise<Screen>): Promise<Screen> {
  const known = made.get(key);
  if (known !== undefined && holds(known, basis)) return known.screen;
  const screen = make();
  made.delete(key);
  made.set(key, { ...basis, screen });
  const [oldest] = made.keys();
  if (made.size > MOST && oldest !== undefined) made.delete(oldest);
  try {
    return await screen;
  } catch (error) {
    if (made.get(key)?.screen === screen) made.delete(key);
    throw error;
  }
}

const holds = (known: Made, { tally, sitesAt, now }: Basis): boolean =>
  known.tally === tally && known.sitesAt === sitesAt && Math.abs(now - known.now) < NAMES_MS;
