import { dayInWords } from '../../core/documents/print-words.ts';
import { formatYuan } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { PdfContent } from '../../platform/pdf/index.ts';
import { drawPdf } from '../../platform/pdf/index.ts';
import { officeName } from '../complaints/index.ts';
import { getReleaseRecord } from './get-release.ts';
import type { ReleaseRecord } from './release.model.ts';
import { paperKind } from './release-view.ts';

const paragraph = (text: string): PdfContent => ({
  ...{ text, leadingIndent: 24, lineHeight: 1.4, margin: [0, 4, 0, 4] },
});

interface Paper {
  title: string;
  number: string;
  /** Whom it goes to, as the first line says it. */
  to: string;
  paragraphs: string[];
  on: string;
}

function confirmation(record: ReleaseRecord): Paper {
  const { kind, projectName, companyName, bankName, bondFen, isGuarantee, confirmedOn } = record;
  const isBond = kind === 'bondReturn';
  const sum = bondFen === undefined ? '' : `（${formatYuan(bondFen)} 元）`;
  const back = isGuarantee === true ? `退还保函原件${sum}` : `返还工资保证金${sum}及利息`;
  return {
    title: isBond ? '农民工工资保证金返还（销户）确认书' : '农民工工资专用账户销户确认书',
    number: record.confirmationNumber ?? '',
    to: `${bankName}、${companyName}：`,
    paragraphs: [
      `${companyName}承建的“${projectName}”，已按规定作出无拖欠承诺并公示期满，经审核未发现拖欠农民工工资。`,
      isBond
        ? `现予确认，请${back}。`
        : '现予确认，请解除该项目农民工工资专用账户的特殊标识并办理销户，账户余额归施工总承包单位所有。',
    ],
    on: confirmedOn ?? record.openedOn,
  };
}

function refusal(record: ReleaseRecord): Paper {
  const { kind, projectName, companyName, facts, history } = record;
  const matter = kind === 'bondReturn' ? '返还工资保证金（保函）' : '撤销农民工工资专用账户';
  const last = history.findLast(({ action }) => action === 'refuse' || action === 'revoke');
  return {
    title: kind === 'bondReturn' ? '不予返还告知书' : '不予销户告知书',
    number: '',
    to: last?.action === 'revoke' ? `${record.bankName}、${companyName}：` : `${companyName}：`,
    paragraphs: [
      last?.action === 'revoke'
        ? `“${projectName}”${matter}的确认书（${record.confirmationNumber ?? ''}）现予撤销，请停止办理，理由如下：`
        : `你单位就“${projectName}”提出的${matter}申请，经审核不予确认，理由如下：`,
      String(facts['grounds'] ?? ''),
      '请依法付清拖欠的工资、了结上述事项后再次提出申请。',
    ],
    on: last?.on ?? record.openedOn,
  };
}

/** The confirmation as bank and contractor are given it, or the written refusal. @law BON-20 @law BON-21 */
export async function printRelease(id: string, ctx: Ctx): Promise<{ bytes: Buffer; name: string }> {
  const record = await getReleaseRecord(id, ctx);
  const kind = paperKind(record);
  if (kind === undefined) throw new AppError('notFound');
  const paper = kind === 'confirmation' ? confirmation(record) : refusal(record);
  const office = await officeName(record.areaCode, ctx);
  const { bytes } = await drawPdf({
    title: `${paper.title} ${paper.number}`.trim(),
    size: 'A4',
    margins: [64, 60, 64, 56],
    fontSize: 12,
    footer: paper.number,
    content: [
      { text: office, alignment: 'center', fontSize: 16, margin: [0, 0, 0, 6] },
      { text: paper.title, alignment: 'center', fontSize: 20, bold: true },
      { text: paper.number, alignment: 'right', margin: [0, 12, 0, 12] },
      { text: paper.to, margin: [0, 0, 0, 4] },
      ...paper.paragraphs.map(paragraph),
      { text: office, alignment: 'right', margin: [0, 28, 0, 2] },
      { text: dayInWords(paper.on), alignment: 'right' }, // a day of the record
    ],
  });
  return { bytes, name: `${paper.title}.pdf` };
}
