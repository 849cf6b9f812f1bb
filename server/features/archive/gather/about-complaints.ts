import type { ComplaintView } from '../../../core/contract/complaints.ts';
import { monthsInWords, yuanText } from '../../../core/documents/print-words.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { PdfContent } from '../../../platform/pdf/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { getComplaint } from '../../complaints/index.ts';
import { CHANNEL_NAMES } from '../../documents/index.ts';
import type { PaperForFile } from '../../documents/index.ts';
import type { FileItem } from '../bind-task.ts';
import { factsTable } from './print-facts.ts';

export interface ComplaintsInFile {
  open: FileItem[];
  /** Of who made a report: only in the inner volume. */
  hidden: FileItem[];
  reports: string[];
  /** Files that came with the complaints, by SHA-256. */
  files: { sha256: string; name: string; mime: string; isHidden: boolean; receiptNumber: string }[];
}

/** The complaints of the case: the form that was issued, or what was registered where there is none. */
export async function aboutComplaints(
  record: CaseRecord,
  papers: readonly PaperForFile[],
  reader: Ctx,
): Promise<ComplaintsInFile> {
  const found: ComplaintsInFile = { open: [], hidden: [], reports: [], files: [] };
  for (const id of record.complaintIds) {
    const one = await getComplaint(id, reader);
    const isReport = one.intakeKind === 'REPORT';
    if (isReport) found.reports.push(id);
    for (const { sha256, name, mime } of one.files)
      found.files.push({ sha256, name, mime, isHidden: isReport, receiptNumber: one.receiptNumber });
    const hasForm = papers.some(({ complaintId, kind }) => complaintId === id && kind === 'registrationForm');
    if (hasForm && !isReport) continue;
    (isReport ? found.hidden : found.open).push(registration(one));
  }
  return found;
}

function registration(one: ComplaintView): FileItem {
  const { receiptNumber, receivedOn, intakeKind } = one;
  const name = intakeKind === 'REPORT' ? '举报登记' : '投诉登记';
  return {
    section: 'registration',
    title: `${name}（${receiptNumber}）`,
    date: receivedOn,
    pages: { draw: { content: [factsTable(factsOf(one)), people(one)] } },
  };
}

const factsOf = (one: ComplaintView): [string, string | undefined][] => [
  ['受理编号', one.receiptNumber],
  ['收到日期', one.receivedOn],
  ['来源', CHANNEL_NAMES[one.channel]],
  [
    one.intakeKind === 'REPORT' ? '举报人' : '投诉人',
    one.complainantName ?? (one.anonymous ? '匿名' : undefined),
  ],
  ['联系电话', one.phoneMasked],
  ['身份证号', one.citizenIdMasked],
  ['用人单位', one.employerName],
  ['工程项目', one.projectName],
  ['工作地点', one.site],
  ['涉及人数', String(one.headcount)],
  ['欠薪月份', one.payMonths.length === 0 ? undefined : monthsInWords(one.payMonths)],
  ['反映金额（元）', yuanText(one.owedFen)],
  ['反映内容', one.story],
];

function people({ people: all }: ComplaintView): PdfContent {
  if (all.length === 0) return [];
  return {
    table: {
      widths: [30, '*', 140, 90],
      headerRows: 1,
      body: [
        ['序号', '姓名', '月份', '金额（元）'].map((text) => ({ text, bold: true })),
        ...all.map(({ name, months, owedFen }, at) => [
          String(at + 1),
          name,
          monthsInWords(months.map(({ payMonth }) => payMonth)),
          { text: yuanText(owedFen), alignment: 'right' },
        ]),
      ],
    },
    margin: [0, 12, 0, 0],
  };
}
