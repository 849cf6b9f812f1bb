import type { Buffer } from 'node:buffer';
import { toChineseCapitals } from '../../core/kit/chinese-capitals.ts';
import { fen, formatYuan, subtractFen } from '../../core/kit/money.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PdfDocument } from '../../platform/pdf/index.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import { monthWords } from './answer-words.ts';
import { getOwnLine } from './own-lines.ts';
import { lineSecrets } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';

/**
 * The worker's own pay slip: what was earned, what was taken off and why, what was paid and how.
 * @law REG-15-3
 */
export async function ownSlip(id: string, ctx: Ctx): Promise<{ pdf: Buffer; name: string }> {
  const line = await getOwnLine(id, ctx);
  const sheet = await findSheet(line.sheetId);
  if (sheet === null) throw new Error('A payroll line without its sheet');
  return { pdf: await makePdf(slipDocument(line, sheet)), name: `工资条-${line.payMonth}.pdf` };
}

const days = (hundredths: number): string => String(hundredths / 100);
type Row = [label: string, value: string];
const money = (label: string, amount: Fen): Row[] =>
  amount === 0 ? [] : [[label, `${formatYuan(amount)} 元`]];

/** Nothing of no amount is printed but the base and the two sums, so that a slip of one line stays short. */
export function slipDocument(line: PayrollLineRecord, sheet: PayrollSheetRecord): PdfDocument {
  const { citizenIdMasked = '', bankCardMasked = '' } = lineSecrets.maskFields(line);
  const { incomeTax, socialInsurance, courtOrdered, damage, other } = line.deductions;
  const who: Row[] = [
    ['姓名', line.workerName],
    ['身份证号', citizenIdMasked],
    ['用人单位', sheet.employerName],
    ['项目', sheet.projectName],
    ['班组', sheet.teamName],
  ];
  const isPiece = line.payKind === 'PIECE_RATE';
  const work: Row[] = [
    ['出勤', `${days(line.daysHundredths)} 天`],
    ...(line.piecesHundredths === undefined ? [] : ([['计件数量', days(line.piecesHundredths)]] as Row[])),
  ];
  const extras = fen(line.overtimeFen + line.allowancesFen + line.backPayFen);
  const earned: Row[] = [
    [isPiece ? '计件工资' : '计时工资', baseWords(line, subtractFen(line.grossFen, extras))],
    ...money('加班工资', line.overtimeFen),
    ...money('津贴补贴', line.allowancesFen),
    ...money(
      line.backPayMonth === undefined ? '补发' : `补发 ${monthWords(line.backPayMonth)}`,
      line.backPayFen,
    ),
    ['应发合计', `${formatYuan(line.grossFen)} 元`],
  ];
  const taken: Row[] = [
    ...money('已预支（生活费）', line.advanceFen),
    ...money('个人所得税', incomeTax),
    ...money('社会保险', socialInsurance),
    ...money('法院扣缴', courtOrdered),
    ...money('赔偿', damage),
    ...money(`其他（${line.otherGround ?? ''}）`, other),
    ['实发', `${formatYuan(line.netFen)} 元（${toChineseCapitals(line.netFen)}）`],
  ];
  return {
    title: `工资条 ${line.payMonth}`,
    size: 'A4',
    fontSize: 11,
    content: [
      { text: `${monthWords(line.payMonth)} 工资条`, fontSize: 20, bold: true, margin: [0, 0, 0, 12] },
      ...[who, work, earned, taken].map(part),
      part([
        ['银行卡', bankCardMasked],
        ['银行', bankWords(line)],
      ]),
    ],
    footer: '工资条由安薪生成；与实际收到的不一致，请在手机上回答或拨打 12333',
  };
}

/** What time or pieces alone came to, with how it was reckoned where the rate is on record. */
function baseWords({ payKind, daysHundredths, dayRateFen, ...line }: PayrollLineRecord, base: Fen): string {
  const isPiece = payKind === 'PIECE_RATE';
  const [quantity, rate] = isPiece
    ? [line.piecesHundredths, line.piecePriceFen]
    : [daysHundredths, dayRateFen];
  const how =
    quantity === undefined || rate === undefined ? '' : `（${days(quantity)} × ${formatYuan(rate)}）`;
  return `${formatYuan(base)} 元${how}`;
}

const part = (rows: readonly Row[]) => ({
  table: {
    widths: [130, '*'],
    body: rows.map(([label, value]) => [{ text: label, color: '#4b5563' }, value]),
  },
  layout: 'noBorders',
  margin: [0, 0, 0, 12] as [number, number, number, number],
});

function bankWords({ bank }: PayrollLineRecord): string {
  if (bank.state !== 'credited') return '还没有到账记录';
  return `${bank.on ?? ''} 到账 ${bank.amountFen === undefined ? '' : formatYuan(bank.amountFen)} 元，凭证 ${bank.reference ?? ''}`;
}
