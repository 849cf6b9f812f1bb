import type { DocumentKindRow } from '../kind.ts';
import { ARREARS, BY_HAND, CAPITALS, MONTHS, NUMBER, PEOPLE, PROJECT, form, title } from './shared.ts';
import { RECEIPT, RECEIVED_ON, RESPONDENT } from './complaint-fields.ts';

/** Who made a report stays out of every paper, the office's own included. */
const HIDDEN = '（举报人信息依法保密）';

export const REGISTRATION_FORM: DocumentKindRow = {
  kind: 'registrationForm',
  name: { zh: '举报投诉登记表', en: 'Register sheet of a complaint' },
  numberWord: '登',
  needsApproval: false,
  isServed: false,
  hangsOn: 'complaint',
  cite: 'INS-9-1',
  addressee: '投诉人',
  fields: [
    RECEIPT,
    RECEIVED_ON,
    { name: '来源', isFixed: true, from: ({ complaint }) => complaint?.channelName },
    {
      name: '类别',
      isFixed: true,
      from: ({ complaint }) =>
        complaint === undefined ? undefined : complaint.intakeKind === 'REPORT' ? '举报' : '投诉',
    },
    {
      name: '投诉人',
      isFixed: true,
      from: ({ complaint }) => (complaint?.intakeKind === 'REPORT' ? HIDDEN : complaint?.complainantName),
    },
    {
      name: '投诉人电话',
      isFixed: true,
      otherwise: '未留',
      from: ({ complaint }) => (complaint?.intakeKind === 'REPORT' ? HIDDEN : complaint?.phoneMasked),
    },
    {
      name: '投诉人证件号码',
      isFixed: true,
      otherwise: '未留',
      from: ({ complaint }) => (complaint?.intakeKind === 'REPORT' ? HIDDEN : complaint?.citizenIdMasked),
    },
    { ...RESPONDENT, otherwise: '未写明' },
    PROJECT,
    { name: '工程地点', otherwise: '未写明', from: ({ complaint }) => complaint?.site },
    { ...MONTHS, otherwise: '未写明' },
    PEOPLE,
    { ...ARREARS, otherwise: '未写明' },
    { ...CAPITALS, otherwise: '—' },
    { name: '事实摘要', type: 'long', from: ({ complaint }) => complaint?.story },
    { name: '投诉请求', type: 'long', otherwise: '见事实摘要' },
    { name: '登记人', from: ({ complaint }) => complaint?.ownerName, otherwise: '系统登记' },
  ],
  template: [
    title('举报投诉登记表'),
    NUMBER,
    form(
      ['编号', '{投诉编号}'],
      ['登记日期', '{登记日期}'],
      ['来源', '{来源}'],
      ['类别', '{类别}'],
      ['投诉人', '{投诉人}'],
      ['联系电话', '{投诉人电话}'],
      ['证件号码', '{投诉人证件号码}'],
      ['被投诉单位', '{被投诉单位}'],
      ['工程项目', '{工程项目}'],
      ['工程地点', '{工程地点}'],
      ['欠薪期间', '{欠薪期间}'],
      ['涉及人数', '{涉及人数}'],
      ['欠薪金额（元）', '{欠薪金额}（大写：{金额大写}）'],
      ['事实摘要', '{事实摘要}'],
      ['投诉请求', '{投诉请求}'],
      ['登记人', '{登记人}'],
      ['审批意见', BY_HAND],
    ),
  ],
};
