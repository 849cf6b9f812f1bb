import { hasOtherPhone, isSamePerson } from '../../core/claims/same-person.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/app-error.ts';
import type { GroupMember } from '../complaints/index.ts';
import type { ClaimRecord } from './claim.model.ts';
import { changeClaim, Claims, insertClaims, marksOf, marksOnRecord, totalOf } from './claim.model.ts';
import { keepPeopleOnRecord } from './people-on-record.ts';
import { spread } from './spread.ts';

/** Every row of a case, those of who left among them (index caseId+removed). */
async function rowsOf(caseId: string): Promise<ClaimRecord[]> {
  const found: unknown = await Claims.find({ caseId, removed: false }).sort({ _id: 1 }).lean();
  return found as ClaimRecord[]; // lean documents of this model
}

/** The row of a member in a case: his own, or the one under which others had named him. */
export async function rowOfMember(caseId: string, member: GroupMember): Promise<ClaimRecord | undefined> {
  const rows = await rowsOf(caseId);
  const marks = marksOf(member);
  const own = rows.find(({ memberId }) => memberId === member.id);
  // Somebody else may have named himself by the number alone: whose phone stands there has the better claim.
  const isFree = (row: ClaimRecord): boolean => row.memberId === undefined || !hasOtherPhone(row, marks);
  return own ?? rows.find((row) => isFree(row) && isSamePerson(marksOnRecord(row), marks));
}

/** What stood of him before he said something himself, and whether under another phone. */
export async function saidOfMember(
  caseId: string,
  member: GroupMember,
): Promise<{ payMonths: PayMonth[]; owedFen: Fen; otherPhone: boolean } | null> {
  const row = await rowOfMember(caseId, member);
  if (row === undefined) return null;
  const payMonths = row.months.map(({ payMonth }) => payMonth);
  return { payMonths, owedFen: row.owedFen, otherPhone: hasOtherPhone(row, marksOf(member)) };
}

interface Place {
  caseId: string;
  areaCode: string;
  complaintId: string;
}

/**
 * Puts who joined a group on the sheet of its case, in the caller's transaction. His own word stands for his sum where
 * nobody has worked with the row yet; what an inspector wrote stays, and he is asked to look. Where others gave another
 * phone for his citizen number, nothing of the row changes but that somebody has to look.
 */
export async function putMember(
  member: GroupMember,
  { caseId, areaCode, complaintId }: Place,
  { isLate }: { isLate: boolean },
  ctx: Ctx,
): Promise<void> {
  if (member.doubt === 'sameCitizenId') return;
  const { id: memberId, name, phone, citizenId, leftOn } = member;
  const person = {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(citizenId === undefined ? {} : { citizenId }),
  };
  const months = spread(member.owedFen, member.payMonths);
  const row = await rowOfMember(caseId, member);
  if (row === undefined) {
    const gone = leftOn === undefined ? {} : { leftOn };
    const claim = { caseId, complaintId, identityHidden: false, ...person, months, memberId, ...gone };
    await insertClaims([{ ...claim, ...(isLate ? { toCheck: true } : {}) }]);
    await keepPeopleOnRecord([claim], areaCode, ctx);
    return;
  }
  const back = leftOn === undefined ? (['leftOn'] as const) : [];
  if (isHisToRewrite(row, person)) {
    const owed = { months, owedFen: totalOf(months), memberId, ...(isLate ? { toCheck: true } : {}) };
    must(await changeClaim(row, owed, person, back));
    return;
  }
  const lacking = hasOtherPhone(row, marksOf(person)) ? {} : missing(row, person);
  must(await changeClaim(row, { memberId, toCheck: true }, lacking, back));
}

/** Nobody has worked with it, nothing came, and the phone is his or nobody's. */
const isHisToRewrite = (row: ClaimRecord, person: { name: string; phone?: string }): boolean =>
  row.version === 1 && row.seenFen === 0 && row.reportedFen === 0 && !hasOtherPhone(row, marksOf(person));

/** What of his numbers the row does not have yet. */
const missing = (row: ClaimRecord, { phone, citizenId }: { phone?: string; citizenId?: string }) => ({
  ...(row.phoneIndex !== undefined || phone === undefined ? {} : { phone }),
  ...(row.citizenIdIndex !== undefined || citizenId === undefined ? {} : { citizenId }),
});

export function must(changed: ClaimRecord | null): ClaimRecord {
  if (changed === null) throw new AppError('staleVersion');
  return changed;
}
