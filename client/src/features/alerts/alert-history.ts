import type { HistoryEntry } from '@core/contract/deadlines.ts';
import { useI18n } from 'vue-i18n';
import { useKnownWords } from '@/i18n/known-word.ts';

/** What happened to an alert, and the facts of it in words; a fact without a word of ours is left out. */
export function useAlertHistory(): {
  wordsOf: (entry: HistoryEntry) => string;
  factsOf: (entry: HistoryEntry) => string[];
} {
  const { t, te } = useI18n();
  const did = useKnownWords('alerts.did');
  const reason = useKnownWords('alerts.reason');
  const step = useKnownWords('alerts.step');

  function valueOf(name: string, value: string | number | boolean): string {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (name === 'why') return reason(String(value));
    if (name === 'step') return step(String(value));
    return String(value);
  }
  return {
    wordsOf: ({ action }) => did(action),
    factsOf: ({ facts }) =>
      Object.entries(facts ?? {})
        .filter(([name, value]) => te(`alerts.fact.${name}`) && !(name === 'files' && value === 0))
        .map(([name, value]) =>
          t('record.factLine', { name: t(`alerts.fact.${name}`), value: valueOf(name, value) }),
        ),
  };
}
