import type { PreviewBlock } from '../../core/contract/documents.ts';
import { fillTemplate } from '../../platform/word/index.ts';
import type { PaperLayout } from '../../platform/word/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { officeName } from '../complaints/index.ts';
import { getDocumentRecord } from './document-reach.ts';
import { filledNow } from './document-view.ts';
import { valuesOf } from './make-paper.ts';
import { templateBytes } from './templates.ts';

/** The paper as text, from the template it is printed with: what an inspector reads while he fills it in. */
export async function previewText(id: string, ctx: Ctx): Promise<PreviewBlock[]> {
  const record = await getDocumentRecord(id, ctx);
  const { documentNumber, issuedOn, checkCode } = record;
  const issue =
    documentNumber === undefined || issuedOn === undefined || checkCode === undefined
      ? undefined
      : { documentNumber, issuedOn, checkCode };
  const values = valuesOf(await filledNow(record, ctx), await officeName(record.officeCode, ctx), issue);
  const template = await templateBytes(record.kind, record.templateId);
  const { layout } = await fillTemplate(template, values, { draft: '' });
  return layout.content.flatMap((node) => blockOf(node, layout.fontSize));
}

interface Node {
  text?: string | readonly { text: string; bold?: boolean }[];
  fontSize?: number;
  alignment?: string;
  leadingIndent?: number;
  table?: { body: readonly (readonly { stack?: readonly Node[] }[])[] };
}

function blockOf(content: PaperLayout['content'][number], own: number): PreviewBlock[] {
  const node = content as Node; // made by layOut, of these parts alone
  if (node.table !== undefined)
    return [
      {
        is: 'table',
        rows: node.table.body.map((row) => row.map(({ stack = [] }) => stack.map(textOf).join('\n'))),
      },
    ];
  const text = textOf(node);
  if (text.trim() === '') return [];
  const { fontSize = own, alignment, leadingIndent = 0 } = node;
  return [
    {
      is: 'text',
      text,
      isBold: Array.isArray(node.text) && node.text.some(({ bold }: { bold?: boolean }) => bold === true),
      align: alignment === 'center' || alignment === 'right' ? alignment : 'left',
      indent: Math.round(leadingIndent / fontSize),
      size: Math.round((fontSize / own) * 100),
    },
  ];
}

const textOf = ({ text = '' }: Node): string =>
  typeof text === 'string' ? text : text.map((run) => run.text).join('');
