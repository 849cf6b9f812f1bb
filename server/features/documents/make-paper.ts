import { toBuffer } from 'qrcode';
import type { DocumentKind } from '../../core/contract/documents.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { dayInWords } from '../../core/documents/print-words.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { drawPdf } from '../../platform/pdf/index.ts';
import type { PdfContent } from '../../platform/pdf/index.ts';
import { fillTemplate } from '../../platform/word/index.ts';
import type { WordValues } from '../../platform/word/index.ts';
import { publicAddress } from '../projects/index.ts';
import { templateBytes } from './templates.ts';

/** What an issued paper bears beside its contents. */
export interface Issue {
  documentNumber: string;
  issuedOn: PlainDate;
  checkCode: string;
}
export interface MadePaper {
  pdf: Buffer;
  docx: Buffer;
}
interface Making {
  kind: DocumentKind;
  templateId: string | undefined;
  officeName: string;
  filled: FilledDocument;
  /** Absent: a draft, marked as one. */
  issue?: Issue;
}

const DRAFT = '草稿（未经签发，无效）';

export const checkAddress = (checkCode: string): string => publicAddress(`/d/${checkCode}`);
/** ABCDE-FGHJK, as it is read aloud and typed. */
export const spokenCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** Fills the template and makes both files from it: the Word file, and the same text as a PDF. */
export async function makePaper({ kind, templateId, officeName, filled, issue }: Making): Promise<MadePaper> {
  const { name } = DOCUMENT_KIND_ROWS[kind];
  const template = await templateBytes(kind, templateId);
  const values = valuesOf(filled, officeName, issue);
  const lines = issue === undefined ? [] : checkLines(issue);
  const mark =
    issue === undefined
      ? { draft: DRAFT }
      : { qrPng: await toBuffer(checkAddress(issue.checkCode), { margin: 1, width: 240 }), lines };
  const { docx, layout } = await fillTemplate(template, values, mark);
  const { content, margins, fontSize } = layout;
  const pdf = await drawPdf({
    title: `${name.zh} ${issue?.documentNumber ?? ''}`.trim(),
    size: 'A4',
    margins,
    fontSize,
    content: issue === undefined ? content : [...content, checkBlock(issue, lines)],
    ...(issue === undefined ? { watermark: '草稿', footer: DRAFT } : { footer: issue.documentNumber }),
  });
  return { pdf: pdf.bytes, docx: Buffer.from(docx) };
}

/** A draft says where something is missing; an issued paper is refused before it comes here. */
export function valuesOf(filled: FilledDocument, officeName: string, issue: Issue | undefined): WordValues {
  const fields = filled.fields.map(({ name, value, isMissing }) => [
    name,
    isMissing ? `〔待填：${name}〕` : value,
  ]);
  const tables = filled.tables.map(({ name, columns, rows }) => [
    name,
    rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '—']))),
  ]);
  return {
    文号: issue?.documentNumber ?? '（签发时编号）',
    机关: officeName,
    落款日期: issue === undefined ? '（签发日期）' : dayInWords(issue.issuedOn),
    ...(Object.fromEntries([...fields, ...tables]) as WordValues), // texts, and rows of texts
  };
}

const checkLines = ({ checkCode }: Issue): string[] => [
  `核验码 ${spokenCode(checkCode)}`,
  `扫描二维码或访问 ${checkAddress(checkCode)} 核验本文书真伪`,
];

const checkBlock = ({ checkCode }: Issue, lines: readonly string[]): PdfContent => ({
  columns: [
    { qr: checkAddress(checkCode), fit: 72, eccLevel: 'M', width: 84 },
    { stack: lines.map((text) => ({ text, fontSize: 9, margin: [0, 4, 0, 0] })), width: '*' },
  ],
  margin: [0, 14, 0, 0],
  unbreakable: true,
});
