import { useI18n } from 'vue-i18n';
import { parameterDigits } from '@/format/parameter-value.ts';
import { kindOf, type RuleNumberView } from './rule-change.ts';

/** A number of a rule with what it counts: 30%, 5 working days. */
export function useNumberText(): (number: Pick<RuleNumberView, 'value' | 'unit'>) => string {
  const { t } = useI18n();
  return (number) => {
    const kind = kindOf(number);
    const count = parameterDigits(kind, number.value);
    return kind === 'count' || kind === 'basisPoints' ? count : t(`alerts.unit.${kind}`, { value: count });
  };
}
