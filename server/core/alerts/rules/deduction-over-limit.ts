import { missingPayroll, NOTICE_NUMBERS, noticed, noticeWakes } from '../payroll-notices.ts';
import { alertRule } from '../rule.ts';
import { counted } from '../words.ts';

/** Was more taken off for damage than the law lets an employer take, where the area lets such a payroll through? */
export const deductionOverLimit = alertRule({
  id: 'deductionOverLimit',
  group: 'payroll',
  question: { zh: '赔偿扣款有没有超过上限？', en: 'Do deductions for damage go over the limit?' },
  level: 'yellow',
  points: 6,
  needs: ['payroll'],
  numbers: NOTICE_NUMBERS,
  cite: 'WAG-5',
  ladder: false,
  missing: missingPayroll,
  find: (input) =>
    noticed(
      input,
      ['deduction.damageShare', 'deduction.damageRemainder'],
      (count, { team }, month) => ({
        zh: `${team.teamName} ${month.zh}工资表有 ${count} 处赔偿扣款超过法定上限`,
        en: `${team.teamName}, ${month.en}: ${counted(count, 'deduction', 'deductions')} for damage over the limit`,
      }),
      {
        zh: '退还多扣部分，更正工资表重新提交',
        en: 'Ends when a corrected payroll gives back what was taken too much',
      },
    ),
  wakes: noticeWakes,
});
