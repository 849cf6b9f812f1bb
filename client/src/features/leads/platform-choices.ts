import { LEAD_PLATFORMS } from '@core/contract/leads.ts';
import { useI18n } from 'vue-i18n';

/** The platforms leads come from, as a list to choose from. */
export function usePlatforms(): () => { value: string; label: string }[] {
  const { t } = useI18n();
  return () => LEAD_PLATFORMS.map((value) => ({ value, label: t(`complaints.channel.${value}`) }));
}
