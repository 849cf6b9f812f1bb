import type { DocumentKindRow } from '../kind.ts';
import { NUMBER, OFFICE_ADDRESS, PHONE, SEAL, para, title, toParty } from './shared.ts';
import { COMPLAINANT, NOT_A_REPORT, RECEIPT, RECEIVED_ON, RESPONDENT } from './complaint-fields.ts';

export const SUPPLEMENT_NOTICE: DocumentKindRow = {
  kind: 'supplementNotice',
  name: { zh: '补正通知书', en: 'Notice to supplement' },
  numberWord: '补',
  needsApproval: false,
  isServed: true,
  hangsOn: 'complaint',
  addressee: '投诉人',
  notFor: NOT_A_REPORT,
  fields: [
    COMPLAINANT,
    RECEIPT,
    RECEIVED_ON,
    RESPONDENT,
    { name: '补正内容', type: 'long', from: ({ complaint }) => complaint?.supplement?.question },
    { name: '补正期限', type: 'day' },
    OFFICE_ADDRESS,
    PHONE,
  ],
  template: [
    title('补正通知书'),
    NUMBER,
    toParty('投诉人'),
    para(
      '你于{登记日期}提出的投诉（编号：{投诉编号}），反映{被投诉单位}违反劳动保障法律、法规。经审查，还需要补正下列内容：',
    ),
    para('{补正内容}。'),
    para(
      '请于{补正期限}前（含当日）将补正材料送交本机关，也可以凭投诉编号在网上补充。地址：{机关地址}，联系电话：{联系电话}。',
    ),
    para('特此通知。'),
    SEAL,
  ],
};
