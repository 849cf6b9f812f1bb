const WORKER = '/phone-worker.js';
/** Where drafts are filled in; other pages of the site are not touched. */
const SCOPE = '/m';

const loadedSoFar = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin }) => origin === window.location.origin)
    .map(({ pathname }) => pathname);

const whenActive = (worker: ServiceWorker): Promise<ServiceWorker> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state === 'activated') resolve(worker);
    };
    worker.addEventListener('statechange', look);
    look();
  });

/**
 * A draft that can be filled in without a network must also open without one. Browsers offer this by https only;
 * elsewhere the pages work as before.
 */
export async function keepPages(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const { active, waiting, installing } = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
    const worker = active ?? waiting ?? installing;
    if (worker) (await whenActive(worker)).postMessage(loadedSoFar());
  } catch {
    // Refused, e.g. in a private window: nothing is lost but the comfort.
  }
}
