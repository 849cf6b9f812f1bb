import type { ArrearsLineView } from '../../core/contract/arrears.ts';
import { countedOwed } from '../../core/arrears/standing.ts';
import type { DocumentSource, PaperClaim } from '../../core/documents/source.ts';
import { addFen, ZERO_FEN } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getSheetOfCase, listLines } from '../arrears/index.ts';

/**
 * The people of the newest arrears sheet of a case with what was reckoned for them: where there is a sheet, the paper
 * about it says what the sheet says, not what the complaints said. What a line leaves owed is the inspector's finding
 * before the reckoned figure; a line without a figure counts nothing.
 */
export async function claimsOfSheet(
  caseId: string,
  reader: Ctx,
): Promise<Pick<DocumentSource, 'claims' | 'sheet'> | undefined> {
  const sheet = await getSheetOfCase(caseId, {}, reader).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'notFound') return undefined;
    throw error;
  });
  if (sheet === undefined) return undefined;
  const people = new Map<string, PaperClaim>();
  let cursor: string | null = null;
  do {
    const page = await listLines(sheet.id, { limit: 200, ...(cursor === null ? {} : { cursor }) }, reader);
    for (const line of page.items) people.set(line.claimId, withLine(people.get(line.claimId), line));
    cursor = page.nextCursor;
  } while (cursor !== null);
  const { revision, builtOn } = sheet;
  return { claims: [...people.values()], sheet: { revision, builtOn } };
}

function withLine(before: PaperClaim | undefined, line: ArrearsLineView): PaperClaim {
  const { personName, payMonth, paidFen, owedFen, found, standing } = line;
  const isUnknown = standing === 'unknown';
  const owed = countedOwed({ owedFen, isUnknown, ...(found === undefined ? {} : { found }) });
  return {
    ...(personName === undefined ? {} : { name: personName }),
    months: [...(before?.months ?? []), payMonth],
    owedFen: addFen(before?.owedFen ?? ZERO_FEN, addFen(owed, paidFen)),
    seenFen: addFen(before?.seenFen ?? ZERO_FEN, paidFen),
  };
}
