import { firstDayOf, payMonthOf, previousPayMonth, type PlainDate } from '../kit/plain-date.ts';
import type { ChecklistFact, ChecklistFacts } from './checklist-facts.ts';

/**
 * Does the rights board stand on site with everything it must say? Shown by a photo of this month or the last; a board
 * that lacks a field, or that nobody has photographed since, is not called done.
 * @law REG-34-1
 */
export function boardFact(
  { boardMissing, boardPhotoDays }: Pick<ChecklistFacts, 'boardMissing' | 'boardPhotoDays'>,
  today: PlainDate,
): ChecklistFact {
  if (boardMissing.length > 0) {
    return {
      state: 'missing',
      zh: `告示牌内容缺：${boardMissing.map(({ zh }) => zh).join('、')}`,
      en: `The board lacks: ${boardMissing.map(({ en }) => en).join(', ')}`,
    };
  }
  const last = [...boardPhotoDays].sort().at(-1);
  if (last === undefined)
    return { state: 'missing', zh: '内容齐全，未上传现场照片', en: 'Complete; no photo from the site yet' };
  if (last < firstDayOf(previousPayMonth(payMonthOf(today)))) {
    return {
      state: 'missing',
      zh: `最近一张现场照片是 ${last}，请上传本月照片`,
      en: `The last photo from the site is of ${last}: add one of this month`,
    };
  }
  return {
    state: 'done',
    zh: `内容齐全，现场照片 ${last}`,
    en: `Complete; photo from the site of ${last}`,
  };
}
