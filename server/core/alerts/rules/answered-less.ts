import { DENIAL_NUMBERS, denials, denialWakes, missingAnswers } from '../denied-wages.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';

/** Do workers say that they got less than the payroll says? */
export const answeredLess = alertRule({
  id: 'answeredLess',
  group: 'payroll',
  question: { zh: '有没有工人说少发了？', en: 'Do workers say they got less?' },
  level: 'yellow',
  points: 8,
  needs: ['payroll', 'answers'],
  numbers: DENIAL_NUMBERS,
  ladder: false,
  missing: missingAnswers,
  find: (input) =>
    denials(
      input,
      'less',
      (people, { team, sheet }, month) => ({
        zh: `${team.teamName} ${month.zh}工资表 ${sheet.people} 人中，${people} 人答复“少发了”`,
        en: `${team.teamName}, ${month.en}: of ${sheet.people} on the payroll ${counted(people, 'person says', 'people say')} they got less`,
      }),
      {
        zh: '补足差额后由工人改答“没问题”，或更正工资表重新提交',
        en: 'Ends when the difference is paid and the worker says it is right, or when a corrected payroll is filed',
      },
    ),
  wakes: denialWakes,
});
