import type { Words } from '../../core/alerts/rule.ts';
import type { LineStanding } from '../../core/contract/arrears.ts';

/** The one name of each standing, on papers and in tables. */
export const STANDING_WORDS: Readonly<Record<LineStanding, Words>> = {
  disputed: { zh: '有争议', en: 'Disputed' },
  unknown: { zh: '无数据', en: 'No data' },
  open: { zh: '未答完', en: 'Open' },
  found: { zh: '已认定', en: 'Found' },
  agreed: { zh: '双方认可', en: 'Agreed' },
};
export const MARK_WORDS: Readonly<Record<'agreed' | 'disputed', Words>> = {
  agreed: { zh: '认可', en: 'Agrees' },
  disputed: { zh: '有异议', en: 'Disputes' },
};
