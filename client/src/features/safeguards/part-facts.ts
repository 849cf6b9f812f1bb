import type { SafeguardPart, SafeguardsView } from '@core/contract/safeguards.ts';
import { useI18n } from 'vue-i18n';
import type { RecordFact } from '@/features/registry/record-fact.ts';
import { yuanText } from '@/format/money.ts';
import type { PartField } from './part-fields.ts';
import { PART_FIELDS } from './part-fields.ts';

/** What is on record of a part, in the order of its form; what may stay empty is left out where it is. */
export function usePartFacts(): (view: SafeguardsView, part: SafeguardPart) => RecordFact[] {
  const { t } = useI18n();
  function textOf({ kind, path }: PartField, part: SafeguardPart, value: unknown): string {
    if (value === undefined) return '';
    if (kind === 'yuan') return yuanText(Number(value));
    if (kind === 'percent') return `${Number(value) / 100}%`;
    if (kind === 'select') return t(`safeguards.option.${part}.${path}.${String(value)}`);
    return String(value);
  }
  return (view, part) => {
    const stored: Record<string, unknown> = { ...view[part] };
    return PART_FIELDS[part].flatMap((field) => {
      if (field.kind === 'file') return [];
      const text = textOf(field, part, stored[field.maskedAs ?? field.path]);
      if (text === '' && field.isOptional) return [];
      const isNumber = field.kind !== 'text' && field.kind !== 'select';
      return [{ label: t(`safeguards.field.${part}.${field.path}`), text, isNumber }];
    });
  };
}

/** The paper of a part, where one was sent. */
export function paperOf(view: SafeguardsView, part: SafeguardPart): string | undefined {
  const stored: Record<string, unknown> = { ...view[part] };
  const path = PART_FIELDS[part].find(({ kind }) => kind === 'file')?.path;
  const id = path === undefined ? undefined : stored[path];
  return typeof id === 'string' ? id : undefined;
}
