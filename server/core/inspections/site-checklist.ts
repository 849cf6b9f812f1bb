import type { ChecklistLine } from '../contract/inspections.ts';
import type { ChecklistItemId } from '../contract/safeguards.ts';
import type { Words } from '../alerts/rule.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** The seven things an inspection on site looks at, as the form asks for them. */
export const ITEM_WORDS: Readonly<Record<ChecklistItemId, Words>> = {
  labourContract: words('劳动合同', 'Labour contracts'),
  wagePayment: words('工资支付', 'Payment of wages'),
  realName: words('实名制登记', 'Real-name register'),
  wageAccount: words('工资专用账户', 'Wage account'),
  gcDirectPay: words('总包代发', 'Paid by the general contractor'),
  wageBond: words('工资保证金', 'Wage bond'),
  rightsBoard: words('维权信息告示牌', 'Rights board'),
};

/**
 * What a visit comes to: one item that is not in order has to be put right. What was not seen is neither found nor
 * clean, but it gives nobody anything to put right.
 * @law REG-39-1
 */
export const resultOf = (lines: readonly Pick<ChecklistLine, 'answer'>[]): 'CLEAN' | 'TO_RECTIFY' =>
  lines.some(({ answer }) => answer === 'NOT_OK') ? 'TO_RECTIFY' : 'CLEAN';

/**
 * The visit in one sentence, for lists, exports and reports that know nothing of the seven items.
 * @example findingsOf(lines, '').startsWith('七项检查：符合 5 项，不符合 1 项（维权信息告示牌）')
 */
export function findingsOf(lines: readonly ChecklistLine[], remark: string): string {
  const named = (answer: ChecklistLine['answer']): string[] =>
    lines.filter((line) => line.answer === answer).map(({ item }) => ITEM_WORDS[item].zh);
  const [fine, wrong, unseen] = [named('OK'), named('NOT_OK'), named('NOT_SEEN')];
  const list = (items: string[]): string => (items.length === 0 ? '' : `（${items.join('、')}）`);
  const told = [
    `符合 ${fine.length} 项`,
    `不符合 ${wrong.length} 项${list(wrong)}`,
    ...(unseen.length === 0 ? [] : [`未查看 ${unseen.length} 项${list(unseen)}`]),
  ];
  return `七项检查：${told.join('，')}。${remark}`;
}

/** Rounded to about a hundred metres: enough to say which site it was, not where somebody stood. */
const PLACES = 1000;
export const roundedDegrees = (degrees: number): number => Math.round(degrees * PLACES) / PLACES;

/**
 * An inspection is made by two at least, each named once.
 * @law INS-16-1
 */
export const areTwoInspectors = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.trim()).filter((name) => name !== '')).size >= LEAST_INSPECTORS;
const LEAST_INSPECTORS = 2;
