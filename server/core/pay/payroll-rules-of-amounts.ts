import type { PayrollRule } from './payroll-rules.ts';

/** Whether the sums are right, and whether anything was taken off that may not be. */
export const AMOUNT_RULES = {
  'amount.missing': { level: 'block', fixed: true, zh: '没有填写', en: 'Not filled in' },
  'amount.negative': { level: 'block', fixed: true, zh: '不能是负数', en: 'Must not be negative' },
  'amount.tooLarge': {
    level: 'block',
    fixed: true,
    zh: '数值过大，请检查单位和小数点',
    en: 'Far too large: check the unit and the decimal point',
  },
  'rate.missing': {
    level: 'notice',
    zh: '没有填写{what}，应发工资未核对',
    en: 'No {whatEn}: the gross wage was not compared with it',
  },
  'rate.belowAgreed': {
    level: 'notice',
    zh: '{what} {rate} 元，低于花名册上约定的 {agreed} 元',
    en: 'The {whatEn} of {rate} yuan is below the {agreed} agreed on the roster',
  },
  'gross.arithmetic': {
    level: 'block',
    column: 'grossFen',
    zh: '应发 {gross} 元，按 {how} 应为 {expected} 元',
    en: 'Gross {gross} yuan, but {how} makes {expected}',
  },
  'net.arithmetic': {
    level: 'block',
    column: 'netFen',
    zh: '实发 {net} 元，按应发 {gross} − 预支 {advance} − 扣款 {deducted} 应为 {expected} 元',
    en: 'Net {net} yuan, but gross {gross} − advance {advance} − deductions {deducted} makes {expected}',
  },
  'wage.belowMinimum': {
    level: 'notice',
    column: 'grossFen',
    cite: 'WAG-6',
    parameter: 'minimumWageMonthly',
    zh: '不含加班和补发的工资 {wage} 元，低于按出勤折算的最低工资 {minimum} 元',
    en: 'Wage without overtime and back pay {wage} yuan, below the minimum wage of {minimum} for this time',
  },
  'overtime.unpaid': {
    level: 'notice',
    column: 'overtimeFen',
    cite: 'WAG-3',
    zh: '记录工时超出标准工时 {hours} 小时，未列加班工资；按工作日标准约 {pay} 元，仅供参考',
    en: '{hours} hours over normal hours without overtime pay; about {pay} yuan at the working-day rate, for information',
  },
  'deduction.noGround': {
    level: 'block',
    column: 'otherGround',
    cite: 'WAG-4',
    zh: '其他扣款 {other} 元没有写明依据的法律规定；依法只能代扣规定的项目',
    en: 'Other deductions of {other} yuan without the law they rest on; only what the law allows may be withheld',
  },
  'deduction.damageShare': {
    level: 'block',
    column: 'damage',
    cite: 'WAG-5',
    zh: '赔偿扣款 {damage} 元，超过当月工资的 20%（最多 {most} 元）',
    en: 'Deduction for damage {damage} yuan, over 20 % of the month’s wage (at most {most})',
  },
  'deduction.damageRemainder': {
    level: 'block',
    column: 'damage',
    cite: 'WAG-5',
    parameter: 'minimumWageMonthly',
    zh: '扣除赔偿后剩 {left} 元，低于最低工资 {minimum} 元',
    en: 'After the deduction for damage {left} yuan are left, below the minimum wage of {minimum}',
  },
  'backPay.month': {
    level: 'block',
    column: 'backPayMonth',
    zh: '补发工资要写明补发哪一个月，且早于本月',
    en: 'Back pay names the month it is for, an earlier one than this',
  },
  'gross.outlier': {
    level: 'notice',
    column: 'grossFen',
    parameter: 'payrollOutlier',
    zh: '应发 {gross} 元，明显高于本表同类计酬的中位数 {median} 元，请核对',
    en: 'Gross {gross} yuan, far above the middle of this sheet ({median}): compare it again',
  },
} as const satisfies Record<string, PayrollRule>;
