import { useI18n } from 'vue-i18n';
import type { PayMonth } from '@core/kit/plain-date.ts';

/** Pay months in a line, the year said once: '2026: 8, 9, 10'. */
export function useMonthNames(): (months: readonly PayMonth[]) => string {
  const { t } = useI18n();
  return (months) => {
    const years = new Map<string, number[]>();
    for (const month of [...months].sort()) {
      const year = month.slice(0, 4);
      years.set(year, [...(years.get(year) ?? []), Number(month.slice(5))]);
    }
    return [...years]
      .map(([year, numbers]) =>
        t('filing.months.ofYear', { year, months: numbers.join(t('filing.months.comma')) }),
      )
      .join(t('filing.months.semicolon'));
  };
}
