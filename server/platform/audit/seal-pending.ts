/** Moves queued events into their area-day chains; safe to run anywhere, any number of times at once. */
export async function sealPending(): Promise<{ sealed: number }> {
  throw new Error('not built yet');
}
