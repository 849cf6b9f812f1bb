import type { SheetColumn } from '../../core/contract/sheet-checks.ts';

/** The columns of a roster workbook: headings as contractors write them, with the others they use. */
export const ROSTER_COLUMNS: readonly SheetColumn[] = [
  { key: 'name', zh: '姓名', en: 'Name', aliases: ['工人姓名'], kind: 'text', required: true, width: 10 },
  {
    ...{
      key: 'citizenId',
      zh: '身份证号',
      en: 'Citizen number',
      kind: 'identity',
      required: true,
      width: 22,
    },
    aliases: ['身份证号码', '身份证', '公民身份号码', '证件号码'],
  },
  {
    key: 'phone',
    zh: '手机号',
    en: 'Mobile phone',
    aliases: ['联系电话', '电话', '手机号码'],
    kind: 'identity',
    width: 14,
  },
  {
    ...{ key: 'bankCard', zh: '银行卡号', en: 'Bank card', kind: 'identity', width: 24 },
    aliases: ['卡号', '工资卡号', '社保卡号', '银行账号'],
  },
  { key: 'bankName', zh: '开户行', en: 'Bank', aliases: ['开户银行', '银行'], kind: 'text', width: 20 },
  { key: 'workType', zh: '工种', en: 'Work type', kind: 'text', required: true, width: 12 },
  {
    ...{ key: 'payKind', zh: '计酬方式', en: 'Paid by', kind: 'choice', required: true, width: 10 },
    choices: [
      { value: 'TIME_RATE', zh: '计时', en: 'time' },
      { value: 'PIECE_RATE', zh: '计件', en: 'piece' },
    ],
  },
  {
    key: 'dayRateFen',
    zh: '日工资',
    en: 'Day rate',
    aliases: ['日工资标准', '日单价'],
    kind: 'amount',
    width: 10,
  },
  { key: 'monthRateFen', zh: '月工资', en: 'Month rate', aliases: ['月工资标准'], kind: 'amount', width: 10 },
  {
    key: 'piecePriceFen',
    zh: '计件单价',
    en: 'Price of a piece',
    aliases: ['单价'],
    kind: 'amount',
    width: 10,
  },
  { key: 'pieceUnit', zh: '计件单位', en: 'Unit', aliases: ['单位'], kind: 'text', width: 8 },
  {
    ...{ key: 'contractKind', zh: '合同类型', en: 'Contract', kind: 'choice', width: 14 },
    choices: [
      { value: 'labourContract', zh: '劳动合同', en: 'labour contract' },
      { value: 'labourAgreement', zh: '用工书面协议', en: 'written agreement' },
    ],
  },
  {
    ...{ key: 'signedOn', zh: '合同签订日期', en: 'Signed', kind: 'day', width: 12 },
    aliases: ['签订日期', '合同日期'],
  },
  { key: 'contractUntil', zh: '合同终止日期', en: 'Contract ends', kind: 'day', width: 12 },
  {
    key: 'safetyTrainedOn',
    zh: '安全培训日期',
    en: 'Safety training',
    aliases: ['培训日期'],
    kind: 'day',
    width: 12,
  },
  { key: 'enteredOn', zh: '进场日期', en: 'Entered', aliases: ['进场时间'], kind: 'day', width: 12 },
  {
    ...{ key: 'isTeamLeader', zh: '是否班组长', en: 'Team leader', kind: 'choice', width: 10 },
    choices: [
      { value: 'yes', zh: '是', en: 'yes' },
      { value: 'no', zh: '否', en: 'no' },
    ],
  },
];

const DAYS = Array.from({ length: 31 }, (_none, at) => at + 1);

/** Cells of a day: 1 a whole day, 0.5 half a day, 0 not there, empty: nobody knows. */
export const dayKey = (day: number): string => `d${String(day)}`;

/** The columns of a month's attendance. */
export function attendanceColumns(days: number): readonly SheetColumn[] {
  return [
    { key: 'name', zh: '姓名', en: 'Name', aliases: ['工人姓名'], kind: 'text', required: true, width: 10 },
    {
      ...{
        key: 'citizenId',
        zh: '身份证号',
        en: 'Citizen number',
        kind: 'identity',
        required: true,
        width: 22,
      },
      aliases: ['身份证号码', '身份证', '公民身份号码', '证件号码'],
    },
    ...DAYS.slice(0, days).map((day): SheetColumn => ({
      ...{ key: dayKey(day), zh: `${String(day)}日`, en: `Day ${String(day)}`, kind: 'quantity', width: 6 },
      aliases: [String(day)],
    })),
  ];
}
