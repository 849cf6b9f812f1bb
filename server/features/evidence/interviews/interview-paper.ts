import { printCitation } from '../../../core/law/articles.ts';
import type { PdfContent, PdfDocument } from '../../../platform/pdf/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { InterviewRecord, StoredSignature } from './interview.model.ts';
import { signatureSvg } from './signature-drawing.ts';

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'long',
  timeStyle: 'short',
  hour12: false,
});

export interface PaperWords {
  interview: InterviewRecord;
  record: Pick<CaseRecord, 'caseNumber' | 'title'>;
  officeName: string;
  personName: string;
  endedAt: Date;
  unsignedReason?: string;
}

/** The record of an interview as it is kept: head, questions and answers, and the hands under it. */
export function interviewPaper(words: PaperWords): PdfDocument {
  const { interview, record, officeName } = words;
  return {
    title: `询问笔录 ${record.caseNumber}`,
    size: 'A4',
    margins: [56, 56, 56, 56],
    fontSize: 11,
    footer: `询问笔录 · ${record.caseNumber}`,
    content: [
      { text: officeName, alignment: 'center', fontSize: 14 },
      { text: '询问笔录', alignment: 'center', fontSize: 20, bold: true, margin: [0, 4, 0, 14] },
      head(words),
      { text: rights(), margin: [0, 12, 0, 12] },
      ...interview.lines.flatMap(({ question, answer }): PdfContent[] => [
        { text: `问：${question}`, bold: true, margin: [0, 4, 0, 0] },
        { text: `答：${answer}`, margin: [0, 2, 0, 2] },
      ]),
      { text: '（以上笔录已交被询问人阅读或者向其宣读。）', margin: [0, 14, 0, 8] },
      hands(words),
    ],
  };
}

function head({ interview, record, personName, endedAt }: PaperWords): PdfContent {
  const rows: [string, string][] = [
    ['案件编号', record.caseNumber],
    ['案由', record.title],
    ['询问时间', `${MOMENT.format(interview.begunAt)} 至 ${MOMENT.format(endedAt)}`],
    ['询问地点', interview.place],
    ['询问人（监察员）', interview.inspectors.map(({ name }) => name).join('、')],
    ['被询问人', personName],
    ['身份', interview.personRole],
  ];
  return {
    table: { widths: [110, '*'], body: rows.map(([name, value]) => [{ text: name, bold: true }, value]) },
    layout: 'lightHorizontalLines',
  };
}

const rights = (): string =>
  `我们是劳动保障监察员，已出示执法证件，人数符合${printCitation('INS-16-1', 'zh')}不少于两名的规定。请如实回答我们的询问。`;

function hands({ interview, personName, unsignedReason }: PaperWords): PdfContent {
  const person = interview.signatures.filter(({ who }) => who === 'person');
  const inspectors = interview.signatures.filter(({ who }) => who === 'inspector');
  const refused = unsignedReason === undefined ? [] : [{ text: `被询问人未签名，原因：${unsignedReason}` }];
  return {
    stack: [
      ...person.map((one) => hand('被询问人', personName, one)),
      ...refused,
      ...inspectors.map((one) => hand('监察员', one.name ?? '', one)),
    ],
  };
}

const hand = (role: string, name: string, { at, strokes }: StoredSignature): PdfContent => ({
  unbreakable: true,
  columns: [
    { text: `${role}（${name}）：`, width: 150, margin: [0, 14, 0, 0] },
    { svg: signatureSvg(strokes), fit: [150, 50], width: 160 },
    { text: MOMENT.format(at), width: '*', margin: [0, 14, 0, 0] },
  ],
  margin: [0, 4, 0, 4],
});
