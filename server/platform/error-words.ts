import { ERRORS } from '../core/contract/errors.ts';
import { withPlurals } from '../core/kit/plurals.ts';
import { waitingTime } from '../core/kit/waiting-time.ts';
import type { AppError, ErrorDetails } from './app-error.ts';

interface ErrorWords {
  zh: string;
  en: string;
  next: { zh: string; en: string };
}

const fill = (words: string, details: ErrorDetails): string =>
  withPlurals(words.replace(/\{(\w+)\}/gu, (_, key: string) => String(details[key] ?? '')));

/** The sentences of an error with its details in them; `more` is what only the request knows. */
export function errorWords(
  { code, details }: Pick<AppError, 'code' | 'details'>,
  more: ErrorDetails = {},
): ErrorWords {
  const entry = ERRORS[code];
  const wait = waitingTime(Number(details['retryAfter'] ?? 0));
  const inZh = { ...details, ...more, wait: wait.zh };
  const inEn = { ...details, ...more, wait: wait.en };
  return {
    zh: fill(entry.zh, inZh),
    en: fill(entry.en, inEn),
    next: { zh: fill(entry.nextZh, inZh), en: fill(entry.nextEn, inEn) },
  };
}
