import type { MyPayLine } from '@core/contract/my-pay.ts';
import type { PayAnswer } from '@core/contract/payroll.ts';
import { say } from '@/i18n/index.ts';
import type { IconName } from '@/ui/icon-shapes.ts';

/** The four answers, each with its icon; the words are in the locale files. */
export const WAYS: readonly { kind: PayAnswer; icon: IconName }[] = [
  { kind: 'right', icon: 'check' },
  { kind: 'less', icon: 'down' },
  { kind: 'nothing', icon: 'close' },
  { kind: 'notMe', icon: 'person' },
];

const MONTH_NAME = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' });

/** 2026-10 as people say it: in two numbers, or with the name English has for the month. */
export const monthParts = (text: string): { year: string; month: string } => {
  const [year, month] = [text.slice(0, 4), Number(text.slice(5))];
  const name = MONTH_NAME.format(Date.UTC(Number(year), month - 1, 1));
  return { year, month: say({ zh: String(month), en: name }) };
};

export const daysText = (hundredths: number): string => String(hundredths / 100);

/** What his answer means for the colour of a month: silence is neither good nor bad. */
export const toneOf = ({ answer }: Pick<MyPayLine, 'answer'>): 'asked' | 'good' | 'bad' => {
  if (answer === undefined) return 'asked';
  return answer.kind === 'right' ? 'good' : 'bad';
};

/** What he said waits for the agreed pay day: no lead was opened yet. */
export const isKept = ({
  answer,
  payOn,
  receiptNumber,
}: Pick<MyPayLine, 'answer' | 'payOn' | 'receiptNumber'>): boolean =>
  answer?.kind === 'nothing' && payOn !== undefined && receiptNumber === undefined;
