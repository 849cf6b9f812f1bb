import { LOCALES, type Locale } from '@core/contract/accounts.ts';
import { withPlurals } from '@core/kit/plurals.ts';
import { createI18n } from 'vue-i18n';
import { inLocale, type Bilingual } from './bilingual.ts';

type Messages = Record<string, unknown>;
type Load = () => Promise<{ default: Messages }>;

const STORED_AS = 'anxin.locale';

function rememberedLocale(): Locale {
  const stored = localStorage.getItem(STORED_AS);
  return LOCALES.find((locale) => locale === stored) ?? 'zh-CN';
}

export const i18n = createI18n({
  ...({ legacy: false, locale: 'zh-CN', fallbackLocale: 'zh-CN', messages: {} } as const),
  postTranslation: (said) => (typeof said === 'string' ? withPlurals(said) : said),
});
const loaded = new Set<Load>();
let loaders: Record<Locale, Load>[] = [];

/** A page (desk or phone) brings only its own words, and only in the language that is read. */
export async function startI18n(pageLoaders: Record<Locale, Load>): Promise<void> {
  loaders = [pageLoaders];
  await switchLocale(rememberedLocale());
}

/** Words that few pages need come with the first of these pages, and with the language from then on. */
export async function alsoWords(further: Record<Locale, Load>): Promise<void> {
  if (!loaders.includes(further)) loaders.push(further);
  await loadWords(currentLocale());
}

async function loadWords(locale: Locale): Promise<void> {
  for (const { [locale]: load } of loaders) {
    if (loaded.has(load)) continue;
    i18n.global.mergeLocaleMessage(locale, (await load()).default);
    loaded.add(load);
  }
}

export async function switchLocale(locale: Locale): Promise<void> {
  await loadWords(locale);
  i18n.global.locale.value = locale;
  localStorage.setItem(STORED_AS, locale);
  document.documentElement.lang = locale;
}

export const currentLocale = (): Locale => (i18n.global.locale.value === 'en' ? 'en' : 'zh-CN');

/** Server sentences come in both languages; this reads the one on screen and follows the switch. */
export const say = (words: Bilingual): string => inLocale(words, i18n.global.locale.value);
