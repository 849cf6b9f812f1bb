import { DENIAL_NUMBERS, denials, denialWakes, missingAnswers } from '../denied-wages.ts';
import { alertRule } from '../rule.ts';
import { counted, yuanWords } from '../words.ts';

/** Do workers say that they got nothing? Beside a credit of the bank this asks whose hand the card is in. */
export const answeredNothing = alertRule({
  id: 'answeredNothing',
  group: 'payroll',
  question: { zh: '有没有工人说一分钱没拿到？', en: 'Do workers say they got nothing?' },
  level: 'red',
  points: 12,
  needs: ['payroll', 'answers'],
  also: ['bankResults'],
  numbers: DENIAL_NUMBERS,
  ladder: false,
  missing: missingAnswers,
  find: (input) =>
    denials(
      input,
      'nothing',
      (people, { team, sheet }, month) => {
        const credited = yuanWords(sheet.creditedFen);
        const bank =
          sheet.creditedFen > 0
            ? {
                zh: `，而银行记录已入账 ${credited.zh}`,
                en: `, while the bank has credited ${credited.en}`,
              }
            : { zh: '，银行也没有入账记录', en: ', and no bank credit is on record' };
        return {
          zh: `${team.teamName} ${month.zh}工资表 ${sheet.people} 人中，${people} 人答复“没拿到”${bank.zh}`,
          en: `${team.teamName}, ${month.en}: of ${sheet.people} on the payroll ${counted(people, 'person says', 'people say')} they got nothing${bank.en}`,
        };
      },
      {
        zh: '工资发到本人后由工人改答，或更正工资表重新提交',
        en: 'Ends when the worker is paid and changes the answer, or when a corrected payroll is filed',
      },
    ),
  wakes: denialWakes,
});
