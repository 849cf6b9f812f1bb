import type { App } from 'vue';
import { toastError } from './toasts.ts';

/** A fault in a page itself: said on screen like every other failure, and left to the browser's error log. */
export function showUnexpected(app: App): void {
  app.config.errorHandler = (cause) => toastError(cause);
}
