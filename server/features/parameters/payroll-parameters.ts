import Joi from 'joi';
import { PROBLEM_LEVELS } from '../../core/contract/sheet-checks.ts';
import { PAYROLL_RULES, payrollRule } from '../../core/pay/payroll-rules.ts';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** What blocks a payroll everywhere cannot be made milder by an area. */
const open = (Object.keys(PAYROLL_RULES) as (keyof typeof PAYROLL_RULES)[]) // the table's own keys
  .filter((id) => payrollRule(id).fixed !== true);

/** How an area checks payrolls. */
export const PAYROLL_PARAMETERS = {
  payrollRuleLevels: {
    group: 'wage',
    nameZh: '工资表检查规则的级别（block 不得提交 / notice 仅提示）',
    nameEn: 'Levels of payroll checks (block or notice)',
    kind: 'json',
    rule: 'WAG-6',
    shape: Joi.array()
      .items(
        Joi.object({
          rule: Joi.string()
            .valid(...open)
            .required(),
          level: Joi.string()
            .valid(...PROBLEM_LEVELS)
            .required(),
        }),
      )
      .min(1)
      .max(open.length)
      .unique('rule'),
    exampleValue: [{ rule: 'wage.belowMinimum', level: 'block' }],
  },
  payrollOutlier: {
    group: 'wage',
    nameZh: '应发工资异常高值：中位数的倍数（百分数）与最少人数',
    nameEn: 'Unusually high wages: times the median, in hundredths, and people needed',
    kind: 'json',
    rule: 'WAG-6',
    shape: Joi.object({
      timesMedianHundredths: whole(101, 100_000).required(),
      leastPeople: whole(2, 100_000).required(),
    }),
    exampleValue: { timesMedianHundredths: 101, leastPeople: 2 },
  },
  cardInHandShare: {
    group: 'wage',
    nameZh: '抽问“银行卡在不在自己手里”的工人比例',
    nameEn: 'Share of payees asked whether the bank card is in their own hand',
    kind: 'basisPoints',
    rule: 'REG-31-2',
  },
} as const satisfies Record<string, ParameterDefinition>;
