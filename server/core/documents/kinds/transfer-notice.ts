import type { DocumentKindRow } from '../kind.ts';
import { NUMBER, PHONE, SEAL, para, title, toParty } from './shared.ts';
import { COMPLAINANT, NOT_A_REPORT, RECEIPT, RECEIVED_ON, RESPONDENT } from './complaint-fields.ts';

export const TRANSFER_NOTICE: DocumentKindRow = {
  kind: 'transferNotice',
  name: { zh: '移送告知书', en: 'Notice of transfer' },
  numberWord: '转',
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
    { name: '接收单位', from: ({ complaint }) => complaint?.transferTo },
    { name: '移送理由', type: 'long', from: ({ complaint }) => complaint?.transferReason },
    PHONE,
  ],
  template: [
    title('移送告知书'),
    NUMBER,
    toParty('投诉人'),
    para(
      '你于{登记日期}提出的投诉（编号：{投诉编号}），反映{被投诉单位}违反劳动保障法律、法规。经审查，该事项不由本机关处理，理由是：{移送理由}。',
    ),
    para('本机关已将该事项移送{接收单位}处理，后续情况可向该单位查询。本机关联系电话：{联系电话}。'),
    para('特此告知。'),
    SEAL,
  ],
};
