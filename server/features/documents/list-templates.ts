import type { DocumentKind, TemplateRow } from '../../core/contract/documents.ts';
import { DOCUMENT_KINDS } from '../../core/contract/documents.ts';
import { SYSTEM_FIELDS } from '../../core/documents/field-names.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { Ctx } from '../../platform/context.ts';
import { areaChain, requireReach } from '../areas/index.ts';
import { labelOf } from './document-view.ts';
import { nearestTemplate, pickNearest, templateBytes } from './templates.ts';
import { findEditions } from './template.model.ts';
import type { TemplateRecord } from './template.model.ts';

/** A row per kind: the template that holds for this area, whose it is, and the placeholders it may use. */
export async function listTemplates(areaCode: string, ctx: Ctx): Promise<TemplateRow[]> {
  requireReach(areaCode, ctx);
  const chain = areaChain(areaCode);
  const editions = await findEditions(chain);
  return DOCUMENT_KINDS.map((kind) =>
    rowOf(
      kind,
      pickNearest(
        editions.filter((one) => one.kind === kind),
        chain,
      ),
    ),
  );
}

export async function templateRow(kind: DocumentKind, areaCode: string): Promise<TemplateRow> {
  return rowOf(kind, await nearestTemplate(kind, areaCode));
}

function rowOf(kind: DocumentKind, holds: TemplateRecord | undefined): TemplateRow {
  const { name, fields, tables = [] } = DOCUMENT_KIND_ROWS[kind];
  const placeholders = [
    ...SYSTEM_FIELDS.map((one) => ({ name: one, label: labelOf(one), isRequired: true })),
    ...fields.map((one) => ({ name: one.name, label: labelOf(one.name), isRequired: one.byLaw === true })),
    ...tables.map((one) => ({ name: `#${one.name}`, label: labelOf(one.name), isRequired: false })),
  ];
  const own = { kind, name, version: 0, placeholders };
  if (holds === undefined) return own;
  const { areaCode, edition, putOn, note, notes } = holds;
  return {
    ...own,
    areaCode,
    version: edition,
    changedOn: putOn,
    note,
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** The Word file itself, to be edited. */
export async function templateFile(kind: DocumentKind, areaCode: string, ctx: Ctx): Promise<Buffer> {
  requireReach(areaCode, ctx);
  const holds = await nearestTemplate(kind, areaCode);
  return templateBytes(kind, holds === undefined ? undefined : String(holds._id));
}
