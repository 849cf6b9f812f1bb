import type { AlertRow } from '../../../../server/core/contract/alerts.ts';
import type { Page } from '../../../../server/core/contract/page.ts';

/** Does the company still owe an answer? What it has answered waits for the office. */
const waits = ({ answerBy, answered }: AlertRow): boolean => answerBy !== undefined && answered !== true;

/** What is to be answered first, the earliest day on top; then red before yellow; then what lasts longest. */
export function urgentFirst(page: Page<AlertRow>, shown: number): Page<AlertRow> {
  const items = [...page.items].sort(
    (a, b) =>
      Number(waits(b)) - Number(waits(a)) ||
      (waits(a) ? (a.answerBy ?? '').localeCompare(b.answerBy ?? '') : 0) ||
      Number(b.level === 'red') - Number(a.level === 'red') ||
      a.since.localeCompare(b.since),
  );
  return { ...page, items: items.slice(0, shown) };
}
