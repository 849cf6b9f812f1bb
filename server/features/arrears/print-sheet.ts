import type { Buffer } from 'node:buffer';
import type { ArrearsLineView } from '../../core/contract/arrears.ts';
import { toChineseCapitals } from '../../core/kit/chinese-capitals.ts';
import type { Fen } from '../../core/kit/money.ts';
import { formatYuan } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PdfDocument, PdfNode } from '../../platform/pdf/index.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import { lineViews } from './line-view.ts';
import { linesOfSheet } from './line.model.ts';
import type { SheetInCase } from './sheet-reach.ts';
import { getSheet } from './sheet-reach.ts';
import { MARK_WORDS, STANDING_WORDS } from './sheet-words.ts';

/** A paper of more than a few hundred pages is a table to download instead. */
const MOST_LINES = 3_000;

/** The arrears sheet as a paper; a sheet nobody was shown carries 草稿 across each page. */
export async function printSheet(id: string, ctx: Ctx): Promise<{ pdf: Buffer; name: string }> {
  const found = await getSheet(id, ctx);
  if (found.sheet.lineCount > MOST_LINES) throw new AppError('arrearsTooLong', { limit: MOST_LINES });
  const lines = await lineViews(await linesOfSheet(id), found.record, ctx);
  const { caseNumber, revision } = found.sheet;
  return {
    pdf: await makePdf(sheetDocument(found, lines)),
    name: `欠薪测算书-${caseNumber}-${revision}.pdf`,
  };
}

const yuan = (amount: Fen): string => formatYuan(amount);
const right = (text: string): PdfNode => ({ text, alignment: 'right' });
const HEADS = [
  '序号',
  '姓名',
  '月份',
  '应发',
  '扣款',
  '已付',
  '欠薪',
  '劳动者',
  '单位',
  '状态',
  '认定',
] as const;

export function sheetDocument(
  { sheet, record }: SheetInCase,
  lines: readonly ArrearsLineView[],
): PdfDocument {
  const { sums } = sheet;
  const facts: [string, string][] = [
    ['案号', `${sheet.caseNumber}　第 ${sheet.revision} 版`],
    ['被投诉单位', record.respondent.name],
    ...(record.projectName === undefined ? [] : ([['项目', record.projectName]] as [string, string][])),
    ['测算月份', `${sheet.from} 至 ${sheet.to}`],
    ['测算日期', sheet.builtOn],
    ...(sheet.answerBy === undefined ? [] : ([['答复期限', sheet.answerBy]] as [string, string][])),
    ['欠薪合计', `${yuan(sums.owedFen)} 元（${toChineseCapitals(sums.owedFen)}），${sheet.people} 人`],
    ['双方认可', `${yuan(sums.agreedFen)} 元（${toChineseCapitals(sums.agreedFen)}）`],
    ['有争议', `${yuan(sums.disputedFen)} 元`],
    ['未答完', `${yuan(sums.openFen)} 元`],
    ['监察员认定', `${yuan(sums.foundFen)} 元`],
    ...(sums.lines.unknown === 0
      ? []
      : ([['没有数据', `${sums.lines.unknown} 行，未计入合计`]] as [string, string][])),
  ];
  return {
    title: `欠薪测算书 ${sheet.caseNumber}`,
    size: 'A4',
    orientation: 'landscape',
    fontSize: 9,
    ...(sheet.wasShown ? {} : { watermark: '草稿' }),
    content: [
      { text: '欠薪测算书', fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 12] },
      {
        table: {
          widths: [80, '*'],
          body: facts.map(([label, value]) => [{ text: label, color: '#4b5563' }, value]),
        },
        layout: 'noBorders',
        margin: [0, 0, 0, 12],
      },
      {
        table: {
          headerRows: 1,
          widths: [28, 60, 48, 62, 52, 62, 62, '*', '*', 48, 62],
          body: [HEADS.map((text) => ({ text, bold: true })), ...lines.map(rowOf)],
        },
        layout: 'lightHorizontalLines',
      },
    ],
    footer: '欠薪＝应发－扣款－已付，不足一分四舍五入；未答复不视为认可，也不视为有异议',
  };
}

function rowOf(line: ArrearsLineView, at: number): (string | PdfNode)[] {
  const isUnknown = line.standing === 'unknown';
  const said = (mark: ArrearsLineView['worker']): string =>
    mark === undefined ? '未答复' : [MARK_WORDS[mark.mark].zh, mark.reason].filter(Boolean).join('：');
  return [
    String(at + 1),
    line.personName ?? '（身份保密）',
    line.payMonth,
    right(isUnknown ? '无数据' : yuan(line.earnedFen)),
    right(yuan(line.deductedFen)),
    right(yuan(line.paidFen)),
    right(isUnknown ? '无数据' : yuan(line.owedFen)),
    said(line.worker),
    said(line.employer),
    STANDING_WORDS[line.standing].zh,
    right(line.found === undefined ? '' : yuan(line.found.owedFen)),
  ];
}
