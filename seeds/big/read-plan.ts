import { parseArgs } from 'node:util';
import type { BigPlan } from './run.ts';

const MOST = { projects: 2000, months: 36 };

/** `big --projects 300 --months 12`; null for another command line. */
export function readBigPlan(args: readonly string[]): BigPlan | null {
  if (args[0] !== 'big') return null;
  const { values } = parseArgs({
    args: args.slice(1),
    options: { projects: { type: 'string', default: '300' }, months: { type: 'string', default: '12' } },
  });
  const count = (name: keyof BigPlan): number => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1 || value > MOST[name])
      throw new Error(`--${name}: 1–${String(MOST[name])}`);
    return value;
  };
  return { projects: count('projects'), months: count('months') };
}
