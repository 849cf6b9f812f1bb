import { findRule, isCitable, printCitation } from '@core/law/articles.ts';
import { isChinese } from '@/i18n/bilingual.ts';

/** What a rule says, and where it stands where that may be printed. */
export function liabilityText(id: string, locale: string): { says: string; where: string } {
  const rule = findRule(id);
  const chinese = isChinese(locale);
  return {
    says: rule === undefined ? id : chinese ? rule.zh : rule.en,
    where: isCitable(id) ? printCitation(id, chinese ? 'zh' : 'en') : '',
  };
}
