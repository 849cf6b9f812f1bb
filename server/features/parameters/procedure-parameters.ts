import Joi from 'joi';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** What an office sets for its own procedure, from complaint to hearing. */
export const PROCEDURE_PARAMETERS = {
  publicationObjectionDays: {
    group: 'procedure',
    nameZh: '重大违法公布异议复核期限',
    nameEn: 'Time in which an objection to a publication is re-checked',
    kind: 'workingDays',
    rule: 'PUB-7',
  },
  publicationMonths: {
    group: 'procedure',
    nameZh: '重大违法信息公布期限',
    nameEn: 'How long a serious violation stays published',
    kind: 'months',
    rule: 'PUB-5',
  },
  certificateDays: {
    group: 'document',
    nameZh: '工资支付信用记录证明有效天数',
    nameEn: 'Days for which a wage credit certificate is valid',
    kind: 'calendarDays',
    rule: 'CRD-3',
  },
  taskReturnDays: {
    group: 'procedure',
    nameZh: '部门退回任务的期限',
    nameEn: 'Time in which a department may give a task back',
    kind: 'workingDays',
    rule: 'REG-7-1',
  },
  hearingFineUnit: {
    group: 'procedure',
    nameZh: '单位罚款听证起点',
    nameEn: 'Fine on a unit from which a hearing is offered',
    kind: 'fen',
    rule: 'PRO-9',
  },
  hearingFinePerson: {
    group: 'procedure',
    nameZh: '个人罚款听证起点',
    nameEn: 'Fine on a person from which a hearing is offered',
    kind: 'fen',
    rule: 'PRO-9',
  },
  groupRepresentativesMax: {
    group: 'procedure',
    nameZh: '集体投诉代表人数上限',
    nameEn: 'Most representatives of a group complaint',
    kind: 'count',
    unit: 'person',
    rule: 'IMP-12-1',
  },
  groupLinkDays: {
    group: 'procedure',
    nameZh: '集体投诉邀请链接的有效天数',
    nameEn: 'Days for which a link to a group complaint opens',
    kind: 'calendarDays',
    rule: 'IMP-12-1',
  },
  supplementDays: {
    group: 'procedure',
    nameZh: '补正材料期限',
    nameEn: 'Time to supplement a complaint',
    kind: 'workingDays',
    rule: 'IMP-L1',
  },
  identityDays: {
    group: 'procedure',
    nameZh: '补充身份信息期限',
    nameEn: 'Time to complete identity data',
    kind: 'workingDays',
    rule: 'IMP-L1',
  },

  withdrawalDays: {
    group: 'procedure',
    nameZh: '要求撤回投诉后的冷静期',
    nameEn: 'Days before a withdrawal may be confirmed',
    kind: 'workingDays',
    rule: 'INS-9-1',
  },
  withdrawalsInBulk: {
    group: 'procedure',
    nameZh: '同一用人单位集中撤回的提醒标准',
    nameEn: 'Withdrawals against one employer that alert the head',
    kind: 'json',
    rule: 'INS-9-1',
    shape: Joi.object({ count: whole(2, 1000).required(), calendarDays: whole(1, 366).required() }),
    exampleValue: { count: 2, calendarDays: 1 },
  },
  closuresBeforeReport: {
    group: 'procedure',
    nameZh: '报表日前集中结案、撤诉的提醒标准',
    nameEn: 'Closures and withdrawals before the report day that alert the head',
    kind: 'json',
    rule: 'INS-18-1',
    shape: Joi.object({
      reportDay: whole(1, 31).required(),
      calendarDays: whole(1, 31).required(),
      count: whole(2, 1000).required(),
    }),
    exampleValue: { reportDay: 1, calendarDays: 1, count: 2 },
  },
} as const satisfies Record<string, ParameterDefinition>;
