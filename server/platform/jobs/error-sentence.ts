import { AppError } from '../app-error.ts';

const LONGEST = 300;

/** What went wrong in one line fit for a list: no stack, no long numbers, no addresses of people. */
export function errorSentence(error: unknown): string {
  const text =
    error instanceof AppError
      ? `${error.code} ${JSON.stringify(error.details)}`
      : error instanceof Error
        ? `${error.name}: ${error.message}`
        : String(error);
  return text
    .replace(/\S+@\S+/g, '…@…')
    .replace(/\d{7,}[\dXx]?/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST);
}
