import { countedOwed } from '../../core/arrears/standing.ts';
import type { AnswerArrears, MyArrears, MyArrearsLine } from '../../core/contract/own-arrears.ts';
import { sumFen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { ClaimRecord } from '../cases/index.ts';
import { claimsOfPhone, findRespondents } from '../cases/index.ts';
import { ownPhone } from '../complaints/index.ts';
import { findLine, judged, linesOfClaims } from './line.model.ts';
import { markView } from './line-view.ts';
import { markLines } from './mark-lines.ts';
import { findSheet, shownSheetsOf } from './sheet.model.ts';
import type { LineRecord, SheetRecord } from './sheet.record.ts';

/** What the phone that signed in is owed in each case, as far as it was shown to both sides. */
export async function listMyArrears(ctx: Ctx): Promise<MyArrears[]> {
  const claims = await ownClaims(ctx);
  const sheets = await newestOf(claims.map(({ caseId }) => caseId));
  const lines = await linesOfClaims(
    claims.map(({ _id }) => String(_id)),
    sheets.map(({ _id }) => String(_id)),
  );
  const names = await findRespondents(sheets.map(({ caseId }) => caseId));
  return sheets.flatMap((sheet) => {
    const own = lines.filter(({ sheetId }) => sheetId === String(sheet._id));
    return own.length === 0 ? [] : [view(sheet, own, names.get(sheet.caseId) ?? '')];
  });
}

/** The worker's own word on one of his lines; somebody else's is not found. */
export async function answerMyArrears(
  lineId: string,
  version: number,
  input: AnswerArrears,
  ctx: Ctx,
): Promise<MyArrears> {
  return inTransaction(async () => {
    const line = await findLine(lineId);
    const claim = (await ownClaims(ctx)).find(({ _id }) => String(_id) === line?.claimId);
    const sheet = line === null ? null : await findSheet(line.sheetId);
    if (line === null || claim === undefined || sheet?.wasShown !== true) throw new AppError('notFound');
    if (sheet.version !== version) throw new AppError('staleVersion');
    await markLines(sheet, [line], input, { side: 'worker', isUnnamed: claim.identityHidden }, ctx);
    const own = await linesOfClaims([line.claimId], [line.sheetId]);
    const names = await findRespondents([sheet.caseId]);
    return view(sheet, own, names.get(sheet.caseId) ?? '');
  });
}

async function ownClaims(ctx: Ctx): Promise<ClaimRecord[]> {
  const phone = await ownPhone(ctx);
  return phone === null ? [] : claimsOfPhone(phone);
}

/** Of each case the newest sheet that was shown: an older one is the office's to keep. */
async function newestOf(caseIds: readonly string[]): Promise<SheetRecord[]> {
  const sheets = await shownSheetsOf([...new Set(caseIds)]);
  const newest = new Map<string, SheetRecord>();
  for (const sheet of sheets) if (!newest.has(sheet.caseId)) newest.set(sheet.caseId, sheet);
  return [...newest.values()].sort((a, b) => String(b._id).localeCompare(String(a._id)));
}

function view(sheet: SheetRecord, lines: readonly LineRecord[], respondentName: string): MyArrears {
  return {
    sheetId: String(sheet._id),
    version: sheet.version,
    ...{ caseNumber: sheet.caseNumber, respondentName, state: sheet.state },
    ...(sheet.answerBy === undefined ? {} : { answerBy: sheet.answerBy }),
    canAnswer: sheet.state === 'shown',
    owedFen: sumFen(lines.map((line) => countedOwed(asShown(line, sheet)))),
    lines: lines.map((line) => lineView(line, sheet.state === 'settled')),
  };
}

/** What the inspector found is told with the settled sheet: until then he may still hear somebody. */
function asShown(line: LineRecord, { state }: SheetRecord): ReturnType<typeof judged> {
  const { found, ...bare } = judged(line);
  return found === undefined || state !== 'settled' ? bare : { ...bare, found };
}

/** Only his own word is in it, never the company's. */
const lineView = ({ _id, worker, found, lacks, ...line }: LineRecord, isSettled: boolean): MyArrearsLine => ({
  id: String(_id),
  ...{ payMonth: line.payMonth, basis: line.basis, earnedFen: line.earnedFen, deductedFen: line.deductedFen },
  ...{ paidFen: line.paidFen, owedFen: line.owedFen, isUnknown: lacks.length > 0 },
  ...(worker === undefined ? {} : { mine: markView(worker, new Map()) }),
  ...(found === undefined || !isSettled ? {} : { found }),
});
