import { newSubmissionKey } from '@/api/http.ts';
import { find, findAll, forget, keep } from './phone-store.ts';

export type AttachmentKind = 'photo' | 'voice' | 'file';

/** A photo, voice note or paper on this phone; its bytes stay here until what it belongs to has arrived. */
export interface Attachment {
  id: string;
  /** The draft or the answer it belongs to. */
  owner: string;
  kind: AttachmentKind;
  name: string;
  blob: Blob;
  /** For voice notes, measured while recording. */
  seconds?: number;
  addedAt: number;
  uploadId?: string;
  /** Set once the server has the whole file. */
  fileId?: string;
  /** How often it had to be announced anew. */
  resends?: number;
}

export async function attachmentsOf(owner: string): Promise<Attachment[]> {
  const all = await findAll<Attachment>('attachments');
  return all.filter((one) => one.owner === owner).sort((a, b) => a.addedAt - b.addedAt);
}

export async function addAttachment(
  given: Pick<Attachment, 'owner' | 'kind' | 'name' | 'blob' | 'seconds'>,
): Promise<Attachment> {
  const attachment: Attachment = { ...given, id: newSubmissionKey(), addedAt: Date.now() };
  await keep('attachments', attachment);
  return attachment;
}

/** Writes how far the upload is; an attachment that was taken away meanwhile stays away. */
export async function noteUpload(
  id: string,
  reached: { uploadId?: string; fileId?: string; resends?: number },
): Promise<void> {
  const found = await find<Attachment>('attachments', id);
  if (found) await keep('attachments', { ...found, ...reached });
}

/** The server does not know these files any more (swept, or sent under another number): they are sent anew. */
export async function forgetUploads(owner: string): Promise<void> {
  for (const { uploadId: _upload, fileId: _file, ...rest } of await attachmentsOf(owner))
    await keep('attachments', { ...rest, resends: (rest.resends ?? 0) + 1 });
}

export const dropAttachment = (id: string): Promise<void> => forget('attachments', [id]);

export async function dropAttachmentsOf(owner: string): Promise<void> {
  await forget(
    'attachments',
    (await attachmentsOf(owner)).map((one) => one.id),
  );
}
