import type { DocumentKindRow } from '../kind.ts';
import { NUMBER, PHONE, REMEDIES, SEAL, para, title, toParty } from './shared.ts';
import { COMPLAINANT, NOT_A_REPORT, RECEIPT, RECEIVED_ON, RESPONDENT } from './complaint-fields.ts';

export const REFUSAL_NOTICE: DocumentKindRow = {
  kind: 'refusalNotice',
  name: { zh: '不予受理决定书', en: 'Decision not to accept' },
  numberWord: '不受',
  needsApproval: true,
  isServed: true,
  hangsOn: 'complaint',
  addressee: '投诉人',
  notFor: NOT_A_REPORT,
  fields: [
    COMPLAINANT,
    RECEIPT,
    RECEIVED_ON,
    RESPONDENT,
    { name: '不予受理理由', type: 'long', from: ({ complaint }) => complaint?.refusal?.reason },
    { name: '其他途径', type: 'long', from: ({ complaint }) => complaint?.refusal?.whereInstead },
    REMEDIES,
    PHONE,
  ],
  template: [
    title('不予受理决定书'),
    NUMBER,
    toParty('投诉人'),
    para(
      '你于{登记日期}提出的投诉（编号：{投诉编号}），反映{被投诉单位}违反劳动保障法律、法规。经审查，本机关决定不予受理。理由如下：',
    ),
    para('{不予受理理由}。'),
    para('你可以通过以下途径解决：{其他途径}。'),
    para('{救济途径}。'),
    para('联系电话：{联系电话}。'),
    SEAL,
  ],
};
