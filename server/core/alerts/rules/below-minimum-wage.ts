import {
  missingPayroll,
  NOTICE_NUMBERS,
  noticed,
  noticesOf,
  noticeWakes,
  recentlyFiled,
} from '../payroll-notices.ts';
import type { Words } from '../rule.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';

const NOT_SET: Words = {
  zh: '本地区没有设定当时的最低工资标准，工资表没有核对过',
  en: 'No minimum wage was set for this area: the payrolls were not compared with it',
};

/** Did a payroll pay less than the minimum wage for the time worked? Payrolls filed while none was set were not compared. */
export const belowMinimumWage = alertRule({
  id: 'belowMinimumWage',
  group: 'payroll',
  question: { zh: '有没有人的工资低于最低工资？', en: 'Is anybody paid less than the minimum wage?' },
  level: 'yellow',
  points: 8,
  needs: ['payroll'],
  numbers: NOTICE_NUMBERS,
  cite: 'WAG-6',
  ladder: false,
  missing: (input) => {
    const lacks = missingPayroll(input);
    if (lacks.length > 0) return lacks;
    const compared = recentlyFiled(input).some(
      ({ sheet }) =>
        noticesOf(sheet, ['minimumWage.notSet']) === 0 || noticesOf(sheet, ['wage.belowMinimum']) > 0,
    );
    return compared ? [] : [NOT_SET];
  },
  find: (input) =>
    noticed(
      input,
      ['wage.belowMinimum'],
      (count, { team }, month) => ({
        zh: `${team.teamName} ${month.zh}工资表上有 ${count} 人的工资低于按出勤折算的最低工资`,
        en: `${team.teamName}, ${month.en}: ${counted(count, 'person is', 'people are')} on the payroll below the minimum wage for the time worked`,
      }),
      {
        zh: '补足到最低工资，更正工资表重新提交',
        en: 'Ends when a corrected payroll pays at least the minimum wage',
      },
    ),
  wakes: noticeWakes,
});
