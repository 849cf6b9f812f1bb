import type { InjectionKey, Ref } from 'vue';
import type { ApiError } from '@/api/api-error.ts';

/** One chosen file as the field shows it. */
export interface FileLine {
  key: string;
  name: string;
  bytes: number;
  state: 'sending' | 'sent' | 'failed' | 'kept';
  error?: ApiError | undefined;
}

/** What becomes of the files of a field: sent at once, or kept on the phone until their form is sent. */
export interface FileLines {
  lines: Readonly<Ref<readonly FileLine[]>>;
  add: (files: readonly File[]) => Promise<void>;
  again: (key: string) => void;
  remove: (key: string) => void;
}

/** Given by a form that is kept on the phone: under this name its files are kept, too. */
export const KEPT_AS: InjectionKey<string> = Symbol('keptAs');
