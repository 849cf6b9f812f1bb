import Joi from 'joi';
import { fen } from '../../platform/http/shapes.ts';
import { ALERT_PARAMETERS } from './alert-parameters.ts';
import { BOARD_PARAMETERS } from './board-parameters.ts';
import { BOND_CREDIT_PARAMETERS } from './bond-credit-parameters.ts';
import { CRIME_PARAMETERS } from './crime-parameters.ts';
import type { ParameterDefinition } from './definitions.ts';
import { DOCUMENT_PARAMETERS } from './document-parameters.ts';
import { EXCHANGE_PARAMETERS } from './exchange-parameters.ts';
import { basisPoints, whole } from './definitions.ts';
import { LEAD_PARAMETERS } from './lead-parameters.ts';
import { PAYROLL_PARAMETERS } from './payroll-parameters.ts';
import { PROCEDURE_PARAMETERS } from './procedure-parameters.ts';
import { PUBLICITY_PARAMETERS } from './publicity-parameters.ts';
import { ROSTER_PARAMETERS } from './roster-parameters.ts';
import { TRUTH_SAMPLE_PARAMETERS } from './truth-sample-parameters.ts';

const monthDay = (): Joi.StringSchema =>
  Joi.string().pattern(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'MM-DD');

const sectorShares = Joi.object({
  building: basisPoints(),
  municipal: basisPoints(),
  transport: basisPoints(),
  water: basisPoints(),
  other: basisPoints(),
}).min(1);

const bondTiers = Joi.array()
  .items(Joi.object({ belowFen: fen(), basisPoints: basisPoints().required(), capFen: fen() }))
  .min(1)
  .max(20);

/** Everything a region decides for itself; adding a line is all it takes to have it on screen. */
export const PARAMETERS = {
  minimumWageMonthly: {
    group: 'wage',
    nameZh: '月最低工资标准',
    nameEn: 'Minimum wage per month',
    kind: 'fen',
    unit: 'month',
    rule: 'WAG-6',
  },
  minimumWageHourly: {
    group: 'wage',
    nameZh: '小时最低工资标准',
    nameEn: 'Minimum wage per hour',
    kind: 'fen',
    unit: 'hour',
    rule: 'WAG-6',
  },
  ...DOCUMENT_PARAMETERS,
  ...ROSTER_PARAMETERS,
  ...PAYROLL_PARAMETERS,

  labourCostShare: {
    group: 'wageAccount',
    nameZh: '人工费用占工程款最低比例（按行业）',
    nameEn: 'Least share of labour cost, by industry',
    kind: 'json',
    rule: 'ACC-3',
    shape: sectorShares,
    exampleValue: { building: 0, municipal: 0, transport: 0, water: 0 },
  },
  wageAccountMinContract: {
    group: 'wageAccount',
    nameZh: '须开专户的合同额起点',
    nameEn: 'Contract amount from which a wage account is due',
    kind: 'fen',
    rule: 'ACC-4',
  },
  wageAccountMinMonths: {
    group: 'wageAccount',
    nameZh: '须开专户的工期起点',
    nameEn: 'Length of works from which a wage account is due',
    kind: 'months',
    rule: 'ACC-4',
  },
  accountRegulator: {
    group: 'wageAccount',
    nameZh: '专户监管部门',
    nameEn: 'Department that supervises wage accounts',
    kind: 'text',
    rule: 'ACC-8',
  },

  bondTiers: {
    group: 'bond',
    nameZh: '工资保证金存储比例（分档）',
    nameEn: 'Wage bond rates by contract amount',
    kind: 'json',
    rule: 'BON-4',
    shape: bondTiers,
    exampleValue: [{ belowFen: 0, basisPoints: 0, capFen: 0 }, { basisPoints: 0 }],
  },
  bondExemptBelow: {
    group: 'bond',
    nameZh: '免存保证金的合同额',
    nameEn: 'Contract amount below which no bond is due',
    kind: 'fen',
    rule: 'BON-6',
  },
  bondMultiProjectFloor: {
    group: 'bond',
    nameZh: '多项目最低存储比例',
    nameEn: 'Lowest rate with several projects',
    kind: 'basisPoints',
    rule: 'BON-5',
  },
  ...BOND_CREDIT_PARAMETERS,
  bondGuaranteeKinds: {
    group: 'bond',
    nameZh: '可替代现金的担保种类',
    nameEn: 'Guarantees accepted instead of cash',
    kind: 'json',
    rule: 'BON-24',
    shape: Joi.array()
      .items(Joi.string().valid('bankGuarantee', 'suretyCompany', 'suretyInsurance'))
      .min(1)
      .unique(),
    exampleValue: ['bankGuarantee'],
  },

  bondPaymentDays: {
    group: 'bond',
    nameZh: '收到支付通知书后支付保证金的期限',
    nameEn: 'Time in which a bond is paid out after the notice',
    kind: 'workingDays',
    rule: 'BON-16',
  },
  bondRefillDays: {
    group: 'bond',
    nameZh: '动用保证金后补足的期限',
    nameEn: 'Time in which a used bond is filled up',
    kind: 'workingDays',
    rule: 'BON-17',
  },

  ...BOARD_PARAMETERS,

  ...CRIME_PARAMETERS,

  ...PROCEDURE_PARAMETERS,
  suspensionStopsClock: {
    group: 'procedure',
    nameZh: '中止调查期间停止计算调查期限（yes 停止 / no 不停止）',
    nameEn: 'The clock stands still while an investigation is suspended (yes or no)',
    kind: 'text',
    rule: 'INS-17-2',
    shape: Joi.string().valid('yes', 'no'),
    exampleValue: 'yes',
  },

  slaNationalPlatform: {
    group: 'channel',
    nameZh: '全国根治欠薪线索反馈时限',
    nameEn: 'Answer to leads of the national platform',
    kind: 'workingDays',
    rule: 'LED-5',
  },
  sla12345: {
    group: 'channel',
    nameZh: '12345 工单办理时限',
    nameEn: 'Answer to 12345 leads',
    kind: 'workingDays',
    rule: 'LED-6',
  },
  sla12333: {
    group: 'channel',
    nameZh: '12333 工单办理时限',
    nameEn: 'Answer to 12333 leads',
    kind: 'workingDays',
    rule: 'LED-8',
  },
  slaPetition: {
    group: 'channel',
    nameZh: '信访事项内部时限',
    nameEn: 'Own target for petitions',
    kind: 'workingDays',
    rule: 'LED-7',
  },
  slaAssigned: {
    group: 'channel',
    nameZh: '上级交办时限',
    nameEn: 'Answer to assigned leads',
    kind: 'workingDays',
    rule: 'LED-5',
  },

  ...LEAD_PARAMETERS,

  ...ALERT_PARAMETERS,
  ...TRUTH_SAMPLE_PARAMETERS,
  ...PUBLICITY_PARAMETERS,

  assessmentCalendar: {
    group: 'assessment',
    nameZh: '年度考核时间安排',
    nameEn: 'Dates of the annual assessment',
    kind: 'json',
    rule: 'ASM-4',
    shape: Joi.object({ selfReportBy: monthDay(), onSiteBy: monthDay(), doneBy: monthDay() }).min(1),
    exampleValue: { selfReportBy: '01-31', onSiteBy: '02-28', doneBy: '03-31' },
  },
  incidentSizes: {
    group: 'assessment',
    nameZh: '群体性事件人数分级',
    nameEn: 'Sizes of group incidents that are counted',
    kind: 'json',
    rule: 'ASM-5',
    shape: Joi.array().items(whole(2, 100_000)).min(1).max(10).unique(),
    exampleValue: [2, 3],
  },
  assessmentGrades: {
    group: 'assessment',
    nameZh: '年度考核等级标准',
    nameEn: 'Grades of the annual assessment',
    kind: 'json',
    rule: 'ASM-5',
    shape: Joi.object({
      aFrom: whole(1, 100_000).required(),
      cBelow: whole(1, 100_000).max(Joi.ref('aFrom')).required(),
      cIncidents: Joi.object({ atLeast: whole(2, 100_000).required(), count: whole(1, 1000).required() }),
    }),
    exampleValue: { aFrom: 3, cBelow: 2, cIncidents: { atLeast: 2, count: 1 } },
  },

  ...EXCHANGE_PARAMETERS,
} as const satisfies Record<string, ParameterDefinition>;

export type ParameterKey = keyof typeof PARAMETERS;

/** The definition of a key that came from outside; null when there is none (own keys only). */
export function definitionOf(key: string): ParameterDefinition | null {
  return Object.hasOwn(PARAMETERS, key) ? PARAMETERS[key as ParameterKey] : null; // hasOwn has just checked it
}
