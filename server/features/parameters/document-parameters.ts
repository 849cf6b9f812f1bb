import type Joi from 'joi';
import { isNumberPattern } from '../../core/documents/document-number.ts';
import { text } from '../../platform/http/shapes.ts';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

const pattern = (): Joi.StringSchema =>
  text(60, 6).custom((value: string, helpers) =>
    isNumberPattern(value) ? value : helpers.error('string.pattern.base'),
  );

/** What the papers of an office say about itself, and whom a decision may be taken to. */
export const DOCUMENT_PARAMETERS = {
  documentNumberPattern: {
    group: 'document',
    nameZh: '文号格式（{机关}、{字}、{年}、{号}）',
    nameEn: 'Pattern of document numbers ({机关}, {字}, {年}, {号})',
    kind: 'text',
    rule: 'DOC-3',
    shape: pattern(),
  },
  officeAddress: {
    group: 'document',
    nameZh: '监察机构办公地址',
    nameEn: 'Address of the inspection office',
    kind: 'text',
    rule: 'PRO-14',
  },
  reconsiderationBody: {
    group: 'document',
    nameZh: '行政复议机关',
    nameEn: 'Body that reconsiders decisions',
    kind: 'text',
    rule: 'PRO-10',
  },
  enforcementCourt: {
    group: 'document',
    nameZh: '有管辖权的人民法院',
    nameEn: 'Court that has jurisdiction',
    kind: 'text',
    rule: 'PRO-12',
  },
  fineAccount: {
    group: 'document',
    nameZh: '罚款缴纳银行和账户',
    nameEn: 'Bank and account for fines',
    kind: 'text',
    rule: 'PRO-11',
  },
  policeBody: {
    group: 'document',
    nameZh: '接收移送的公安机关',
    nameEn: 'Police that takes transferred cases',
    kind: 'text',
    rule: 'TRF-1',
  },
  caseFileYears: {
    group: 'document',
    nameZh: '案卷保管年限',
    nameEn: 'Years a case file is kept',
    kind: 'count',
    unit: 'year',
    rule: 'DOC-6',
    shape: whole(10, 100),
  },
} as const satisfies Record<string, ParameterDefinition>;
