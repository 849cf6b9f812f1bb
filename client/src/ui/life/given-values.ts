import type { FieldSpec, FieldValue } from '@core/lives/field.ts';
import { parseYuanText } from '../../../../server/core/kit/money.ts';
import { ApiError } from '@/api/api-error.ts';
import type { Bilingual } from '@/i18n/bilingual.ts';
import { ERRORS } from '../../../../server/core/contract/errors.ts';

/** What stands in the inputs of a form: texts as typed, ticks, ids of files. */
export type Typed = Record<string, string | boolean | string[]>;

/** Where a field's sentence of the server finds its place. */
export const pathOf = (field: FieldSpec): string => `given.${field.name}`;

export const emptyTyped = (fields: readonly FieldSpec[]): Typed =>
  Object.fromEntries(
    fields.map(({ name, kind }) => [name, kind === 'yes' ? false : kind === 'files' ? [] : '']),
  );

export interface FieldWords {
  needed: Bilingual;
  choose: Bilingual;
  amount: Bilingual;
  number: Bilingual;
}

/** The typed values as they are sent, empty ones left out; throws with every field that cannot be read. */
export function givenOf(
  fields: readonly FieldSpec[],
  typed: Typed,
  words: FieldWords,
): Record<string, FieldValue> {
  const given: Record<string, FieldValue> = {};
  const problems: { path: string; words: Bilingual }[] = [];
  for (const field of fields) {
    const value = read(field, typed[field.name]);
    if (value === 'unreadable')
      problems.push({ path: pathOf(field), words: field.kind === 'fen' ? words.amount : words.number });
    else if (value !== undefined) given[field.name] = value.is;
    else if (field.isRequired) {
      const isPicked = field.kind === 'choice' || field.kind === 'day';
      problems.push({ path: pathOf(field), words: isPicked ? words.choose : words.needed });
    }
  }
  if (problems.length > 0) throw lacking(problems);
  return given;
}

function read(
  field: FieldSpec,
  typed: Typed[string] | undefined,
): { is: FieldValue } | 'unreadable' | undefined {
  if (typeof typed === 'boolean') return { is: typed };
  if (Array.isArray(typed)) return typed.length === 0 ? undefined : { is: [...typed] };
  const text = typed?.trim() ?? '';
  if (text === '') return undefined;
  if (field.kind === 'fen') {
    const fen = parseYuanText(text);
    return fen === null ? 'unreadable' : { is: fen };
  }
  if (field.kind === 'count') return /^\d{1,9}$/.test(text) ? { is: Number(text) } : 'unreadable';
  return { is: text };
}

function lacking(problems: readonly { path: string; words: Bilingual }[]): ApiError {
  const { status, zh, en, nextZh, nextEn } = ERRORS.invalidInput;
  const counted = (text: string): string => text.replace('{count}', String(problems.length));
  return new ApiError(
    'invalidInput',
    status,
    { messages: { zh: counted(zh), en: counted(en) }, next: { zh: nextZh, en: nextEn } },
    { fields: problems.map(({ path, words }) => ({ in: 'body', path, rule: 'any.required', ...words })) },
  );
}
