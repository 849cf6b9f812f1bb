export { appendEvent } from './append-event.ts';
export type { AppendedEvent, NewEvent } from './append-event.ts';
export { configureAudit, publicKeyId, publicKeyPem } from './signing-key.ts';
export { sealPending } from './seal-pending.ts';
export { signDailyRoot } from './daily-root.ts';
export { startSealer } from './sealer.ts';
export { demandTransaction, retryWhenTaken } from './transaction-guard.ts';
export { verifyChains, verifySubject } from './verify-chains.ts';
