import type { CaseView } from '../../core/contract/cases.ts';
import type { CompanyView } from '../../core/contract/companies.ts';
import type { ComplaintView } from '../../core/contract/complaints.ts';
import type { DocumentSource, PaperClaim, PaperParty } from '../../core/documents/source.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findAreaOn, listDepartments } from '../areas/index.ts';
import { CLOSURE_WORDS, getCase, listClaims } from '../cases/index.ts';
import { getCompany } from '../companies/index.ts';
import { getComplaint, officeName } from '../complaints/index.ts';
import { findParameters } from '../parameters/index.ts';
import { CHANNEL_NAMES, SUSPENSION_NAMES, shortOfficeName } from './document-words.ts';
import { earlierPaper, papersOfCase } from './earlier-papers.ts';
import type { DocumentRecord } from './document.record.ts';
import { fileIndexOf } from './file-index.ts';
import { claimsOfSheet } from './claims-of-sheet.ts';
import { interviewOfCase } from './interview-of-case.ts';

type Hanging = Pick<DocumentRecord, 'officeCode' | 'caseId' | 'complaintId' | 'proceedingId' | 'servesId'> &
  Partial<Pick<DocumentRecord, 'kind'>>;

/**
 * All the record knows for a paper. It is read as somebody of the office who is not one of the case's inspectors: who
 * made a report is then left out by the records themselves, whoever drafts. The caller has checked what he may see.
 * @law INS-9-1
 */
export async function loadSource(of: Hanging, ctx: Ctx): Promise<DocumentSource> {
  const reader = asOffice(of.officeCode, ctx);
  const found = of.caseId === undefined ? undefined : await getCase(of.caseId, reader);
  const complaint = of.complaintId === undefined ? undefined : await getComplaint(of.complaintId, reader);
  const complaints = found === undefined ? [] : await complaintsOf(found, reader);
  const served = of.servesId === undefined ? undefined : await earlierPaper(of.servesId);
  return {
    today: ctx.today,
    office: await officeOf(of.officeCode, ctx),
    ...(complaint === undefined ? {} : { complaint: await complaintPart(complaint) }),
    ...(found === undefined ? {} : { case: casePart(found, complaints) }),
    ...(await partiesOf(found, reader)),
    ...(await claimsPart(of, reader)),
    ...(of.caseId === undefined || of.kind !== 'interviewRecord' ? {} : await interviewOfCase(of.caseId)),
    inspectors: found === undefined ? [] : [found.leadInspector.name, found.coInspector.name],
    ...proceedingOf(found, of.proceedingId),
    ...(served === undefined ? {} : { served }),
    papers: of.caseId === undefined ? [] : await papersOfCase(of.caseId),
    ...(of.caseId === undefined || of.kind !== 'archiveIndex' ? {} : await indexOf(of.caseId, ctx)),
  };
}

async function indexOf(caseId: string, ctx: Ctx): Promise<Pick<DocumentSource, 'fileIndex'>> {
  const fileIndex = await fileIndexOf(caseId, ctx);
  return fileIndex === undefined ? {} : { fileIndex };
}

/** Somebody of the office who works on no case. */
export function asOffice(officeCode: string, ctx: Ctx): Ctx {
  const grants = [{ role: 'inspector' as const, areaCode: officeCode }];
  return { ...ctx, grants, actor: { kind: 'user', userId: '', name: '', grants, sessionId: '' } };
}

async function officeOf(officeCode: string, ctx: Ctx): Promise<DocumentSource['office']> {
  const name = await officeName(officeCode, ctx);
  const area = await findAreaOn(officeCode, ctx.today);
  const keys = [
    'inspectionPhone',
    'officeAddress',
    'reconsiderationBody',
    'enforcementCourt',
    'fineAccount',
    'policeBody',
  ] as const;
  const set = await findParameters(keys, officeCode, ctx.today);
  const text = (key: (typeof keys)[number]): string | undefined => {
    const value = set[key];
    return typeof value === 'string' ? value : undefined;
  };
  return known({
    name,
    shortName: shortOfficeName(area?.name ?? officeCode),
    phone: text('inspectionPhone'),
    address: text('officeAddress'),
    reconsiderationBody: text('reconsiderationBody'),
    court: text('enforcementCourt'),
    fineAccount: text('fineAccount'),
    policeBody: text('policeBody'),
  });
}

type Known<Of> = { [Key in keyof Of]: Exclude<Of[Key], undefined> };
/** Leaves out what is undefined. */
const known = <Of extends object>(of: Of): Known<Of> =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) as Known<Of>; // just left out

async function complaintPart(view: ComplaintView): Promise<NonNullable<DocumentSource['complaint']>> {
  const { transfer } = view;
  const accepted = view.history.find(({ action }) => action === 'accept');
  const to = await receiverOf(transfer);
  return {
    ...view,
    channelName: CHANNEL_NAMES[view.channel],
    ...(accepted === undefined ? {} : { acceptedOn: accepted.on }),
    ...(to === undefined ? {} : { transferTo: to }),
    ...(transfer === undefined ? {} : { transferReason: transfer.reason }),
  };
}

async function receiverOf(transfer: ComplaintView['transfer']): Promise<string | undefined> {
  if (transfer?.toDepartment === undefined) return undefined;
  const { items } = await listDepartments({});
  return items.find(({ code }) => code === transfer.toDepartment)?.name;
}

async function complaintsOf(view: CaseView, reader: Ctx): Promise<ComplaintView[]> {
  const found: ComplaintView[] = [];
  for (const { id, intakeKind } of view.complaints.slice(0, 20)) {
    if (intakeKind === 'REPORT') continue; // what a report says may tell who made it
    const one = await getComplaint(id, reader).catch(unlessUnseen);
    if (one !== undefined) found.push(one);
  }
  return found;
}

const unlessUnseen = (error: unknown): undefined => {
  if (error instanceof AppError && error.code === 'notFound') return undefined;
  throw error;
};

function casePart(view: CaseView, complaints: readonly ComplaintView[]): NonNullable<DocumentSource['case']> {
  return {
    ...view,
    receiptNumbers: view.complaints.map(({ receiptNumber }) => receiptNumber),
    channelNames: [...new Set(complaints.map(({ channel }) => CHANNEL_NAMES[channel]))],
    stories: complaints.map(({ story }) => story),
    ...investigationDays(view),
    ...(view.suspension === undefined ? {} : { suspensionGround: SUSPENSION_NAMES[view.suspension.ground] }),
    ...(view.closure === undefined ? {} : { closureName: CLOSURE_WORDS[view.closure.code]['zh-CN'] }),
  };
}

/**
 * The last day of the investigation as it was when the head granted more time, and as he granted it; a clock that only
 * stood still was not extended.
 */
function investigationDays({
  deadlines,
  extension,
  history,
}: CaseView): Pick<NonNullable<DocumentSource['case']>, 'investigationDueOn' | 'investigationExtendedTo'> {
  const now = deadlines.findLast(({ period }) => period === 'investigation');
  if (now === undefined) return {};
  if (extension?.outcome !== 'approved') return { investigationDueOn: now.dueOn };
  const { dueFrom, dueOn } = history.findLast(({ action }) => action === 'approveExtension')?.facts ?? {};
  return {
    investigationDueOn: isPlainDate(dueFrom) ? dueFrom : (now.firstDueOn ?? now.dueOn),
    investigationExtendedTo: isPlainDate(dueOn) ? dueOn : now.dueOn,
  };
}

async function partiesOf(
  view: CaseView | undefined,
  reader: Ctx,
): Promise<Pick<DocumentSource, 'respondent' | 'payer'>> {
  if (view === undefined) return {};
  const { respondent, primaryPayer } = view.parties;
  return {
    respondent: await partyOf(respondent, reader),
    ...(primaryPayer === undefined ? {} : { payer: await partyOf(primaryPayer, reader) }),
  };
}

async function partyOf(ref: CaseView['parties']['respondent'], reader: Ctx): Promise<PaperParty> {
  const company: CompanyView | undefined =
    ref.companyId === undefined ? undefined : await getCompany(ref.companyId, reader).catch(unlessUnseen);
  if (company === undefined) return { name: ref.name };
  const { name, creditCode, address, legalRepresentative } = company;
  return known({ name, creditCode, address, legalRepresentative });
}

/** The paper about the sheet says what the sheet says; every other what the case claims. */
async function claimsPart(
  { caseId, kind }: Hanging,
  reader: Ctx,
): Promise<Pick<DocumentSource, 'claims' | 'sheet'>> {
  if (caseId === undefined) return { claims: [] };
  const ofSheet = kind === 'arrearsStatement' ? await claimsOfSheet(caseId, reader) : undefined;
  return ofSheet ?? { claims: await claimsOf(caseId, reader) };
}

/** More people than this are annexed as a table of their own. */
const MOST_CLAIMS = 1000;

async function claimsOf(caseId: string, reader: Ctx): Promise<PaperClaim[]> {
  const claims: PaperClaim[] = [];
  let cursor: string | null = null;
  do {
    const page = await listClaims(caseId, { limit: 200, ...(cursor === null ? {} : { cursor }) }, reader);
    for (const { name, months, owedFen, seenFen } of page.items.filter(({ state }) => state !== 'left'))
      claims.push({
        ...(name === undefined ? {} : { name }),
        months: months.map(({ payMonth }) => payMonth),
        owedFen,
        seenFen,
      });
    cursor = page.nextCursor;
  } while (cursor !== null && claims.length < MOST_CLAIMS);
  return claims;
}

interface WithProceedings {
  proceedings?: readonly {
    id: string;
    facts: readonly { field: { name: string }; value: string | number | boolean | string[] }[];
  }[];
}

function proceedingOf(
  view: (CaseView & WithProceedings) | undefined,
  id: string | undefined,
): Pick<DocumentSource, 'proceeding'> {
  const found = view?.proceedings?.find((one) => one.id === id);
  if (id === undefined || found === undefined) return {};
  return { proceeding: Object.fromEntries(found.facts.map(({ field, value }) => [field.name, value])) };
}
