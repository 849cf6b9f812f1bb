import { useI18n } from 'vue-i18n';

/** Names that come from the server's data (acts, counts): our word where there is one, the name itself where not. */
export function useKnownWords(prefix: string): (name: string) => string {
  const { t, te } = useI18n();
  return (name) => (te(`${prefix}.${name}`) ? t(`${prefix}.${name}`) : name);
}
