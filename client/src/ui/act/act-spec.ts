import type { LookUpSearch } from '../look-up.ts';

/** What one field of an act asks for. `look` picks a record; `check` must be ticked to go on. */
export type ActFieldKind =
  'words' | 'line' | 'choice' | 'day' | 'area' | 'department' | 'look' | 'files' | 'check';

export interface ActField {
  /** The field's name in the request, so that the server's sentence finds its place. */
  name: string;
  kind: ActFieldKind;
  labelKey: string;
  hintKey?: string;
  optional?: boolean;
  choices?: readonly { value: string; labelKey: string }[];
  /** Choices that are names, e.g. of people: shown as they are. */
  options?: readonly { value: string; label: string }[];
  search?: LookUpSearch;
  purpose?: 'evidence' | 'document';
  /** Shown only then, e.g. when another field says so. */
  when?: (values: ActValues) => boolean;
}

export type ActValues = Record<string, string | string[]>;

/** One act: what it is called, what follows from it, and what it asks. */
export interface ActSpec {
  titleKey: string;
  /** What will follow, in one sentence, before the button. */
  consequenceKey: string;
  danger?: boolean;
  fields: readonly ActField[];
  /** A body of another shape than the fields. */
  body?: (values: ActValues) => object;
}

export const reasonField: ActField = {
  name: 'reason',
  kind: 'words',
  labelKey: 'common.reason',
  hintKey: 'common.reasonHint',
};
export const noteField: ActField = { name: 'note', kind: 'words', labelKey: 'record.note', optional: true };

export const textOf = (values: ActValues, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** Empty values of an act: a day or a choice starts with nothing chosen. */
export const emptyValues = (spec: ActSpec): ActValues =>
  Object.fromEntries(spec.fields.map((field) => [field.name, field.kind === 'files' ? [] : '']));

/** What has to be filled in or chosen and is not: said before anything is sent. Files and ticks speak for themselves. */
export const lackingOf = (spec: ActSpec, values: ActValues): ActField[] =>
  spec.fields.filter(
    ({ name, kind, optional, when }) =>
      kind !== 'files' &&
      kind !== 'check' &&
      optional !== true &&
      (when?.(values) ?? true) &&
      textOf(values, name) === '',
  );
/** Is it picked, and not written? */
export const isPicked = ({ kind }: ActField): boolean => kind !== 'words' && kind !== 'line';

/** The body that is sent: shown fields only, texts trimmed, optional ones left out when empty. */
export function bodyOf(spec: ActSpec, values: ActValues): object {
  if (spec.body) return spec.body(values);
  const shown = spec.fields.filter((field) => field.kind !== 'check' && (field.when?.(values) ?? true));
  const entries = shown.map((field): [string, string | string[]] => [
    field.name,
    field.kind === 'files' ? (values[field.name] ?? []) : textOf(values, field.name),
  ]);
  return Object.fromEntries(
    entries.filter(
      ([name, value]) => value !== '' || shown.every((field) => field.name !== name || !field.optional),
    ),
  );
}
