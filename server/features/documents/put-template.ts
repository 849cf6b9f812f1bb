import mongoose from 'mongoose';
import type { DocumentKind, PutTemplate, TemplateRow } from '../../core/contract/documents.ts';
import { SYSTEM_FIELDS } from '../../core/documents/field-names.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { ThreadFault } from '../../platform/thread-pool.ts';
import { checkTemplate } from '../../platform/word/index.ts';
import type { CheckedTemplate } from '../../platform/word/index.ts';
import { requireReach } from '../areas/index.ts';
import { holdFiles, ownFileBytes } from '../files/index.ts';
import { templateRow } from './list-templates.ts';
import { findEditions, insertTemplate } from './template.model.ts';
import type { TemplateRecord } from './template.model.ts';

/**
 * An area's own template of a paper. It must open, know its placeholders and lack none that the law wants in the paper;
 * papers that were begun keep the edition they began with.
 * @law PRO-14
 */
export async function putTemplate(kind: DocumentKind, input: PutTemplate, ctx: Ctx): Promise<TemplateRow> {
  requireReach(input.areaCode, ctx);
  const { bytes, sha256 } = await ownFileBytes(input.fileId, ['document'], ctx);
  const { notes } = await readTemplate(kind, bytes);
  return inTransaction(async () => {
    const _id = new mongoose.Types.ObjectId();
    const { fileId, note, areaCode } = input;
    await holdFiles([fileId], `documentTemplate:${String(_id)}`, ctx, {
      purposes: ['document'],
      field: 'fileId',
    });
    return keep({ _id, kind, areaCode, fileId, sha256, note, notes }, ctx);
  });
}

/** Back to the wider area's template, or the product's own. */
export async function resetTemplate(kind: DocumentKind, areaCode: string, ctx: Ctx): Promise<TemplateRow> {
  requireReach(areaCode, ctx);
  return inTransaction(() =>
    keep({ _id: new mongoose.Types.ObjectId(), kind, areaCode, note: '恢复默认', notes: [] }, ctx),
  );
}

async function keep(
  one: Omit<TemplateRecord, 'edition' | 'putBy' | 'putOn'>,
  ctx: Ctx,
): Promise<TemplateRow> {
  const { kind, areaCode } = one;
  const before = (await findEditions([areaCode], kind)).filter((edition) => edition.kind === kind);
  const edition = Math.max(0, ...before.map((each) => each.edition)) + 1;
  await insertTemplate({ ...one, edition, putBy: actorRef(ctx.actor), putOn: ctx.today });
  const facts = { kind, edition, ...(one.sha256 === undefined ? {} : { sha256: one.sha256 }) };
  await appendEvent({ subject: `area:${areaCode}`, areaCode, action: 'documentTemplate.put', facts }, ctx);
  return templateRow(kind, areaCode);
}

/** The template as it can be used, or why it cannot, in words. */
export async function readTemplate(kind: DocumentKind, bytes: Buffer): Promise<CheckedTemplate> {
  const checked = await checkTemplate(bytes).catch((error: unknown) => {
    throw inWords(error);
  });
  const unknown = unknownIn(kind, checked);
  if (unknown.length > 0)
    throw refused(`不认识的占位符：${unknown.join('、')}`, `unknown placeholders: ${unknown.join(', ')}`);
  const lacking = lackingIn(kind, checked);
  if (lacking.length > 0)
    throw refused(
      `缺少必备的占位符：${lacking.join('、')}`,
      `placeholders that must be there: ${lacking.join(', ')}`,
    );
  return checked;
}

const refused = (why: string, whyEn: string): AppError => new AppError('templateRefused', { why, whyEn });

function inWords(error: unknown): unknown {
  if (!(error instanceof ThreadFault)) return error;
  if (error.code !== 'word') return refused('读取时超出时间或内存上限', 'it took too long to read');
  const { zh, en } = error.details as { zh: string; en: string }; // a WordFault's, through the thread
  return refused(zh, en);
}

function unknownIn(kind: DocumentKind, { fields, loops }: CheckedTemplate): string[] {
  const row = DOCUMENT_KIND_ROWS[kind];
  const names = new Set<string>([...SYSTEM_FIELDS, ...row.fields.map(({ name }) => name)]);
  const single = fields.filter((name) => !names.has(name));
  const repeated = Object.entries(loops).flatMap(([loop, inner]) => {
    const table = row.tables?.find(({ name }) => name === loop);
    if (table === undefined) return [`#${loop}`];
    const columns = new Set<string>([...table.columns, ...names]);
    return inner.filter((name) => !columns.has(name));
  });
  return [...single, ...repeated].slice(0, 20);
}

/** Number, authority and day on every paper; on a decision what the law lists. @law PRO-14 */
export const requiredNames = (kind: DocumentKind): string[] => [
  ...SYSTEM_FIELDS,
  ...DOCUMENT_KIND_ROWS[kind].fields.filter(({ byLaw }) => byLaw === true).map(({ name }) => name),
];

function lackingIn(kind: DocumentKind, { fields, loops }: CheckedTemplate): string[] {
  const there = new Set([...fields, ...Object.values(loops).flat()]);
  return requiredFor(kind).filter((name) => !there.has(name));
}

/** Forms without a seal have no place for the day: what our own template does not hold is not asked of others. */
function requiredFor(kind: DocumentKind): string[] {
  const ours = JSON.stringify(DOCUMENT_KIND_ROWS[kind].template);
  return requiredNames(kind).filter((name) => ours.includes(`{${name}}`));
}
