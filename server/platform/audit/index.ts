import './seals-shardable.ts';

export { appendEvent, appendEvents, appendFirstEvents } from './append-event.ts';
export type { AppendedEvent, NewEvent } from './append-event.ts';
export { canonicalJson } from './canonical-json.ts';
export type { ChainFileQuery, DayDone } from './chain-file.ts';
export { chainFile } from './chain-file.ts';
export { chainProof } from './chain-proof.ts';
export type { ChainProof, ProvenAreaDay } from './chain-proof.ts';
export {
  configureAudit,
  isSignedText,
  keyIdOfPem,
  publicKeyId,
  publicKeyPem,
  signText,
} from './signing-key.ts';
export { sealPending } from './seal-pending.ts';
export type { SealPosition, SealedEvents } from './sealed-after.ts';
export { sealedAfter } from './sealed-after.ts';
export { signDailyRoot } from './daily-root.ts';
export { startSealer } from './sealer.ts';
export { demandTransaction, retryWhenTaken } from './transaction-guard.ts';
export type { FileVerdict } from './verify-chain-file.ts';
export { FILE_FAULTS, verifyChainFile } from './verify-chain-file.ts';
export { verifyChains, verifySubject } from './verify-chains.ts';
export { AreaDays, DailyRoots, EventKeys, EventQueue, Events } from './event.models.ts';
export type { AreaDay, DailyRoot, EventDoc, EventKey } from './event.models.ts';
