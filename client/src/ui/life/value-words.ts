import type { FieldSpec, FieldValue } from '@core/lives/field.ts';
import type { HistoryEntry } from '@core/contract/deadlines.ts';
import { useI18n } from 'vue-i18n';
import { useDayText } from '@/format/day.ts';
import { yuanText } from '@/format/money.ts';
import { say } from '@/i18n/index.ts';

interface Words {
  wordsOf: (entry: HistoryEntry) => string;
  factsOf: (entry: HistoryEntry) => string[];
}

/** Values of a step in words, and the lines of a timeline in which its steps stand among the others. */
export function useLifeWords() {
  const { t } = useI18n();
  const dayText = useDayText();

  function textOf(field: FieldSpec, value: FieldValue): string {
    if (Array.isArray(value)) return t('life.files', { count: value.length });
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return field.kind === 'fen' ? yuanText(value) : String(value);
    if (field.kind === 'day') return dayText(value);
    const choice = field.choices?.find((one) => one.value === value);
    return choice ? say(choice.label) : value;
  }
  /** What was given with a step, a line each; files are shown as files. */
  const linesOf = ({ proceeding, step = proceeding }: HistoryEntry): string[] =>
    (step?.given ?? [])
      .filter(({ field }) => field.kind !== 'files')
      .map(({ field, value }) =>
        t('record.factLine', { name: say(field.label), value: textOf(field, value) }),
      );
  const among = (others: Words): Words => ({
    wordsOf: (entry) =>
      entry.proceeding
        ? t('life.step', { kind: say(entry.proceeding.kind), step: say(entry.proceeding.says) })
        : others.wordsOf(entry),
    factsOf: (entry) => (entry.proceeding ? linesOf(entry) : others.factsOf(entry)),
  });
  return { textOf, linesOf, among };
}
