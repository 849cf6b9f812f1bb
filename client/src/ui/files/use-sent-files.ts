import type { FilePurpose, FileView } from '@core/contract/files.ts';
import { computed, reactive, watch, type Ref } from 'vue';
import type { ApiError } from '@/api/api-error.ts';
import { asApiError } from '@/remote/remote-data.ts';
import type { FileLine, FileLines } from './file-lines.ts';
import { uploadFile } from './upload-file.ts';

interface Sending {
  key: string;
  file: File;
  state: 'sending' | 'sent' | 'failed';
  view?: FileView;
  error?: ApiError;
}

/** Files sent at once, one after the other; the form only keeps their ids. */
export function useSentFiles(
  ids: Ref<string[]>,
  purposeOf: (file: File) => FilePurpose,
  busy: (isBusy: boolean) => void,
): FileLines {
  const all = reactive<Sending[]>([]);
  let nextKey = 1;
  const isSending = (): boolean => all.some(({ state }) => state === 'sending');
  const report = (): void => {
    ids.value = all.flatMap(({ view }) => (view ? [view.id] : []));
  };
  // A form that was sent and opened anew begins without files.
  watch(ids, (now) => now.length === 0 && !isSending() && all.splice(0));

  async function send(one: Sending): Promise<void> {
    one.state = 'sending';
    busy(true);
    try {
      one.view = await uploadFile(one.file, purposeOf(one.file));
      one.state = 'sent';
      report();
    } catch (cause) {
      one.error = asApiError(cause);
      one.state = 'failed';
    }
    busy(isSending());
  }

  return {
    lines: computed(() =>
      all.map(({ key, file, state, error }): FileLine => ({
        key,
        name: file.name,
        bytes: file.size,
        state,
        error,
      })),
    ),
    add: async (files) => {
      const added = files.map((file): Sending =>
        reactive({ key: String(nextKey++), file, state: 'sending' }),
      );
      all.push(...added);
      for (const one of added) await send(one);
    },
    again: (key) => {
      const one = all.find((line) => line.key === key);
      if (one) void send(one);
    },
    remove: (key) => {
      all.splice(
        all.findIndex((line) => line.key === key),
        1,
      );
      report();
    },
  };
}
