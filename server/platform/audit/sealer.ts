/** Seals shortly after events were appended in this process. `stop` waits for the seal under way. */
export function startSealer(_deps: { onError(error: unknown): void; delayMs?: number }): {
  stop(): Promise<void>;
} {
  throw new Error('not built yet');
}
