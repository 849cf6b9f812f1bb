import { useI18n } from 'vue-i18n';
import { oneOrMore } from '@/format/one-or-more.ts';
import { parameterDigits } from '@/format/parameter-value.ts';
import { kindOf, type RuleNumberView } from './rule-change.ts';

/** A number of a rule with what it counts: 30%, 5 working days. */
export function useNumberText(): (number: Pick<RuleNumberView, 'value' | 'unit'>) => string {
  const { t } = useI18n();
  return (number) => {
    const kind = kindOf(number);
    const count = parameterDigits(kind, number.value);
    if (kind === 'count' || kind === 'basisPoints') return count;
    return t(oneOrMore(`alerts.unit.${kind}`, number.value), { value: count });
  };
}
