/** Removes what has expired and no TTL index removes by itself; answers how many records. */
export type Sweep = (at: { now: Date }) => Promise<number>;

const sweeps = new Map<string, Sweep>();

/** A feature asks once, at start-up, to have something swept every hour; `name` becomes the count's key: plain letters. */
export function registerSweep(name: string, sweep: Sweep): void {
  if (!/^[a-zA-Z]+$/.test(name)) throw new Error(`"${name}" cannot name a count`);
  sweeps.set(name, sweep);
}

/** Runs every registered sweep; one that fails does not keep the others from running. */
export async function runSweeps(at: { now: Date }): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  const failures: unknown[] = [];
  for (const [name, sweep] of sweeps) {
    try {
      counts[name] = await sweep(at);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return counts;
}
