/** The engine's own clock: it runs in its own process and imports nothing of the application. */
export const epochMs = (): number => Date.now();

/** Time that only goes forward, for time-outs and slices. */
export const ticks = (): number => performance.now();

/** Lets waiting requests have a turn. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
