import type { Words } from '../../alerts/rule.ts';
import type { FieldRow } from '../kind.ts';
import type { DocumentSource } from '../source.ts';

/** Only a complaint is answered with a notice; a report is confidential and has nobody to write to. @law INS-9-1 */
export const NOT_A_REPORT = ({ complaint }: DocumentSource): Words | undefined =>
  complaint?.intakeKind === 'REPORT'
    ? {
        zh: '举报须为举报人保密，不制发此文书',
        en: 'A report is confidential: this paper is not made for it',
      }
    : undefined;

export const COMPLAINANT: FieldRow = { name: '投诉人', from: ({ complaint }) => complaint?.complainantName };
export const RECEIPT: FieldRow = {
  name: '投诉编号',
  isFixed: true,
  from: ({ complaint }) => complaint?.receiptNumber,
};
export const RECEIVED_ON: FieldRow = {
  name: '登记日期',
  type: 'day',
  isFixed: true,
  from: ({ complaint }) => complaint?.receivedOn,
};
export const RESPONDENT: FieldRow = { name: '被投诉单位', from: ({ complaint }) => complaint?.employerName };
