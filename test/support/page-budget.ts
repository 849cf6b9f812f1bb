import type { CDPSession, Page } from 'playwright-core';

/** What a first visit cost, as far as it is the pages' own doing and not the machine's. */
export interface PageCost {
  kilobytes: number;
  requests: number;
  /** CPU of the page's main thread, which a machine busy with other things hardly changes. */
  cpuMs: number;
  /** How far what was already on the screen moved while the rest came, as browsers count it. */
  layoutShift: number;
}

/** Text, because these tests are compiled without the browser's types. */
const OBSERVE = `
  globalThis.__layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) globalThis.__layoutShift += one.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Begins to watch a page that has not been anywhere; the answer is asked for when its first screen stands. */
export async function watchCost(page: Page): Promise<{ wire: CDPSession; cost(): Promise<PageCost> }> {
  const wire = await page.context().newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(OBSERVE);
  let bytes = 0;
  let requests = 0;
  wire.on('Network.loadingFinished', (one) => {
    bytes += one.encodedDataLength;
    requests += 1;
  });
  return {
    wire,
    cost: async () => {
      const { metrics } = await wire.send('Performance.getMetrics');
      const seconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
      const layoutShift = await page.evaluate<number>('globalThis.__layoutShift');
      return { kilobytes: bytes / 1000, requests, cpuMs: seconds * 1000, layoutShift };
    },
  };
}

/** A line as a county's hills have it: 400 kbit/s, and 0.4 s until an answer begins. */
export const WEAK_LINE = {
  offline: false,
  latency: 400,
  downloadThroughput: 50_000,
  uploadThroughput: 50_000,
};
