import type { Locale } from '@core/contract/accounts.ts';

/** A sentence the server sends in both languages. */
export interface Bilingual {
  zh: string;
  en: string;
}

export const inLocale = (words: Bilingual, locale: string): string =>
  isChinese(locale) ? words.zh : words.en;

export const isChinese = (locale: string): locale is Locale & 'zh-CN' => locale === 'zh-CN';
