import { countedOwed } from '../../core/arrears/standing.ts';
import type { MarkArrears } from '../../core/contract/arrears.ts';
import type { CompanyArrears, CompanyArrearsLine } from '../../core/contract/own-arrears.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { sumFen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { casesPaidBy, claimsById, nameAndPhoneOf } from '../cases/index.ts';
import { ownCompanyIds } from '../companies/index.ts';
import { ArrearsLines, findLines, judged, linesOfSheet } from './line.model.ts';
import { filesOf, markView } from './line-view.ts';
import { markLines } from './mark-lines.ts';
import { findSheet, shownSheetsOf } from './sheet.model.ts';
import type { LineRecord, SheetRecord } from './sheet.record.ts';

/** Sheets that were shown to the reader's companies as respondent or payer, the newest revision of each case. */
export async function listCompanyArrears(_query: PageQuery, ctx: Ctx): Promise<Page<CompanyArrears>> {
  const cases = await casesPaidBy(await ownCompanyIds(ctx));
  const sheets = await shownSheetsOf(cases.map(({ _id }) => String(_id)));
  const seen = new Set<string>();
  const newest = sheets.filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId));
  const items: CompanyArrears[] = [];
  for (const sheet of newest) items.push(await view(sheet));
  items.sort((a, b) => Number(b.canAnswer) - Number(a.canAnswer) || b.id.localeCompare(a.id));
  return { items, nextCursor: null, total: items.length };
}

/** One of them; a sheet of others is not found. */
export async function getCompanyArrears(id: string, ctx: Ctx): Promise<CompanyArrears> {
  return view(await ownSheet(id, ctx));
}

/** Its lines by person and month; people who made a report are not among them. */
export async function listCompanyLines(
  id: string,
  query: PageQuery,
  ctx: Ctx,
): Promise<Page<CompanyArrearsLine>> {
  const sheet = await ownSheet(id, ctx);
  const page = await keysetPage<LineRecord>(ArrearsLines, {
    sorts: { place: 'place' },
    fallback: 'place',
    limits: { sheetId: id, identityHidden: false },
    query,
  });
  return { ...page, items: await lineViews(page.items, sheet.state === 'settled') };
}

/** The company's word on lines, with its reasons; the other side's is not shown to it. */
export async function markOwnArrears(
  id: string,
  version: number,
  { lineIds, ...input }: MarkArrears,
  ctx: Ctx,
): Promise<CompanyArrears> {
  return inTransaction(async () => {
    const sheet = await ownSheet(id, ctx);
    if (sheet.version !== version) throw new AppError('staleVersion');
    const lines = (await findLines(id, lineIds)).filter(({ identityHidden }) => !identityHidden);
    if (lines.length !== lineIds.length) throw new AppError('notFound');
    await markLines(sheet, lines, input, { side: 'employer' }, ctx);
    return view(await ownSheet(id, ctx));
  });
}

async function ownSheet(id: string, ctx: Ctx): Promise<SheetRecord> {
  const sheet = await findSheet(id);
  if (sheet?.wasShown !== true) throw new AppError('notFound');
  const cases = await casesPaidBy(await ownCompanyIds(ctx));
  if (!cases.some(({ _id }) => String(_id) === sheet.caseId)) throw new AppError('notFound');
  return sheet;
}

const FIELDS = {
  ...{ claimId: 1, identityHidden: 1, earnedFen: 1, paidFen: 1, owedFen: 1, lacks: 1 },
  ...{ 'employer.mark': 1, found: 1 },
} as const;

/** Counted from the lines it may see: the sums of the sheet would tell what those of a reporter are. */
async function view(sheet: SheetRecord): Promise<CompanyArrears> {
  const lines = (await linesOfSheet(String(sheet._id), FIELDS)).filter(
    ({ identityHidden }) => !identityHidden,
  );
  const said = (mark: 'agreed' | 'disputed'): number =>
    lines.filter(({ employer }) => employer?.mark === mark).length;
  const [agreed, disputed] = [said('agreed'), said('disputed')];
  return {
    id: String(sheet._id),
    version: sheet.version,
    ...{ caseNumber: sheet.caseNumber, state: sheet.state },
    ...(sheet.shownOn === undefined ? {} : { shownOn: sheet.shownOn }),
    ...(sheet.answerBy === undefined ? {} : { answerBy: sheet.answerBy }),
    canAnswer: sheet.state === 'shown',
    people: new Set(lines.map(({ claimId }) => claimId)).size,
    lines: lines.length,
    owedFen: sumFen(
      lines.map(({ found, ...line }) =>
        // What the inspector found is told with the settled sheet.
        countedOwed(judged(found === undefined || sheet.state !== 'settled' ? line : { ...line, found })),
      ),
    ),
    answered: { agreed, disputed, open: lines.length - agreed - disputed },
  };
}

async function lineViews(lines: readonly LineRecord[], isSettled: boolean): Promise<CompanyArrearsLine[]> {
  const claims = await claimsById([...new Set(lines.map(({ claimId }) => claimId))]);
  const names = new Map(claims.map((claim) => [String(claim._id), nameAndPhoneOf(claim).name ?? '']));
  const files = await filesOf(lines.map(({ employer }) => employer));
  return lines.map((line) => ({
    id: String(line._id),
    personName: names.get(line.claimId) ?? '',
    ...{
      payMonth: line.payMonth,
      basis: line.basis,
      earnedFen: line.earnedFen,
      deductedFen: line.deductedFen,
    },
    ...{ paidFen: line.paidFen, owedFen: line.owedFen, isUnknown: line.lacks.length > 0 },
    // What the worker said when he came is his word, not a record.
    sources: line.sources.filter(({ source }) => source !== 'stated'),
    ...(line.employer === undefined ? {} : { mine: markView(line.employer, files) }),
    ...(line.found === undefined || !isSettled ? {} : { found: line.found }),
  }));
}
