import { useI18n } from 'vue-i18n';

/** '1 person', '30 people': how many a matter is about. */
export function usePeopleText(): (count: number) => string {
  const { t } = useI18n();
  return (count) => (count === 1 ? t('complaints.onePerson') : t('complaints.people', { count }));
}
