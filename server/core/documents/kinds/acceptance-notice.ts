import type { DocumentKindRow } from '../kind.ts';
import { NUMBER, PHONE, SEAL, note, para, title, toParty } from './shared.ts';
import { COMPLAINANT, NOT_A_REPORT, RECEIPT, RECEIVED_ON, RESPONDENT } from './complaint-fields.ts';

export const ACCEPTANCE_NOTICE: DocumentKindRow = {
  kind: 'acceptanceNotice',
  name: { zh: '受理通知书', en: 'Notice of acceptance' },
  numberWord: '受',
  needsApproval: false,
  isServed: true,
  hangsOn: 'complaint',
  cite: 'INS-13-1',
  addressee: '投诉人',
  notFor: NOT_A_REPORT,
  fields: [
    COMPLAINANT,
    RECEIPT,
    RECEIVED_ON,
    RESPONDENT,
    { name: '受理日期', type: 'day', isFixed: true, from: ({ complaint }) => complaint?.acceptedOn },
    PHONE,
  ],
  template: [
    title('受理通知书'),
    NUMBER,
    toParty('投诉人'),
    para(
      '你于{登记日期}提出的投诉（编号：{投诉编号}），反映{被投诉单位}违反劳动保障法律、法规。经审查，符合受理条件，本机关决定于{受理日期}予以受理。',
    ),
    para(
      '请你保持联系方式畅通，并如实提供与投诉事项有关的证据材料。办理情况可凭投诉编号查询，联系电话：{联系电话}。',
    ),
    para('特此通知。'),
    SEAL,
    note('本通知书一式两份，一份交投诉人，一份存档。'),
  ],
};
