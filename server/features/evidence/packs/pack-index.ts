import type { PdfContent, PdfDocument } from '../../../platform/pdf/index.ts';
import type { CaseRecord } from '../../cases/index.ts';
import type { EvidenceRecord } from '../evidence.model.ts';
import type { PackRecord } from './pack.model.ts';
import { FOR_WHOM_WORDS, KIND_WORDS, SIDE_WORDS } from './pack-words.ts';

export interface IndexLine {
  piece?: EvidenceRecord;
  title: string;
  /** Absent: withdrawn, so that its number is not missed. */
  path?: string;
  sha256?: string;
  sm3?: string;
  isCopy: boolean;
}

export interface IndexWords {
  pack: PackRecord;
  record: Pick<CaseRecord, 'caseNumber' | 'title' | 'respondent' | 'filedOn'>;
  officeName: string;
  lines: readonly IndexLine[];
}

const facts = ({ pack, record, officeName }: IndexWords): [string, string][] => [
  ['制作机构', officeName],
  ['案件编号', record.caseNumber],
  ['案由', record.title],
  ['被投诉单位', record.respondent.name],
  ['立案日期', record.filedOn],
  ['提供给', `${FOR_WHOM_WORDS[pack.forWhom]}：${pack.recipient}`],
  ['事由', pack.reason],
  ['制作人', pack.startedBy.name],
  ['制作日期', pack.startedOn],
];

const notes = ({ pack, lines }: IndexWords): string[] => [
  ...(pack.leftOut === 0 ? [] : [`为保护举报人，另有 ${pack.leftOut} 项随举报收到的材料未放入本证据包。`]),
  ...(lines.some(({ isCopy }) => isCopy)
    ? ['标有“遮盖副本”的图片，原件保存在制作机构，指纹以副本为准。']
    : []),
  '核对方法见“00-验证说明.txt”。',
];

function about({ piece, path, isCopy }: IndexLine): string {
  if (piece === undefined) return '案件文书';
  if (path === undefined) return `${KIND_WORDS[piece.kind]}（已撤回：${piece.withdrawn?.reason ?? ''}）`;
  const from = `${SIDE_WORDS[piece.side]}，${piece.obtainedOn}，${piece.obtainedBy.name}`;
  return [KIND_WORDS[piece.kind] + (isCopy ? '（遮盖副本）' : ''), from, piece.shows ?? '']
    .filter(Boolean)
    .join('；');
}

const fingerprints = ({ sha256, sm3 }: IndexLine): string[] => [
  ...(sha256 === undefined ? [] : [`SHA-256 ${sha256}`]),
  ...(sm3 === undefined ? [] : [`SM3 ${sm3}`]),
];

/** The index as a paper. */
export function indexPaper(words: IndexWords): PdfDocument {
  const cells = words.lines.map((line): PdfContent[] => [
    String(line.piece?.number ?? '—'),
    {
      stack: [
        { text: line.title, bold: true },
        about(line),
        { text: line.path ?? '', fontSize: 8 },
        ...fingerprints(line).map((text) => ({ text, fontSize: 6.5 })),
      ],
    },
  ]);
  return {
    title: `证据目录 ${words.record.caseNumber}`,
    size: 'A4',
    footer: `证据目录 · ${words.record.caseNumber}`,
    content: [
      { text: '证据目录', alignment: 'center', fontSize: 20, bold: true, margin: [0, 0, 0, 12] },
      { table: { widths: [90, '*'], body: facts(words) }, layout: 'lightHorizontalLines' },
      { text: notes(words).join('\n'), margin: [0, 10, 0, 10] },
      {
        table: {
          widths: [40, '*'],
          headerRows: 1,
          dontBreakRows: true,
          body: [
            [
              { text: '编号', bold: true },
              { text: '证据', bold: true },
            ],
            ...cells,
          ],
        },
        layout: 'lightHorizontalLines',
      },
    ],
  };
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (text: string): string => text.replace(/[&<>"]/gu, (sign) => ESCAPES[sign] ?? '');

/** The same to click through, without script and without anything from elsewhere. */
export function indexPage(words: IndexWords): string {
  const rows = words.lines.map((line) => {
    const { path, title, piece } = line;
    const name =
      path === undefined
        ? html(title)
        : `<a href="${path.split('/').map(encodeURIComponent).join('/')}">${html(title)}</a>`;
    const prints = fingerprints(line).map((text) => `<br><code>${text}</code>`);
    return `<tr><td>${piece?.number ?? '—'}</td><td>${name}<br>${html(about(line))}${prints.join('')}</td></tr>`;
  });
  const head = facts(words).map(([name, value]) => `<tr><th>${name}</th><td>${html(value)}</td></tr>`);
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>证据目录 ${html(words.record.caseNumber)}</title>
<style>body{font:15px/1.6 sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:6px 10px;text-align:left;vertical-align:top}code{font-size:11px;word-break:break-all}</style>
</head><body><h1>证据目录</h1><table>${head.join('')}</table>
${notes(words)
  .map((text) => `<p>${html(text)}</p>`)
  .join('')}
<table><tr><th>编号</th><th>证据</th></tr>${rows.join('\n')}</table></body></html>
`;
}
