import { Readable } from 'node:stream';
import { appendEvent, demandTransaction } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { StoredBytes } from '../../platform/files/index.ts';
import { dropHolder, insertFile } from './file.model.ts';
import type { FileRecord } from './file.model.ts';
import { assertRoom, filesSetup } from './files-setup.ts';
import type { HolderRef } from './hold-files.ts';

/** Makes the bytes of something the product itself made durable; without a record that needs them they are swept. */
export async function putMade(bytes: Uint8Array): Promise<StoredBytes> {
  await assertRoom(bytes.length);
  return filesSetup().store.put(
    Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]),
  );
}

/** Records what was put, held by its record from the first moment; in the caller's transaction. It is nobody's upload. */
export async function keepMade(
  stored: StoredBytes,
  { name, mime, areaCode, ref }: { name: string; mime: string; areaCode: string; ref: HolderRef },
  ctx: Ctx,
): Promise<FileRecord> {
  demandTransaction('keepMade');
  const file = await insertFile({
    ...stored,
    ...{ name, mime, areaCode, purpose: 'document', hasThumbnail: false },
    ...{ uploadedBy: 'system', uploadedAt: ctx.now, heldBy: [ref] },
  });
  const facts = { sha256: stored.sha256, bytes: stored.bytes, mime, ref };
  await appendEvent({ subject: `file:${String(file._id)}`, areaCode, action: 'file.made', facts }, ctx);
  return file;
}

/** Lets go of what was made, when its time is over: the sweep then removes its bytes. In the caller's transaction. */
export async function dropMade(
  ids: readonly string[],
  ref: HolderRef,
  reason: string,
  ctx: Ctx,
): Promise<number> {
  demandTransaction('dropMade');
  let dropped = 0;
  for (const id of ids) {
    const file = await dropHolder(id, ref, { at: ctx.now, reason });
    if (file === null) continue;
    dropped += 1;
    const { areaCode, sha256 } = file;
    await appendEvent(
      { subject: `file:${id}`, areaCode, action: 'file.deleted', facts: { sha256, ref } },
      ctx,
    );
  }
  return dropped;
}
