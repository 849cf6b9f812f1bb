import { findRule, isCitable, printCitation } from '@core/law/articles.ts';
import { isChinese } from '@/i18n/bilingual.ts';

/** The table of who answers for unpaid wages: each rule names another party. */
export const LIABILITY_RULES = [
  'REG-16-1',
  'REG-18-1',
  'REG-19-1',
  'REG-20-1',
  'REG-21-1',
  'REG-22-1',
  'REG-29-2',
  'REG-30-1',
  'REG-30-2',
  'REG-30-3',
  'REG-36-1',
  'REG-36-2',
  'REG-37-1',
] as const;

/** What a rule says, and where it stands where that may be printed. */
export function liabilityText(id: string, locale: string): { says: string; where: string } {
  const rule = findRule(id);
  const chinese = isChinese(locale);
  return {
    says: rule === undefined ? id : chinese ? rule.zh : rule.en,
    where: isCitable(id) ? printCitation(id, chinese ? 'zh' : 'en') : '',
  };
}
