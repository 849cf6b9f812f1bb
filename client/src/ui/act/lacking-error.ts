import { ERRORS } from '@core/contract/errors.ts';
import { ApiError } from '@/api/api-error.ts';
import type { Bilingual } from '@/i18n/bilingual.ts';
import { isPicked, lackingOf, type ActSpec, type ActValues } from './act-spec.ts';

/** Why an act cannot be sent yet, as the server would put it, but in the words of the form; undefined: it can. */
export function lackingError(
  spec: ActSpec,
  values: ActValues,
  say: (key: 'record.pleaseChoose' | 'record.mustFill') => string,
): ApiError | undefined {
  const fields = lackingOf(spec, values).map((field) => ({
    ...{ in: 'body' as const, path: field.name, rule: 'any.required' },
    ...both(say(isPicked(field) ? 'record.pleaseChoose' : 'record.mustFill')),
  }));
  if (fields.length === 0) return undefined;
  const { status, zh, en, nextZh, nextEn } = ERRORS.invalidInput;
  const counted = (words: string): string => words.replace('{count}', String(fields.length));
  const words = { messages: { zh: counted(zh), en: counted(en) }, next: { zh: nextZh, en: nextEn } };
  return new ApiError('invalidInput', status, words, { fields });
}

/** The page holds the words of one language only. */
const both = (words: string): Bilingual => ({ zh: words, en: words });
