import type { SheetColumn } from '../../core/contract/sheet-checks.ts';

/** The columns of a payroll workbook: headings as contractors write them, with the others they use. */
export const PAYROLL_COLUMNS: readonly SheetColumn[] = [
  {
    ...{ key: 'name', zh: '姓名', en: 'Name', kind: 'text', required: true, width: 10 },
    aliases: ['工人姓名', '人员姓名', '员工姓名'],
  },
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
    ...{ key: 'payKind', zh: '计酬方式', en: 'Paid by', kind: 'choice', width: 10 },
    choices: [
      { value: 'TIME_RATE', zh: '计时', en: 'time' },
      { value: 'PIECE_RATE', zh: '计件', en: 'piece' },
    ],
  },
  {
    ...{ key: 'daysHundredths', zh: '出勤天数', en: 'Days', kind: 'quantity', required: true, width: 10 },
    aliases: ['出勤', '天数', '工日', '出勤天数（天）'],
  },
  {
    ...{ key: 'hoursHundredths', zh: '工时', en: 'Hours', kind: 'quantity', width: 8 },
    aliases: ['出勤工时', '工作时间', '小时'],
  },
  {
    ...{ key: 'dayRateFen', zh: '日工资', en: 'Day rate', kind: 'amount', width: 10 },
    aliases: ['日工资标准', '日单价', '日工资（元）', '工资标准'],
  },
  {
    ...{ key: 'piecesHundredths', zh: '计件数量', en: 'Pieces', kind: 'quantity', width: 10 },
    aliases: ['工程量', '完成数量', '数量'],
  },
  {
    ...{ key: 'piecePriceFen', zh: '计件单价', en: 'Price of a piece', kind: 'amount', width: 10 },
    aliases: ['单价', '单价（元）'],
  },
  {
    ...{ key: 'overtimeFen', zh: '加班工资', en: 'Overtime', kind: 'amount', width: 10 },
    aliases: ['加班费', '加班'],
  },
  {
    ...{ key: 'allowancesFen', zh: '津贴补贴', en: 'Allowances', kind: 'amount', width: 10 },
    aliases: ['补贴', '津贴', '奖金', '奖金补贴'],
  },
  {
    ...{ key: 'backPayFen', zh: '补发工资', en: 'Back pay', kind: 'amount', width: 10 },
    aliases: ['补发'],
  },
  { key: 'backPayMonth', zh: '补发月份', en: 'Back pay of', kind: 'month', width: 10 },
  {
    ...{ key: 'grossFen', zh: '应发工资', en: 'Gross', kind: 'amount', required: true, width: 12 },
    aliases: ['应发', '应发合计', '应发金额', '应发工资（元）'],
  },
  {
    ...{ key: 'advanceFen', zh: '预支', en: 'Advance', kind: 'amount', width: 10 },
    aliases: ['已预支', '借支', '生活费', '预支生活费'],
  },
  {
    ...{ key: 'incomeTax', zh: '个人所得税', en: 'Income tax', kind: 'amount', width: 10 },
    aliases: ['个税', '代扣个税'],
  },
  {
    ...{ key: 'socialInsurance', zh: '社会保险', en: 'Social insurance', kind: 'amount', width: 10 },
    aliases: ['社保', '代扣社保', '社保个人部分'],
  },
  {
    ...{ key: 'courtOrdered', zh: '法院判决扣款', en: 'Court-ordered', kind: 'amount', width: 12 },
    aliases: ['法院扣款', '抚养费赡养费'],
  },
  {
    ...{ key: 'damage', zh: '赔偿扣款', en: 'Damage', kind: 'amount', width: 10 },
    aliases: ['损失赔偿'],
  },
  {
    ...{ key: 'other', zh: '其他扣款', en: 'Other deductions', kind: 'amount', width: 10 },
    aliases: ['其他', '扣款'],
  },
  {
    ...{ key: 'otherGround', zh: '其他扣款依据', en: 'Law for other deductions', kind: 'text', width: 16 },
    aliases: ['扣款依据'],
  },
  {
    ...{ key: 'netFen', zh: '实发工资', en: 'Net', kind: 'amount', required: true, width: 12 },
    aliases: ['实发', '实发合计', '实发金额', '实发工资（元）'],
  },
  {
    ...{ key: 'bankCard', zh: '银行卡号', en: 'Bank card', kind: 'identity', width: 24 },
    aliases: ['工资卡号', '卡号', '账号', '银行账号', '社保卡号'],
  },
  {
    ...{ key: 'isSigned', zh: '本人签字', en: 'Signed', kind: 'text', width: 10 },
    aliases: ['签字', '签名', '签收', '领款人签字'],
  },
];

/** More people than any team has; what is larger comes in parts. */
export const MOST_ROWS = 20_000;
