import { setTimeout as pause } from 'node:timers/promises';

/** Asks until the answer is truthy; fails with `what` when it never was. For things that happen in their own time. */
export async function eventually<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = 5_000,
  everyMs = 20,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`did not happen within ${withinMs} ms: ${what}`);
    await pause(everyMs);
  }
}
