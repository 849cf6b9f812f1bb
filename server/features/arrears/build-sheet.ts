import mongoose from 'mongoose';
import { buildLine } from '../../core/arrears/build-line.ts';
import type { BuiltLine, ReckonedBy } from '../../core/arrears/person-month.ts';
import { addUpLines, standingOf } from '../../core/arrears/standing.ts';
import type { ArrearsSheetView, BuildArrears } from '../../core/contract/arrears.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { CaseRecord, ClaimRecord } from '../cases/index.ts';
import { claimsOnSheet, getCaseRecord } from '../cases/index.ts';
import type { PersonMonths } from './gather-months.ts';
import { gatherMonths } from './gather-months.ts';
import { judged, layLines, linesOfSheet } from './line.model.ts';
import { monthsBetween } from './months-between.ts';
import { reckonedBy } from './reckoned-by.ts';
import { historyEntry, recordSheetEvent, requireOpenCase, tellScreens } from './sheet-reach.ts';
import { changeSheet, findSheetOfCase, insertSheet } from './sheet.model.ts';
import type { LineRecord, SheetRecord } from './sheet.record.ts';
import { sheetView } from './sheet-view.ts';

/** Five years of one person are already sixty lines. */
const MOST_MONTHS = 60;
const MOST_LINES = 30_000;

/**
 * Builds the arrears sheet of a case from what is on record, person by person and month by month. A new revision takes
 * the place of the one before, which stays to be read; figures an inspector wrote are kept.
 * @law REG-50-1
 */
export async function buildSheet(caseId: string, asked: BuildArrears, ctx: Ctx): Promise<ArrearsSheetView> {
  return inTransaction(async () => {
    const record = await getCaseRecord(caseId, ctx);
    requireOpenCase(record, ctx);
    const claims = await claimsOnSheet(caseId);
    const months = monthsOf(claims, asked, ctx);
    if (claims.length === 0 || months.length === 0) throw new AppError('arrearsNothing');
    if (claims.length * months.length > MOST_LINES)
      throw wrongField('from', '人数和月份太多，请分段测算', 'Too many people and months at once');
    const people = await gatherMonths(record, claims, months);
    const last = await findSheetOfCase(caseId);
    const kept = last === null ? new Map<string, LineRecord>() : await editedOf(String(last._id));
    const sheetId = new mongoose.Types.ObjectId();
    const lines = linesOf(String(sheetId), await reckonedBy(record, months), people, kept);
    if (lines.length === 0) throw new AppError('arrearsNothing');
    if (last !== null && last.state !== 'superseded') await supersede(last, ctx);
    const sheet = { ...newSheet(sheetId, record, lines, months, ctx), revision: (last?.revision ?? 0) + 1 };
    await insertSheet(sheet);
    await layLines(lines);
    const facts = { people: sheet.people, lines: sheet.lineCount, owedFen: sheet.sums.owedFen };
    await recordSheetEvent(sheet, 'arrearsBuilt', facts, ctx);
    tellScreens(sheet);
    return sheetView({ sheet, record }, ctx);
  });
}

/** The months asked for, otherwise from the first to the last that the people of the case speak of. */
function monthsOf(claims: readonly ClaimRecord[], { from, to }: BuildArrears, ctx: Ctx): PayMonth[] {
  const stated = claims.flatMap((claim) => claim.months.map(({ payMonth }) => payMonth)).sort();
  const [first, last] = [from ?? stated[0], to ?? stated.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (last > payMonthOf(ctx.today)) throw wrongField('to', '不能晚于本月', 'Not a month to come');
  if (first > last) throw wrongField('to', '不能早于开始月份', 'Not before the first month');
  const months = monthsBetween(first, last);
  if (months.length > MOST_MONTHS) throw wrongField('from', '最多测算六十个月', 'Sixty months at most');
  return months;
}

const keyOf = (claimId: string, payMonth: PayMonth): string => `${claimId} ${payMonth}`;

/** What an inspector wrote by hand on the revision before. */
async function editedOf(sheetId: string): Promise<Map<string, LineRecord>> {
  const lines = await linesOfSheet(sheetId);
  return new Map(
    lines.flatMap((line) => (line.edited === undefined ? [] : [[keyOf(line.claimId, line.payMonth), line]])),
  );
}

function linesOf(
  sheetId: string,
  by: (month: PayMonth) => ReckonedBy,
  people: readonly PersonMonths[],
  kept: ReadonlyMap<string, LineRecord>,
): LineRecord[] {
  const lines: LineRecord[] = [];
  let no = 0;
  for (const { claim, months } of people) {
    const built = months.flatMap((month) => buildLine(month, by(month.payMonth)) ?? []);
    if (built.length > 0) no += 1;
    for (const line of built) {
      const edited = kept.get(keyOf(String(claim._id), line.payMonth));
      const shown = edited === undefined ? line : asEdited(edited);
      lines.push(newLine(shown, { sheetId, no, place: lines.length + 1 }, claim, edited));
    }
  }
  return lines;
}

/** The figures as the inspector wrote them, with their reason among the sources. */
const asEdited = ({
  payMonth,
  basis,
  earnedFen,
  deductedFen,
  paidFen,
  owedFen,
  lacks,
  sources,
}: LineRecord): BuiltLine => ({
  ...{ payMonth, basis, earnedFen, deductedFen, paidFen, owedFen, lacks, sources },
});

function newLine(
  line: BuiltLine,
  at: Pick<LineRecord, 'sheetId' | 'no' | 'place'>,
  claim: ClaimRecord,
  by: LineRecord | undefined,
): LineRecord {
  return {
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    ...at,
    caseId: claim.caseId,
    claimId: String(claim._id),
    identityHidden: claim.identityHidden,
    ...line,
    standing: standingOf({ isUnknown: line.lacks.length > 0 }),
    ...(by?.edited === undefined ? {} : { edited: by.edited }),
    history: [],
  };
}

function newSheet(
  _id: SheetRecord['_id'],
  { caseNumber, officeCode, areaCode, _id: caseId }: CaseRecord,
  lines: readonly LineRecord[],
  months: readonly PayMonth[],
  ctx: Ctx,
): Omit<SheetRecord, 'revision'> {
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) throw new Error('a sheet has months');
  return {
    ...{ _id, version: 1, caseId: String(caseId), caseNumber, officeCode, areaCode },
    ...{ state: 'draft', wasShown: false, from, to, builtOn: ctx.today },
    people: lines.at(-1)?.no ?? 0,
    lineCount: lines.length,
    marks: 0,
    sums: addUpLines(lines.map(judged)),
    history: [historyEntry('build', ctx, { to: 'draft' })],
  };
}

async function supersede(sheet: SheetRecord, ctx: Ctx): Promise<void> {
  const history = historyEntry('supersede', ctx, { from: sheet.state, to: 'superseded' });
  const done = await changeSheet(sheet, { set: { state: 'superseded' }, history });
  if (done === null) throw new AppError('staleVersion');
}
