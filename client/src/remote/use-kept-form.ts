import type { FieldValue } from '@core/lives/field.ts';
import { onBeforeUnmount, onMounted, provide, ref, watch } from 'vue';
import { attachmentsOf, dropAttachmentsOf, forgetUploads } from '@/offline/attachments.ts';
import { dropNote, findNote, keepNote, keyFor } from '@/offline/notes.ts';
import { uploadAttachment } from '@/offline/upload-attachment.ts';
import { KEPT_AS } from '@/ui/files/file-lines.ts';
import { asApiError } from './remote-data.ts';

const KEEP_AFTER_MS = 300;

/** The ids the server gave to files of which the form knows what the phone calls them. */
export type FilesOf = (ids: readonly string[]) => string[];

/** What was given in the fields of a record, its files as the server calls them. */
export const givenWithFiles = (
  given: Readonly<Record<string, FieldValue>>,
  filesOf: FilesOf,
): Record<string, FieldValue> =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, Array.isArray(value) ? filesOf(value) : value]),
  );

function read<Values>(text: string): Values | undefined {
  try {
    return JSON.parse(text) as Values; // written by `keep` alone
  } catch {
    return undefined;
  }
}

/**
 * A form that is filled in out of doors: what is typed and every photo lie in the phone's own database at each change
 * and are there again after the page was closed, until they have arrived. One of a kind is under way at a time.
 */
export function useKeptForm<Values>(id: string, now: () => Values, fill: (kept: Values) => void) {
  const ready = ref(false);
  const isKept = ref(false);
  let last = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const text = (): string => JSON.stringify(now());
  provide(KEPT_AS, id);

  onMounted(async () => {
    const found = await findNote(id);
    const kept = found && read<Values>(found.text);
    if (kept !== undefined) {
      fill(kept);
      isKept.value = true;
    }
    last = text();
    ready.value = true;
  });

  /** The key of a submission under way stays: it belongs to its content, and an edited one gets another. */
  async function keep(): Promise<void> {
    clearTimeout(timer);
    const words = text();
    await keepNote({ ...(await findNote(id)), id, text: words });
    last = words;
    isKept.value = true;
  }
  watch(text, (words) => {
    clearTimeout(timer);
    if (ready.value && words !== last) timer = setTimeout(() => void keep(), KEEP_AFTER_MS);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    if (ready.value && text() !== last) void keep();
  });

  /** It has arrived, or is not wanted: nothing of it stays on the phone. */
  async function drop(): Promise<void> {
    clearTimeout(timer);
    last = text();
    isKept.value = false;
    await dropNote(id);
    await dropAttachmentsOf(id);
  }

  /** Files first, then the words; however often it is tried, what did not change is filed once. */
  async function deliver<Body, Answer>(
    bodyOf: (filesOf: FilesOf) => Body,
    post: (body: Body, key: string) => Promise<Answer>,
  ): Promise<Answer> {
    await keep();
    const sent = new Map<string, string>();
    for (const one of await attachmentsOf(id)) sent.set(one.id, await uploadAttachment(one));
    const body = bodyOf((ids) => ids.flatMap((one) => sent.get(one) ?? []));
    try {
      const answer = await post(body, await keyFor(id, text(), JSON.stringify(body)));
      await drop();
      return answer;
    } catch (cause) {
      // A file that lay too long is gone on the server; the phone still has it and sends it anew with the next try.
      const isOfFiles = asApiError(cause).fields.some(({ path }) => path.includes('fileIds'));
      if (isOfFiles) await forgetUploads(id);
      throw cause;
    }
  }

  return { ready, isKept, deliver, drop };
}
