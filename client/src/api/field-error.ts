import { locales } from '@/locales/transport.ts';
import type { Bilingual } from '@/i18n/bilingual.ts';
import { ApiError } from './api-error.ts';

/** For what a person typed that cannot be read as a value at all: shown like the server's own field errors. */
export const fieldError = (path: string, words: Bilingual): ApiError =>
  new ApiError('invalidInput', 422, locales.invalidInput, {
    fields: [{ in: 'body', path, rule: 'unreadable', ...words }],
  });
