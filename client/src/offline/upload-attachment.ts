import type { FileView, UploadView } from '@core/contract/files.ts';
import { reactive } from 'vue';
import { ApiError } from '@/api/api-error.ts';
import { http, respond } from '@/api/http.ts';
import { attachmentsOf, noteUpload, type Attachment } from './attachments.ts';

/** Small enough that a weak network shows progress every few seconds and loses little at a cut. */
const PIECE_BYTES = 96 * 1024;

export type UploadState =
  { state: 'sending'; sent: number } | { state: 'sent' } | { state: 'failed'; error: ApiError };

/** How far each file is, for whoever shows it. */
export const uploads = reactive(new Map<string, UploadState>());
const running = new Map<string, Promise<string>>();

/** The attachment's own id is the key: a start whose answer was lost gives the same upload again. */
const startUpload = ({ id, name, blob, resends }: Attachment): Promise<UploadView> =>
  http.post(
    '/uploads',
    { name, bytes: blob.size, purpose: 'evidence' },
    { idempotencyKey: `${id}-${resends ?? 0}` },
  );

async function sendPiece(upload: string, offset: number, piece: Blob): Promise<number> {
  const response = await respond('PATCH', `/uploads/${upload}`, {
    body: piece,
    headers: { 'upload-offset': String(offset) },
  });
  return Number(response.headers.get('upload-offset'));
}

/** Where the server says to go on, when it has another piece than we believed. */
function offsetOf(cause: unknown): number | undefined {
  if (!(cause instanceof ApiError) || cause.code !== 'uploadOffset') return undefined;
  const offset = cause.details['offset'];
  return typeof offset === 'number' ? offset : undefined;
}

async function sendRest(attachment: Attachment, upload: UploadView): Promise<void> {
  let { offset } = upload;
  for (let turned = 0; offset < attachment.blob.size;) {
    uploads.set(attachment.id, { state: 'sending', sent: offset });
    try {
      offset = await sendPiece(upload.id, offset, attachment.blob.slice(offset, offset + PIECE_BYTES));
    } catch (cause) {
      const wanted = offsetOf(cause);
      if (wanted === undefined || ++turned > 3) throw cause;
      offset = wanted;
    }
  }
  uploads.set(attachment.id, { state: 'sending', sent: offset });
}

async function findUpload(attachment: Attachment): Promise<UploadView> {
  if (attachment.uploadId !== undefined) {
    try {
      return await http.get<UploadView>(`/uploads/${attachment.uploadId}`);
    } catch (cause) {
      if (!(cause instanceof ApiError) || cause.code !== 'notFound') throw cause;
      // Given up by the server after two days: begin again, under a new key.
      attachment = { ...attachment, resends: (attachment.resends ?? 0) + 1 };
    }
  }
  const upload = await startUpload(attachment);
  await noteUpload(attachment.id, { uploadId: upload.id, resends: attachment.resends ?? 0 });
  return upload;
}

async function send(attachment: Attachment): Promise<string> {
  uploads.set(attachment.id, { state: 'sending', sent: 0 });
  try {
    const upload = await findUpload(attachment);
    await sendRest(attachment, upload);
    const file = await http.post<FileView>(`/uploads/${upload.id}/finish`);
    await noteUpload(attachment.id, { fileId: file.id });
    uploads.set(attachment.id, { state: 'sent' });
    return file.id;
  } catch (cause) {
    if (cause instanceof ApiError) uploads.set(attachment.id, { state: 'failed', error: cause });
    throw cause;
  }
}

/** Sends what is missing of a file and answers its id on the server; asked twice at once, it is sent once. */
export function uploadAttachment(attachment: Attachment): Promise<string> {
  if (attachment.fileId !== undefined) {
    uploads.set(attachment.id, { state: 'sent' });
    return Promise.resolve(attachment.fileId);
  }
  const busy = running.get(attachment.id);
  if (busy) return busy;
  const sending = send(attachment).finally(() => running.delete(attachment.id));
  running.set(attachment.id, sending);
  return sending;
}

/** All files of one draft or answer, one after the other: a weak line is not shared. */
export async function uploadAll(owner: string): Promise<string[]> {
  const ids: string[] = [];
  for (const attachment of await attachmentsOf(owner)) ids.push(await uploadAttachment(attachment));
  return ids;
}
