import type { ArrearsLineView } from '@core/contract/arrears.ts';
import { useI18n } from 'vue-i18n';
import { yuanText } from '@/format/money.ts';

/** How a figure was reckoned, in a few words: 26 days at 300 yuan. */
export function useBasisWords(stem: string): (basis: ArrearsLineView['basis']) => string {
  const { t } = useI18n();
  return ({ kind, hundredths, rateFen }) => {
    if (kind === 'sum' || hundredths === undefined || rateFen === undefined) return '';
    return t(`${stem}.${kind}`, { count: hundredths / 100, rate: yuanText(rateFen) });
  };
}
