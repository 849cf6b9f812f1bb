import { computed, type Ref } from 'vue';
import type { Attachment } from '@/offline/attachments.ts';
import { shrinkPhoto, UnreadablePhoto } from '@/offline/shrink-photo.ts';
import { uploadAttachment, uploads } from '@/offline/upload-attachment.ts';
import { useAttachments } from '@/offline/use-attachments.ts';
import type { FileLine, FileLines } from './file-lines.ts';

const MOST_LETTERS = 100;

/** A photo made small; what is none, or cannot be read here, as it is: the server says what it thinks of it. */
async function madeSmall(file: File): Promise<{ name: string; blob: Blob }> {
  if (!file.type.startsWith('image/')) return { name: file.name, blob: file };
  try {
    const blob = await shrinkPhoto(file);
    const isTurned = blob !== file && blob.type === 'image/jpeg';
    return { name: isTurned ? `${file.name.replace(/\.\w+$/, '')}.jpg` : file.name, blob };
  } catch (cause) {
    if (!(cause instanceof UnreadablePhoto)) throw cause;
    return { name: file.name, blob: file };
  }
}

function lineOf({ id, name, blob, fileId }: Attachment): FileLine {
  const upload = uploads.get(id);
  const state = fileId !== undefined ? 'sent' : (upload?.state ?? 'kept');
  // Without a network nothing has failed: the phone has it.
  const isOffline = upload?.state === 'failed' && upload.error.code === 'offline';
  return {
    ...{ key: id, name, bytes: blob.size, state: isOffline ? 'kept' : state },
    error: upload?.state === 'failed' ? upload.error : undefined,
  };
}

/**
 * Files of a form that is kept on the phone: they lie there with it until it has arrived, and the field has the ids the
 * phone gave them; whoever sends the form sends them first.
 */
export function useKeptFiles(owner: string, ids: Ref<string[]>, busy: (isBusy: boolean) => void): FileLines {
  const list = useAttachments(owner, () => true);
  const mine = computed(() => list.items.value.filter(({ id }) => ids.value.includes(id)));

  async function add(files: readonly File[]): Promise<void> {
    busy(true);
    try {
      for (const file of files) {
        const { name, blob } = await madeSmall(file);
        const kind = blob.type.startsWith('image/') ? 'photo' : 'file';
        const made = await list.add(kind, name.slice(-MOST_LETTERS), blob);
        ids.value = [...ids.value, made.id];
      }
    } finally {
      busy(false);
    }
  }

  return {
    lines: computed(() => mine.value.map(lineOf)),
    add,
    again: (key) => {
      const one = mine.value.find(({ id }) => id === key);
      if (one) void uploadAttachment(one).catch(() => undefined); // shown at the file
    },
    remove: (key) => {
      ids.value = ids.value.filter((id) => id !== key);
      void list.drop(key);
    },
  };
}
