import type { MonthOwed } from '../../core/contract/deadlines.ts';
import { fen } from '../../core/kit/money.ts';
import type { NewClaim } from './claim.model.ts';
import { findMarksOfCase, insertClaims, marksOf } from './claim.model.ts';
import type { Ctx } from '../../platform/context.ts';
import type { JoinedComplaint } from './joined-complaints.ts';
import { keepPeopleOnRecord } from './people-on-record.ts';
import { withoutDoubles } from '../../core/claims/same-person.ts';

/**
 * The rows a complaint brings to the arrears sheet: its people, or the complainant alone where only he was not paid.
 * A group without names brings none; the office adds them.
 */
export function claimsOf(complaint: JoinedComplaint, caseId: string): NewClaim[] {
  const identityHidden = complaint.intakeKind === 'REPORT';
  const base = { caseId, complaintId: complaint.id, identityHidden };
  if (complaint.people.length > 0) {
    return complaint.people.map(({ months, ...person }) => ({ ...base, ...person, months }));
  }
  const { complainantName: name, phone, citizenId } = complaint;
  if (complaint.headcount !== 1 || name === undefined) return [];
  return [
    {
      ...base,
      name,
      ...(phone === undefined ? {} : { phone }),
      ...(citizenId === undefined ? {} : { citizenId }),
      months: spread(complaint.owedFen, complaint.payMonths),
    },
  ];
}

/**
 * A sum said for several months, as evenly as whole fen allow, the rest on the last: a first entry that the office
 * corrects.
 * @example 100 fen over three months // 33, 33, 34
 */
export function spread(total: number, months: JoinedComplaint['payMonths']): MonthOwed[] {
  const each = Math.floor(total / Math.max(1, months.length));
  return months.map((payMonth, at) => ({
    payMonth,
    owedFen: fen(at === months.length - 1 ? total - each * (months.length - 1) : each),
  }));
}

/** Puts the people of these complaints on the sheet; who stands there already is not put there twice. */
export async function enterPeople(
  complaints: readonly JoinedComplaint[],
  { caseId, areaCode }: { caseId: string; areaCode: string },
  ctx: Ctx,
): Promise<void> {
  const brought = complaints.flatMap((one) => claimsOf(one, caseId));
  const rows = brought.map((claim) => ({ ...marksOf(claim), claim }));
  const fresh = withoutDoubles(rows, await findMarksOfCase(caseId)).fresh.map(({ claim }) => claim);
  if (fresh.length === 0) return;
  await insertClaims(fresh);
  await keepPeopleOnRecord(fresh, areaCode, ctx);
}
