import { randomInt } from 'node:crypto';
import type { DocumentView } from '../../core/contract/documents.ts';
import { DEFAULT_NUMBER_PATTERN, documentNumber } from '../../core/documents/document-number.ts';
import { fillDocument } from '../../core/documents/fill-document.ts';
import type { FilledDocument } from '../../core/documents/fill-document.ts';
import { FIELD_NAMES } from '../../core/documents/field-names.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import type { DocumentSource } from '../../core/documents/source.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import { startDeadline } from '../../core/law/deadline.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { loadCalendar } from '../calendar/index.ts';
import { companyNamed } from '../cases/index.ts';
import { holdFiles, storeBytes } from '../files/index.ts';
import { findParameter } from '../parameters/index.ts';
import type { Series } from './document-counter.model.ts';
import { nextSerial, takeSerial } from './document-counter.model.ts';
import { typedOf } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';
import { documentView } from './document-view.ts';
import { addresseeOf, foundBy } from './draft-document.ts';
import { inTurn } from './in-turn.ts';
import { loadSource } from './load-source.ts';
import { makePaper } from './make-paper.ts';
import type { Issue, MadePaper } from './make-paper.ts';
import { openStep, saveStep } from './move-document.ts';

/** No letter that is taken for another. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCheckCode = (): string =>
  Array.from({ length: 10 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Instances of the product that issue at the same moment try again with the next number. */
const TRIES = 8;

/**
 * Issues a paper: it gets the next number of its office, kind and year, and what was printed is frozen with its
 * fingerprints. The number stands in the print, so it is printed first and taken in the same transaction that issues; a
 * paper that is not issued leaves no gap. Refused while anything is missing.
 * @law PRO-8
 */
export async function issueDocument(id: string, version: number, ctx: Ctx): Promise<DocumentView> {
  const { record } = await openStep({ id, action: 'issue', version }, ctx);
  const row = DOCUMENT_KIND_ROWS[record.kind];
  const source = await loadSource(record, ctx);
  const filled = fillDocument(row, source, typedOf(record));
  refuseMissing(filled);
  refuseOverDays(filled, ctx);
  const series = { officeCode: record.officeCode, kind: record.kind, year: partsOf(ctx.today).year };
  const changed = await inTurn(`${series.officeCode}:${series.kind}`, () =>
    issueNext({ record, series, source, filled }, version, ctx),
  );
  return documentView(changed, ctx);
}

function refuseMissing({ missing }: FilledDocument): void {
  if (missing.length === 0) return;
  throw new AppError('documentIncomplete', {
    missing: missing.join('、'),
    missingEn: missing.map((name) => FIELD_NAMES[name]).join(', '),
  });
}

/** A day by which somebody has to act must lie ahead when the paper is issued. */
const AHEAD = ['改正期限', '补正期限', '陈述申辩期限'];

function refuseOverDays({ fields }: FilledDocument, { today }: Ctx): void {
  const over = fields.filter(({ name, raw }) => AHEAD.includes(name) && raw !== '' && raw <= today);
  const [first] = over;
  if (first === undefined) return;
  throw new AppError('documentIncomplete', {
    missing: `${first.name}（须晚于今天）`,
    missingEn: `${FIELD_NAMES[first.name]} (a day to come)`,
  });
}

interface Issuing {
  record: DocumentRecord;
  series: Series;
  source: DocumentSource;
  filled: FilledDocument;
}

async function issueNext(issuing: Issuing, version: number, ctx: Ctx): Promise<DocumentRecord> {
  for (let tries = 0; tries < TRIES; tries++) {
    const serial = await nextSerial(issuing.series);
    const issue = await issueOf(issuing, serial, ctx);
    const made = await makePaper({
      kind: issuing.record.kind,
      templateId: issuing.record.templateId,
      officeName: issuing.source.office.name,
      filled: issuing.filled,
      issue,
    });
    const changed = await inTransaction(() => freeze(issuing, { serial, issue, made, version }, ctx));
    if (changed !== null) return changed;
  }
  throw new AppError('conflict', { state: issuing.record.state });
}

async function issueOf({ record, source }: Issuing, serial: number, ctx: Ctx): Promise<Issue> {
  const set = await findParameter('documentNumberPattern', record.officeCode, ctx.today);
  const pattern = typeof set?.value === 'string' ? set.value : DEFAULT_NUMBER_PATTERN;
  const { numberWord: word } = DOCUMENT_KIND_ROWS[record.kind];
  return {
    documentNumber: documentNumber(pattern, {
      office: source.office.shortName,
      word,
      issuedOn: ctx.today,
      serial,
    }),
    issuedOn: ctx.today,
    checkCode: newCheckCode(),
  };
}

interface Frozen {
  serial: number;
  issue: Issue;
  made: MadePaper;
  version: number;
}

/** Null when another paper took the number: nothing was written. */
async function freeze(issuing: Issuing, frozen: Frozen, ctx: Ctx): Promise<DocumentRecord | null> {
  const { series, filled } = issuing;
  const { serial, issue, made, version } = frozen;
  const id = String(issuing.record._id);
  const { record, to } = await openStep({ id, action: 'issue', version }, ctx);
  if (!(await takeSerial(series, serial))) return null;
  const row = DOCUMENT_KIND_ROWS[record.kind];
  const name = `${row.name.zh} ${issue.documentNumber}`;
  const pdf = await storeBytes(made.pdf, { name: `${name}.pdf`, purpose: 'document' }, ctx);
  const docx = await storeBytes(made.docx, { name: `${name}.docx`, purpose: 'document' }, ctx);
  await holdFiles([pdf.id, docx.id], `document:${id}`, ctx, { purposes: ['document'] });
  const deadlines = row.isServed
    ? [startDeadline('service', ctx.today, await loadCalendar(record.officeCode))]
    : [];
  const addresseeName = addresseeOf(row, filled);
  const companyId =
    record.caseId === undefined ? undefined : await companyNamed(record.caseId, addresseeName);
  const set = {
    ...issue,
    serial,
    year: series.year,
    addresseeName,
    ...(companyId === undefined ? {} : { companyId }),
    pdfFileId: pdf.id,
    docxFileId: docx.id,
    pdfSha256: pdf.sha256,
    docxSha256: docx.sha256,
    deadlines,
    ...(deadlines[0] === undefined ? {} : { nextDueOn: deadlines[0].dueOn }),
  };
  const facts = { documentNumber: issue.documentNumber, pdfSha256: pdf.sha256, docxSha256: docx.sha256 };
  return saveStep(
    record,
    'issue',
    to,
    { printed: filled, facts, set: { ...set, ...foundBy({ ...record, ...set }) } },
    ctx,
  );
}
