import type { DocumentView, EditDocument } from '../../core/contract/documents.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import type { Typed } from '../../core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { DocumentKindRow } from '../../core/documents/kind.ts';
import { parseYuanText } from '../../core/kit/money.ts';
import { parsePlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { addresseeOf, foundBy } from './draft-document.ts';
import { typedOf } from './document.model.ts';
import { loadSource } from './load-source.ts';
import { moveDocument } from './move-document.ts';

/** Typed values over the record's; an empty text takes the record's value again. */
export async function editDocument(
  id: string,
  version: number,
  { fields }: EditDocument,
  ctx: Ctx,
): Promise<DocumentView> {
  return moveDocument({ id, action: 'edit', version }, ctx, async (record) => {
    const row = DOCUMENT_KIND_ROWS[record.kind];
    for (const [name, text] of Object.entries(fields)) checkTyped(row, name, text.trim());
    const typed = withoutEmpty({ ...typedOf(record), ...fields });
    const filled = fillDocument(row, await loadSource(record, ctx), typed);
    const addresseeName = addresseeOf(row, filled);
    return { typed, set: { addresseeName, ...foundBy({ ...record, addresseeName }) } };
  });
}

const withoutEmpty = (typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([, text]) => text.trim() !== ''));

function checkTyped(row: DocumentKindRow, name: string, text: string): void {
  const path = `fields.${name}`;
  const table = row.tables?.find((one) => one.name === name);
  if (table?.canBeTyped === true) return;
  const field = row.fields.find((one) => one.name === name);
  if (field === undefined || field.isFixed === true)
    throw wrongField(path, '此项不能填写', 'This cannot be typed');
  if (text === '') return;
  if (field.type === 'day' && parsePlainDate(text) === null)
    throw wrongField(path, '请填写日期，例如 2026-11-30', 'Write a day such as 2026-11-30');
  if (field.type === 'yuan' && parseYuanText(text) === null)
    throw wrongField(
      path,
      '请填写金额（元），最多两位小数',
      'Write a sum in yuan, with two decimals at most',
    );
}
