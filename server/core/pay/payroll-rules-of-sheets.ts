import type { PayrollRule } from './payroll-rules.ts';

/** What is said once of the sheet as a whole: row 0. */
export const SHEET_RULES = {
  'sheet.empty': { level: 'block', fixed: true, zh: '表中没有人员', en: 'Nobody is on the sheet' },
  'month.future': {
    level: 'block',
    fixed: true,
    zh: '工资月份 {month} 还没有到',
    en: 'The pay month {month} has not come yet',
  },
  'sheet.alreadySent': {
    level: 'block',
    fixed: true,
    zh: '本班组本月的工资已送银行发放，不能再换表；漏发少发请在下月“补发工资”栏填报',
    en: 'This team’s month has already been sent to the bank; what is missing is back pay of the next month',
  },
  'sheet.supersedes': {
    level: 'notice',
    zh: '本班组本月已提交过第 {revision} 版；提交后以本表为准，旧表仍可查看',
    en: 'Revision {revision} of this team’s month is on record; this one takes its place, the old one stays readable',
  },
  'signature.none': {
    level: 'notice',
    cite: 'REG-31-1',
    zh: '表上没有任何人签字；提交后工人可在手机上逐人确认',
    en: 'Nobody has signed on the sheet; once filed, workers answer on their phones',
  },
  'roster.absent': {
    level: 'notice',
    zh: '{name} 本月考勤 {attended} 天，没有列入本表',
    en: '{name} attended {attended} days this month and is not on the sheet',
  },
  'attendance.none': {
    level: 'notice',
    zh: '{count} 人本月没有考勤记录，出勤天数未核对',
    en: '{count} people have no attendance on record: their days were not compared',
  },
  'minimumWage.notSet': {
    level: 'notice',
    cite: 'WAG-6',
    parameter: 'minimumWageMonthly',
    zh: '本地区没有设定该月的最低工资标准，未核对最低工资',
    en: 'No minimum wage is set for this area and month: it was not checked',
  },
  'outlier.notSet': {
    level: 'notice',
    parameter: 'payrollOutlier',
    zh: '本地区没有设定应发工资异常倍数，未核对异常高值',
    en: 'No factor for unusually high wages is set for this area: it was not checked',
  },
} as const satisfies Record<string, PayrollRule>;
