import { AppError } from './app-error.ts';
import { errorWords } from './error-words.ts';

/** What went wrong, for whoever started a program: a use case's refusal in both languages, with each field it is about. */
export function toldOnScreen(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.message : String(error);
  const { zh, en } = errorWords(error);
  const fields = (error.fields ?? []).map((field) => `\n  ${field.path}: ${field.zh} / ${field.en}`);
  return `${zh} / ${en} (${error.code})${fields.join('')}`;
}
