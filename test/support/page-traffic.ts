import type { Page, Request } from 'playwright-core';

const QUIET_MS = 100;
// What runs inside the page is text: these tests are compiled without the browser's types.
const AT_REST =
  'document.getAnimations().every((one) => one.playState !== "running" || one.effect.getTiming().iterations === Infinity)';

interface Traffic {
  open: Set<Request>;
  changedAt: number;
}
const watched = new WeakMap<Page, Traffic>();

/** Begins to count what this page fetches. */
export function watchTraffic(page: Page): void {
  const traffic: Traffic = { open: new Set(), changedAt: performance.now() };
  watched.set(page, traffic);
  const ended = (one: Request): void => {
    traffic.open.delete(one);
    traffic.changedAt = performance.now();
  };
  page.on('request', (one) => {
    traffic.open.add(one);
    traffic.changedAt = performance.now();
  });
  page.on('requestfinished', ended);
  page.on('requestfailed', ended);
}

/**
 * Whether the page fetches nothing, has fetched nothing for a moment and moves nothing: the page itself is asked in
 * between, so one that is busy computing what to fetch next does not pass for quiet.
 */
export async function isQuiet(page: Page): Promise<boolean> {
  const traffic = watched.get(page);
  if (traffic === undefined) throw new Error('the traffic of this page is not watched');
  const quiet = (): boolean => traffic.open.size === 0 && performance.now() - traffic.changedAt >= QUIET_MS;
  return quiet() && (await page.evaluate<boolean>(AT_REST)) && quiet();
}
