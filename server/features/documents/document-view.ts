import type { DocumentRow, DocumentView, ServiceView } from '../../core/contract/documents.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import { FIELD_NAMES } from '../../core/documents/field-names.ts';
import type { FieldName } from '../../core/documents/field-names.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { Calendar } from '../../core/law/calendar/calendar.ts';
import { nextDeadline } from '../../core/law/deadline.ts';
import { deadlineView } from '../../core/law/deadline-view.ts';
import type { Words } from '../../core/alerts/rule.ts';
import type { Ctx } from '../../platform/context.ts';
import { findAreaOn } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { isCaseArchived } from '../cases/index.ts';
import { fileViews } from '../files/index.ts';
import { documentActions } from './document-reach.ts';
import { printedOf, typedOf } from './document.model.ts';
import type { DocumentRecord, ServiceRecord } from './document.record.ts';
import { loadSource } from './load-source.ts';
import { checkAddress } from './make-paper.ts';
import { findTemplate } from './template.model.ts';
import { undrawableLetters } from './undrawable.ts';

export const labelOf = (name: FieldName): Words => ({ zh: name, en: FIELD_NAMES[name] });

/** One line of the list; the calendar is that of the office. */
export function documentRow(
  record: DocumentRecord,
  calendar: Calendar,
  { today }: Pick<Ctx, 'today'>,
): DocumentRow {
  const next = nextDeadline(record.deadlines);
  const { kind, version, state, addresseeName } = record;
  return {
    id: String(record._id),
    version,
    kind,
    name: DOCUMENT_KIND_ROWS[kind].name,
    state,
    addresseeName,
    ...present(record, [
      'documentNumber',
      'caseId',
      'caseNumber',
      'complaintId',
      'receiptNumber',
      'proceedingId',
      'issuedOn',
      'servedOn',
    ]),
    ...(next === undefined || state !== 'issued' ? {} : { nextDue: deadlineView(next, today, calendar) }),
  };
}

function present<Of extends object, Key extends keyof Of>(
  record: Of,
  keys: readonly Key[],
): { [K in Key]?: Exclude<Of[K], undefined> } {
  const given = keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]]]));
  return Object.fromEntries(given) as { [K in Key]?: Exclude<Of[K], undefined> }; // undefined ones were left out
}

/** What the paper is filled with now; of an issued one, what it was printed with. */
export async function filledNow(record: DocumentRecord, ctx: Ctx): Promise<FilledDocument> {
  const printed = printedOf(record);
  if (printed !== undefined) return printed;
  return fillDocument(DOCUMENT_KIND_ROWS[record.kind], await loadSource(record, ctx), typedOf(record));
}

/** The paper as this reader may see it, with what he can do. */
export async function documentView(record: DocumentRecord, ctx: Ctx): Promise<DocumentView> {
  const calendar = await loadCalendar(record.officeCode);
  const filled = await filledNow(record, ctx);
  const template = record.templateId === undefined ? null : await findTemplate(record.templateId);
  const services: ServiceView[] = [];
  for (const one of record.services) services.push(await serviceView(one));
  return {
    ...documentRow(record, calendar, ctx),
    fields: filled.fields.map(({ name, ...rest }) => ({ name, label: labelOf(name), ...rest })),
    tables: filled.tables.map(({ name, columns, rows, canBeTyped, isMissing }) => ({
      name,
      label: labelOf(name),
      headings: [...columns],
      rows: rows.map((row) => [...row]),
      canBeTyped,
      isMissing,
    })),
    undrawable: record.state === 'issued' || record.state === 'voided' ? [] : await undrawableLetters(filled),
    templateName:
      template === null ? '' : `${await areaNameOf(template.areaCode, ctx)} · ${template.edition}`,
    ...present(record, ['pdfSha256', 'docxSha256']),
    ...(record.checkCode === undefined ? {} : { checkUrl: checkAddress(record.checkCode) }),
    services,
    deadlines: record.deadlines.map((one) => deadlineView(one, ctx.today, calendar)),
    history: record.history.map(({ at, by, ...entry }) => ({
      ...entry,
      at: at.toISOString(),
      by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
    })),
    actions: (await isCaseArchived(record.caseId)) ? [] : documentActions(record, ctx),
  };
}

const areaNameOf = async (code: string, { today }: Pick<Ctx, 'today'>): Promise<string> =>
  (await findAreaOn(code, today))?.name ?? code;

async function serviceView({ fileIds, ...service }: ServiceRecord): Promise<ServiceView> {
  return { ...service, files: await fileViews(fileIds) };
}
