import { DENIAL_NUMBERS, denials, denialWakes, missingAnswers } from '../denied-wages.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';

/** Do people on the payroll say that they never worked there? Somebody draws wages in their name. */
export const answeredNotMe = alertRule({
  id: 'answeredNotMe',
  group: 'payroll',
  question: { zh: '工资表上有没有人说“不是我”？', en: 'Does anybody on the payroll say it is not him?' },
  level: 'red',
  points: 12,
  needs: ['payroll', 'answers'],
  numbers: DENIAL_NUMBERS,
  ladder: false,
  missing: missingAnswers,
  find: (input) =>
    denials(
      input,
      'notMe',
      (people, { team, sheet }, month) => ({
        zh: `${team.teamName} ${month.zh}工资表 ${sheet.people} 人中，${people} 人答复“不是我”，可能冒名领取`,
        en: `${team.teamName}, ${month.en}: of ${sheet.people} on the payroll ${counted(people, 'person says', 'people say')} they did not work there; somebody may draw wages in their name`,
      }),
      {
        zh: '核实身份后更正工资表重新提交，或由本人改答',
        en: 'Ends when a corrected payroll is filed or the person changes the answer',
      },
    ),
  wakes: denialWakes,
});
