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
 * What may be taken off: income tax, social insurance and what a court ordered; damage up to 20 % of the wage. Anything
 * else is said in words and not taken off until the inspector decides.
 * @law WAG-4
 * @example 1,000.00 of 4,000.00 for damage // 800.00
 */
export function deductedOf({ deductions, grossFen, recordId }: PayrollFigures, lastDay: PlainDate): Deducted {
  const lawful = sumFen([deductions.incomeTax, deductions.socialInsurance, deductions.courtOrdered]);
  const share = thresholdOn('damageDeduction', lastDay);
  const most = share === null ? ZERO_FEN : shareOf(grossFen, share, 'down');
  const damage = fen(Math.min(deductions.damage, most));
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
    sources.push(source('payrollLine', damageWords(damage, deductions.damage, share), recordId));
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

function damageWords(taken: Fen, claimed: Fen, share: number | null) {
  const over = subtractFen(claimed, taken);
  const limit = share === null ? '' : percent(share);
  const law = { zh: printCitation('WAG-5', 'zh'), en: printCitation('WAG-5', 'en') };
  if (over === 0)
    return { zh: `赔偿扣款 ${yuanWords(taken).zh}`, en: `Deducted for damage: ${yuanWords(taken).en}` };
  return {
    zh: `赔偿扣款 ${yuanWords(claimed).zh}，只计 ${yuanWords(taken).zh}，不超过当月工资的 ${limit}（${law.zh}）`,
    en: `${yuanWords(claimed).en} for damage, ${yuanWords(taken).en} counted: at most ${limit} of the month’s wage (${law.en})`,
  };
}
