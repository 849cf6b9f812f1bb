import type { EventKeyView } from '../../core/contract/operations.ts';
import type { Page } from '../../core/contract/page.ts';
import { EventKeys, publicKeyId, publicKeyPem } from '../../platform/audit/index.ts';

/** The public keys of all roots; the current one stands first, also before it has signed anything. */
export async function listEventKeys(): Promise<Page<EventKeyView>> {
  const keyId = publicKeyId();
  const stored = await EventKeys.find().sort({ since: -1 }).lean();
  const since = stored.find((key) => key._id === keyId)?.since.toISOString();
  const items = [
    { keyId, publicKeyPem: publicKeyPem(), current: true, ...(since === undefined ? {} : { since }) },
    ...stored
      .filter((key) => key._id !== keyId)
      .map((key) => ({
        keyId: key._id,
        publicKeyPem: key.publicKeyPem,
        current: false,
        since: key.since.toISOString(),
      })),
  ];
  return { items, nextCursor: null, total: items.length };
}
