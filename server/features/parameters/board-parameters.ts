import Joi from 'joi';
import { text } from '../../platform/http/shapes.ts';
import type { ParameterDefinition } from './definitions.ts';

/** Whom to call or where to go: short enough for a line of the board. */
const channel = (): Joi.StringSchema => text(80, 3);

/** What the rights board of every site in the area has to say, and only the area knows. */
export const BOARD_PARAMETERS = {
  inspectionPhone: {
    group: 'rightsBoard',
    nameZh: '劳动保障监察投诉举报电话',
    nameEn: 'Complaint phone of labour inspection',
    kind: 'text',
    rule: 'REG-34-1',
    shape: channel(),
  },
  industryPhones: {
    group: 'rightsBoard',
    nameZh: '行业主管部门投诉举报电话（按部门）',
    nameEn: 'Complaint phones of the industry departments',
    kind: 'json',
    rule: 'REG-34-1',
    shape: Joi.object()
      .pattern(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, channel())
      .min(1)
      .max(50),
    exampleValue: { housing: '0000-0000000' },
  },
  arbitrationChannel: {
    group: 'rightsBoard',
    nameZh: '劳动争议调解仲裁申请渠道',
    nameEn: 'Where to apply for mediation and arbitration',
    kind: 'text',
    rule: 'REG-34-1',
    shape: channel(),
  },
  legalAidChannel: {
    group: 'rightsBoard',
    nameZh: '法律援助申请渠道',
    nameEn: 'Where to apply for legal aid',
    kind: 'text',
    rule: 'REG-34-1',
    shape: channel(),
  },
  legalServiceHotline: {
    group: 'rightsBoard',
    nameZh: '公共法律服务热线',
    nameEn: 'Public legal service hotline',
    kind: 'text',
    rule: 'REG-34-1',
    shape: channel(),
  },
} as const satisfies Record<string, ParameterDefinition>;
