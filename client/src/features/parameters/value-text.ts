import type { ParameterValue, ParameterView } from '@core/contract/areas.ts';
import { useI18n } from 'vue-i18n';
import { parameterDigits } from '@/format/parameter-value.ts';

/** A value as a sentence part: an amount per month, a number of working days. */
export function useValueText(): (parameter: ParameterView, value: ParameterValue) => string {
  const { t } = useI18n();
  const COUNTED = ['workingDays', 'calendarDays', 'months'] as const;
  return (parameter, { value }) => {
    const digits = parameterDigits(parameter.kind, value);
    const counted = COUNTED.find((kind) => kind === parameter.kind);
    if (counted) return t(`parameters.counted.${counted}`, { count: digits });
    if (parameter.kind === 'count')
      return parameter.unit ? `${digits} ${t(`parameters.unit.${parameter.unit}`)}` : digits;
    return parameter.unit ? `${digits} / ${t(`parameters.unit.${parameter.unit}`)}` : digits;
  };
}
