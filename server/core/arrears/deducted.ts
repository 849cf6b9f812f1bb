import { percent, yuanWords } from '../alerts/words.ts';
import type { Fen } from '../kit/money.ts';
import { fen, shareOf, subtractFen, sumFen, ZERO_FEN } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { printCitation } from '../law/articles.ts';
import { thresholdOn } from '../law/thresholds.ts';
import { source } from './earned.ts';
import type { LineSource, PayrollFigures } from './person-month.ts';

export interface Deducted {
  fen: Fen;
  sources: LineSource[];
}

/**
 * What may be taken off: income tax, social insurance and what a court ordered; damage up to 20 % of the wage, as long as
 * the minimum wage is left. Anything else is said in words and not taken off until the inspector decides.
 * @law WAG-4
 * @law WAG-5
 * @example 1,000.00 of 4,000.00 for damage // 800.00; where 3,500.00 have to be left // 500.00
 */
export function deductedOf(
  { deductions, grossFen, recordId }: PayrollFigures,
  lastDay: PlainDate,
  /** What has to be left; undefined where the area has set no minimum wage. */
  leastFen?: Fen,
): Deducted {
  const lawful = sumFen([deductions.incomeTax, deductions.socialInsurance, deductions.courtOrdered]);
  const share = thresholdOn('damageDeduction', lastDay);
  const most = share === null ? ZERO_FEN : shareOf(grossFen, share, 'down');
  const toSpare = leastFen === undefined ? most : fen(Math.max(0, grossFen - leastFen));
  const damage = fen(Math.min(deductions.damage, most, toSpare));
  const sources: LineSource[] = [];
  if (lawful > 0)
    sources.push(
      source(
        'payrollLine',
        {
          zh: `个人所得税、社会保险、法院扣缴 ${yuanWords(lawful).zh}`,
          en: `Income tax, social insurance, ordered by a court: ${yuanWords(lawful).en}`,
        },
        recordId,
      ),
    );
  if (deductions.damage > 0)
    sources.push(
      source(
        'payrollLine',
        damageWords(damage, deductions.damage, share, toSpare < most ? leastFen : undefined),
        recordId,
      ),
    );
  if (deductions.other > 0)
    sources.push(
      source(
        'payrollLine',
        {
          zh: `其他扣款 ${yuanWords(deductions.other).zh}，依据不明，未扣除`,
          en: `Other deductions of ${yuanWords(deductions.other).en} without a known ground: not taken off`,
        },
        recordId,
      ),
    );
  return { fen: sumFen([lawful, damage]), sources };
}

function damageWords(taken: Fen, claimed: Fen, share: number | null, leastFen: Fen | undefined) {
  const over = subtractFen(claimed, taken);
  const limit = share === null ? '' : percent(share);
  const law = { zh: printCitation('WAG-5', 'zh'), en: printCitation('WAG-5', 'en') };
  if (over === 0)
    return { zh: `赔偿扣款 ${yuanWords(taken).zh}`, en: `Deducted for damage: ${yuanWords(taken).en}` };
  if (leastFen !== undefined)
    return {
      zh: `赔偿扣款 ${yuanWords(claimed).zh}，只计 ${yuanWords(taken).zh}，扣除后不低于最低工资 ${yuanWords(leastFen).zh}，依据${law.zh}`,
      en: `${yuanWords(claimed).en} for damage, ${yuanWords(taken).en} counted: the minimum wage of ${yuanWords(leastFen).en} is left (${law.en})`,
    };
  return {
    zh: `赔偿扣款 ${yuanWords(claimed).zh}，只计 ${yuanWords(taken).zh}，不超过当月工资的 ${limit}，依据${law.zh}`,
    en: `${yuanWords(claimed).en} for damage, ${yuanWords(taken).en} counted: at most ${limit} of the month’s wage (${law.en})`,
  };
}
