import { reactive } from 'vue';
import type { ApiError } from '@/api/api-error.ts';
import { say } from '@/i18n/index.ts';
import { asApiError } from '@/remote/remote-data.ts';

export interface Toast {
  id: number;
  kind: 'good' | 'bad';
  text: string;
  more?: string;
}

const SHOWN_MS = 5_000;
let nextId = 1;
export const toasts = reactive<Toast[]>([]);

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

export function toast(text: string): void {
  const id = nextId++;
  toasts.push({ id, kind: 'good', text });
  setTimeout(() => dismiss(id), SHOWN_MS);
}

/** A failure stays until it is closed: it carries what to do next and the number to quote. */
export function toastError(cause: unknown): void {
  const error: ApiError = asApiError(cause);
  const more = [say(error.next), error.requestId].filter(Boolean).join(' · ');
  toasts.push({ id: nextId++, kind: 'bad', text: say(error.messages), more });
}
