import type { ClaimView, WriteClaim } from '../../core/contract/claims.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { changeClaim, findMarksOfCase, marksOf, marksOnRecord, totalOf } from './claim.model.ts';
import { checkPeople } from './check-people.ts';
import { moveClaim } from './move-claim.ts';
import { isSamePerson } from '../../core/claims/same-person.ts';

/** A row of the sheet is corrected; what is owed never falls below what was seen or still waits for an answer. */
export async function editClaim(
  id: string,
  version: number,
  input: Partial<WriteClaim>,
  ctx: Ctx,
): Promise<ClaimView> {
  const { months, ...person } = input;
  checkPeople([input], ctx.today, () => '');
  return moveClaim(id, version, ctx, async (claim) => {
    const edited = { ...marksOnRecord(claim), ...marksOf(person) };
    const others = await findMarksOfCase(claim.caseId, claim._id);
    if (Object.keys(person).length > 0 && others.some((other) => isSamePerson(edited, other)))
      throw wrongField(
        person.citizenId === undefined ? 'phone' : 'citizenId',
        '这个人（同一身份证号，或同一手机号和姓名）已在明细表中',
        'This person (same citizen number, or same phone and name) is on the sheet already',
      );
    const owedFen = months === undefined ? claim.owedFen : totalOf(months);
    if (owedFen < claim.seenFen + claim.reportedFen)
      throw wrongField('months', '欠薪合计不能少于已登记的付款', 'Less than the payments on record');
    const set = months === undefined ? {} : { months, owedFen };
    return {
      // What the inspector wrote himself he has looked at, and somebody of whom months stand is owed something.
      claim: await changeClaim(
        claim,
        set,
        person,
        months === undefined ? ['toCheck'] : ['toCheck', 'foundNothingOn'],
      ),
      facts: { claimId: id, owedFen, fields: Object.keys(input).sort().join(' ') },
    };
  });
}
