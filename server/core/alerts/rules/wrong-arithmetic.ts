import { missingPayroll, NOTICE_NUMBERS, noticed, noticeWakes } from '../payroll-notices.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';

/** Do the sums of a payroll fail to add up, where the area lets such a payroll through? */
export const wrongArithmetic = alertRule({
  id: 'wrongArithmetic',
  group: 'payroll',
  question: { zh: '工资表的应发、实发算得对吗？', en: 'Do the sums of the payroll add up?' },
  level: 'yellow',
  points: 4,
  needs: ['payroll'],
  numbers: NOTICE_NUMBERS,
  ladder: false,
  missing: missingPayroll,
  find: (input) =>
    noticed(
      input,
      ['gross.arithmetic', 'net.arithmetic'],
      (count, { team }, month) => ({
        zh: `${team.teamName} ${month.zh}工资表有 ${count} 处应发或实发与明细不符`,
        en: `${team.teamName}, ${month.en}: ${counted(count, 'sum', 'sums')} of gross or net pay not in agreement with its parts`,
      }),
      { zh: '更正工资表重新提交', en: 'Ends when a corrected payroll is filed' },
    ),
  wakes: noticeWakes,
});
