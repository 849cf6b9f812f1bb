import type { HistoryEntry } from '@core/contract/deadlines.ts';
import { useI18n } from 'vue-i18n';
import { useDayText } from '@/format/day.ts';
import { yuanText } from '@/format/money.ts';
import { wordKey } from './complaint-looks.ts';
import { useAreaNames } from '@/stores/reference.ts';

/** What an act is called in a timeline, and its facts as sentences; what has no word is shown as it stands. */
export function useHistoryWords(prefix: string): {
  wordsOf: (entry: HistoryEntry) => string;
  factsOf: (entry: HistoryEntry) => string[];
} {
  const { t, te } = useI18n();
  const areaName = useAreaNames();
  const dayText = useDayText();
  const known = (stem: string, name: string): string => (te(`${stem}.${name}`) ? t(`${stem}.${name}`) : name);

  function valueOf(name: string, value: string | number | boolean): string {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return /fen$/i.test(name) ? yuanText(value) : String(value);
    if (/(on|by|from|until|to)$/i.test(name) && /^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value);
    if (/areacode|officecode/i.test(name)) return areaName(value);
    if (name === 'closureCode' || name === 'code') return known('cases.closure', value);
    if (name === 'ground')
      return known(te(wordKey('complaints.ground', value)) ? 'complaints.ground' : 'cases.ground', value);
    if (name === 'channel') return known('complaints.channel', value);
    if (name === 'mode') return known('cases.mode', value);
    if (name === 'means') return known('cases.means', value);
    return value;
  }
  return {
    wordsOf: ({ action }) => known(prefix, action),
    factsOf: ({ facts }) =>
      Object.entries(facts ?? {})
        .filter(([name]) => te(`record.fact.${name}`))
        .map(([name, value]) =>
          t('record.factLine', { name: t(`record.fact.${name}`), value: valueOf(name, value) }),
        ),
  };
}
