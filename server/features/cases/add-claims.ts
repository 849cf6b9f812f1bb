import type { CaseView } from '../../core/contract/cases.ts';
import type { AddClaims } from '../../core/contract/claims.ts';
import type { FieldProblem } from '../../core/contract/errors.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { findMarksOfCase, insertClaims, marksOf } from './claim.model.ts';
import { checkPeople } from './check-people.ts';
import { moveCase } from './move-case.ts';
import { keepPeopleOnRecord } from './people-on-record.ts';
import type { PersonMarks } from '../../core/claims/same-person.ts';
import { withoutDoubles } from '../../core/claims/same-person.ts';
import { addUpCase } from './sheet-totals.ts';

/** People are put on the arrears sheet; nobody stands on it twice. */
export async function addClaims(
  caseId: string,
  version: number,
  { rows }: AddClaims,
  ctx: Ctx,
): Promise<CaseView> {
  checkPeople(rows, ctx.today, (at) => `rows.${at}.`);
  return moveCase({ id: caseId, action: 'editClaims', version }, ctx, async (record) => {
    refuseDoubles(rows, await findMarksOfCase(caseId));
    const claims = rows.map((row) => ({ ...row, caseId, identityHidden: false }));
    await insertClaims(claims);
    await keepPeopleOnRecord(claims, record.areaCode, ctx);
    return {
      set: { ...(await addUpCase(caseId, record.complaintIds)) },
      facts: { peopleAdded: rows.length },
    };
  });
}

function refuseDoubles(rows: AddClaims['rows'], known: readonly PersonMarks[]): void {
  const { doubles } = withoutDoubles(rows.map(marksOf), known);
  const problems = doubles.map((at): FieldProblem => ({
    in: 'body',
    path: `rows.${at}`,
    rule: 'claim.once',
    zh: '这个人（同一身份证号，或同一手机号和姓名）已在明细表中',
    en: 'This person (same citizen number, or same phone and name) is on the sheet already',
  }));
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
}
