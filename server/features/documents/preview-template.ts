import type { DocumentKind } from '../../core/contract/documents.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { printed } from '../../core/documents/print-words.ts';
import { drawPdf } from '../../platform/pdf/index.ts';
import { fillTemplate } from '../../platform/word/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { requireReach } from '../areas/index.ts';
import { ownFileBytes } from '../files/index.ts';
import { readTemplate } from './put-template.ts';
import { templateFile } from './list-templates.ts';

/** How a template prints, with invented contents: whoever keeps templates sees no case. */
export async function previewTemplate(
  kind: DocumentKind,
  { areaCode, fileId }: { areaCode: string; fileId?: string },
  ctx: Ctx,
): Promise<Buffer> {
  requireReach(areaCode, ctx);
  const template =
    fileId === undefined ? await templateFile(kind, areaCode, ctx) : await uploaded(kind, fileId, ctx);
  const { fields, tables } = exampleOf(kind);
  const values = {
    文号: '（示例文号）',
    机关: '某某市人力资源和社会保障局',
    落款日期: '2026年1月5日',
    ...Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    ...Object.fromEntries(
      tables.map(({ name, columns, rows }) => [
        name,
        rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at] ?? '—']))),
      ]),
    ),
  };
  const { layout } = await fillTemplate(template, values, { draft: '示例' });
  const { content, margins, fontSize } = layout;
  const title = DOCUMENT_KIND_ROWS[kind].name.zh;
  return (await drawPdf({ title, size: 'A4', content, margins, fontSize, watermark: '示例' })).bytes;
}

async function uploaded(kind: DocumentKind, fileId: string, ctx: Ctx): Promise<Buffer> {
  const { bytes } = await ownFileBytes(fileId, ['document'], ctx);
  await readTemplate(kind, bytes);
  return bytes;
}

const EXAMPLES: Readonly<Record<string, string>> = { day: '2026-01-20', yuan: '12345.67' };

/** Something in every field, as long as such things are. */
function exampleOf(kind: DocumentKind): Pick<FilledDocument, 'fields' | 'tables'> {
  const row = DOCUMENT_KIND_ROWS[kind];
  return {
    fields: row.fields.map(({ name, type = 'text' }) => {
      const raw = EXAMPLES[type] ?? `（示例：${name}）`;
      return {
        name,
        type,
        raw,
        value: printed(type, raw),
        isTyped: false,
        isMissing: false,
        canBeTyped: false,
      };
    }),
    tables: (row.tables ?? []).map(({ name, columns }) => ({
      name,
      columns,
      rows: ['1', '2'].map((at) => columns.map((column) => (column === '序号' ? at : `示例${column}`))),
      isMissing: false,
      isTyped: false,
      canBeTyped: false,
    })),
  };
}
