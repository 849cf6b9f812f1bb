import type { Request } from 'express';
import type { MachinePurpose } from '../../core/contract/machine-clients.ts';
import { AppError } from '../../platform/app-error.ts';
import type { MachineActor } from '../../platform/context.ts';
import {
  SIGNATURE_WINDOW_MS,
  holds,
  signedParts,
  wrongSignature,
} from '../../platform/http/machine-signature.ts';
import { findActiveClient, markSeen, secretOf, takeNonce } from './machine-client.model.ts';
import type { MachineClientRecord } from './machine-client.model.ts';

const SEEN_EVERY_MS = 60_000;

/**
 * Which program signed this request. The signature covers method, address, time, nonce and body; the nonce is taken only
 * once it holds, so that nobody can use up the nonces of another, and is remembered as long as its time would pass.
 */
export async function resolveMachine(
  req: Request,
  purpose: MachinePurpose,
  now: Date,
): Promise<MachineActor> {
  const parts = signedParts(req, now);
  const client = await findActiveClient(parts.client);
  if (client === null || !holds(secretOf(client), parts)) throw wrongSignature('signature');
  const expiresAt = new Date(parts.time.getTime() + 2 * SIGNATURE_WINDOW_MS);
  if (!(await takeNonce(parts.client, parts.nonce, expiresAt))) throw new AppError('nonceUsed');
  if (!client.purposes.includes(purpose)) throw new AppError('forbidden');
  if (now.getTime() - (client.lastSeenAt?.getTime() ?? 0) > SEEN_EVERY_MS) await markSeen(client._id, now);
  return actorOf(client);
}

const actorOf = (client: MachineClientRecord): MachineActor => ({
  kind: 'machine',
  clientId: String(client._id),
  purposes: client.purposes,
  areaCode: client.areaCode,
  ...(client.bankBranchCode === undefined ? {} : { bankBranchCode: client.bankBranchCode }),
  ...(client.projectId === undefined ? {} : { projectId: client.projectId }),
  ...(client.leadPlatform === undefined ? {} : { leadPlatform: client.leadPlatform }),
});
