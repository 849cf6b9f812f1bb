import type { DocumentKindRow, FieldRow } from '../kind.ts';
import { CAPITALS, ARREARS, CASE_NUMBER, INSPECTORS, NUMBER, PARTY, SEAL, para, title } from './shared.ts';
import { dayInWords, monthsInWords, yuanText } from '../print-words.ts';

import type { Fen } from '../../kit/money.ts';

/** Where there is a sheet, the paper stands on it. */
const BASIS: FieldRow = {
  name: '测算依据',
  type: 'long',
  from: ({ sheet }) =>
    sheet === undefined
      ? undefined
      : `${dayInWords(sheet.builtOn)}按考勤、计件、单价和支付记录逐人逐月形成的欠薪测算书（第${sheet.revision}版）`,
};

export const ARREARS_STATEMENT: DocumentKindRow = {
  kind: 'arrearsStatement',
  name: { zh: '欠薪测算书', en: 'Statement of arrears' },
  numberWord: '算',
  needsApproval: false,
  isServed: true,
  hangsOn: 'case',
  addressee: '当事人',
  fields: [PARTY, CASE_NUMBER, ARREARS, CAPITALS, BASIS, INSPECTORS],
  tables: [
    {
      name: '明细',
      columns: ['序号', '姓名', '欠薪月份', '应付金额', '已付金额', '尚欠金额'],
      needsRows: true,
      rows: ({ claims }) =>
        claims.map(({ name, months, owedFen, seenFen }, at) => [
          String(at + 1),
          name ?? '（身份保密）',
          monthsInWords(months),
          yuanText(owedFen),
          yuanText(seenFen),
          yuanText(Math.max(0, owedFen - seenFen) as Fen), // whole fen less whole fen
        ]),
    },
  ],
  template: [
    title('欠薪测算书'),
    NUMBER,
    para('案号：{案号}。用工（支付）单位：{当事人}。测算依据：{测算依据}。'),
    {
      is: 'table',
      loop: '明细',
      columns: [
        ['序号', 8],
        ['姓名', 16],
        ['欠薪月份', 31],
        ['应付金额', 15],
        ['已付金额', 15],
        ['尚欠金额', 15],
      ],
    },
    para('合计尚欠人民币{欠薪金额}元（大写：{金额大写}）。测算人：{承办人}。'),
    SEAL,
  ],
};
