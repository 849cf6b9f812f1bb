import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { knowsReporters } from './case-reach.ts';
import { findRespondents } from './case-queries.model.ts';
import { Claims, openPerson } from './claim.model.ts';
import type { ClaimRecord } from './claim.model.ts';
import { getCaseRecord } from './move-case.ts';

/** A row of the sheet with what tells that two people are the same. The card's number stays inside the program. */
export interface ComparedClaim {
  claimId: string;
  name: string;
  months: PayMonth[];
  citizenIdIndex?: string;
  phoneIndex?: string;
  bankCard?: string;
}
export interface ComparedCase {
  projectId?: string;
  complaintIds: string[];
  claims: ComparedClaim[];
  /** By the phone's blind index: in how many other cases, each against another respondent, it claims too. */
  otherRespondents: Map<string, number>;
}

const MOST = 500;
const asRecords = (docs: unknown): ClaimRecord[] => docs as ClaimRecord[]; // lean documents of this model

/** The claims of a case within the reader's limits; people he may not know are left out (index caseId+removed). */
export async function claimsToCompare(caseId: string, ctx: Ctx): Promise<ComparedCase> {
  const record = await getCaseRecord(caseId, ctx);
  const knows = knowsReporters(record, ctx);
  const rows = asRecords(
    await Claims.find({ caseId, removed: false, leftOn: { $exists: false } })
      .sort({ _id: 1 })
      .limit(MOST)
      .lean(),
  );
  const claims = rows.filter(({ identityHidden }) => knows || !identityHidden).map(compared);
  const phones = claims.flatMap(({ phoneIndex }) => phoneIndex ?? []);
  return {
    ...(record.projectId === undefined ? {} : { projectId: record.projectId }),
    complaintIds: record.complaintIds,
    claims,
    otherRespondents: await respondentsOf(phones, caseId, record.respondent.name),
  };
}

function compared(row: ClaimRecord): ComparedClaim {
  const { name = '', bankCard } = openPerson(row);
  const { citizenIdIndex, phoneIndex } = row;
  return {
    claimId: String(row._id),
    name,
    months: row.months.map(({ payMonth }) => payMonth),
    ...(citizenIdIndex === undefined ? {} : { citizenIdIndex }),
    ...(phoneIndex === undefined ? {} : { phoneIndex }),
    ...(bankCard === undefined ? {} : { bankCard }),
  };
}

/** Reporters of other cases are known there alone, so they count for nothing here (index phoneIndex). */
async function respondentsOf(
  phones: readonly string[],
  caseId: string,
  respondent: string,
): Promise<Map<string, number>> {
  const where = { phoneIndex: { $in: [...phones] }, removed: false, identityHidden: false };
  const others = asRecords(await Claims.find(where, { caseId: 1, phoneIndex: 1 }).limit(MOST).lean());
  const elsewhere = others.filter((one) => one.caseId !== caseId);
  const names = await findRespondents([...new Set(elsewhere.map((one) => one.caseId))]);
  const found = new Map<string, Set<string>>();
  for (const { caseId: other, phoneIndex } of elsewhere) {
    const name = names.get(other);
    if (phoneIndex === undefined || name === undefined || name === respondent) continue;
    found.set(phoneIndex, (found.get(phoneIndex) ?? new Set<string>()).add(name));
  }
  return new Map([...found].map(([phone, all]) => [phone, all.size]));
}
