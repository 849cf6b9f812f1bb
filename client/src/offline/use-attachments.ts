import { onMounted, shallowRef, type ShallowRef } from 'vue';
import { isOnline } from './online.ts';
import {
  addAttachment,
  attachmentsOf,
  dropAttachment,
  type Attachment,
  type AttachmentKind,
} from './attachments.ts';
import { uploadAttachment } from './upload-attachment.ts';

export interface AttachmentList {
  items: ShallowRef<Attachment[]>;
  add: (kind: AttachmentKind, name: string, blob: Blob, seconds?: number) => Promise<Attachment>;
  drop: (id: string) => Promise<void>;
  reload: () => Promise<void>;
}

/** The photos and voice notes of one draft or answer; sent in the background as soon as somebody may send. */
export function useAttachments(owner: string, maySend: () => boolean): AttachmentList {
  const items: ShallowRef<Attachment[]> = shallowRef([]);

  async function reload(): Promise<void> {
    items.value = await attachmentsOf(owner);
  }

  function sendEarly(attachment: Attachment): void {
    // What fails here is shown at the file, and sent again when the button is pressed.
    if (maySend() && isOnline.value) void uploadAttachment(attachment).catch(() => undefined);
  }

  async function add(kind: AttachmentKind, name: string, blob: Blob, seconds?: number): Promise<Attachment> {
    const made = await addAttachment({ owner, kind, name, blob, ...(seconds !== undefined && { seconds }) });
    await reload();
    sendEarly(made);
    return made;
  }

  async function drop(id: string): Promise<void> {
    await dropAttachment(id);
    await reload();
  }

  onMounted(reload);
  return { items, add, drop, reload };
}
