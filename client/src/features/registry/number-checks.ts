import {
  checkBankCard,
  checkCitizenId,
  checkCreditCode,
  isMobile,
} from '../../../../server/core/kit/identity-numbers.ts';
import { useI18n } from 'vue-i18n';
import { todayHere } from '@/format/today.ts';
import type { Finding } from '@/ui/finding.ts';

export type NumberCheck = (typed: string) => Finding;

/** What a number says of itself while it is typed, by the rules the server checks again. A wrong Luhn digit only warns. */
export function useNumberChecks(): Record<'creditCode' | 'citizenId' | 'phone' | 'bankCard', NumberCheck> {
  const { t } = useI18n();
  const bad = (kind: string, fault: string): Finding => ({
    tone: 'bad',
    text: t(`registry.fault.${kind}.${fault}`),
  });
  const good = (text: string): Finding => ({ tone: 'good', text });

  return {
    creditCode: (typed) => {
      const found = checkCreditCode(typed);
      return found.ok ? good(t('registry.numberRight')) : bad('creditCode', found.fault);
    },
    citizenId: (typed) => {
      const found = checkCitizenId(typed, todayHere());
      if (!found.ok) return bad('citizenId', found.fault);
      const sex = t(`registry.sex.${found.sex}`);
      return good(t('registry.citizenIdSays', { sex, year: found.birthDate.slice(0, 4) }));
    },
    phone: (typed) => (isMobile(typed) ? good(t('registry.numberRight')) : bad('phone', 'form')),
    bankCard: (typed) => {
      const found = checkBankCard(typed);
      if (!found.ok) return bad('bankCard', found.fault);
      return found.luhn
        ? good(t('registry.numberRight'))
        : { tone: 'doubt', text: t('registry.fault.bankCard.luhn') };
    },
  };
}
