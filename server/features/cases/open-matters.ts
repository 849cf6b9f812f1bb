import type { ClosureCode } from '../../core/contract/cases.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';

/** Of these projects and firms those about which a case is open (indexes projectId+nextDueOn, companyIds+nextDueOn). */
export async function openCasesAbout(
  projectIds: readonly string[],
  companyIds: readonly string[],
): Promise<{ projectIds: Set<string>; companyIds: Set<string> }> {
  const fields = { projectId: 1, companyIds: 1 } as const;
  const sites = await Cases.find({ projectId: { $in: [...projectIds] }, open: true }, fields).lean();
  const firms = await Cases.find({ companyIds: { $in: [...companyIds] }, open: true }, fields).lean();
  return {
    projectIds: new Set(sites.flatMap(({ projectId }) => projectId ?? [])),
    companyIds: new Set(firms.flatMap((one) => one.companyIds)),
  };
}

/** Endings after which wages may still be owed, though the office has nothing more to do. */
const REST_LEFT: readonly ClosureCode[] = [
  'PAID_PART_REST_ARBITRATION',
  'AGREED_NOT_PAID',
  'TRANSFERRED_POLICE',
  'COURT',
  'OTHER',
];

export interface CaseOfProject {
  id: string;
  caseNumber: string;
  leftFen: number;
}

/**
 * The cases about a project that are open, and those closed without all wages of their sheet seen paid (index
 * projectId+nextDueOn). No reader's limits.
 */
export async function casesOfProject(
  projectId: string,
): Promise<{ open: CaseOfProject[]; unpaid: CaseOfProject[] }> {
  const fields = { caseNumber: 1, open: 1, closureCode: 1, owedFen: 1, seenFen: 1 } as const;
  const found: unknown = await Cases.find({ projectId }, fields).sort({ filedOn: 1 }).lean();
  const rows = found as CaseRecord[]; // lean documents with the fields asked for
  const rowOf = ({ _id, caseNumber, owedFen, seenFen }: CaseRecord): CaseOfProject => ({
    ...{ id: String(_id), caseNumber, leftFen: Math.max(0, owedFen - seenFen) },
  });
  const hasRest = ({ closureCode }: CaseRecord): boolean =>
    closureCode !== undefined && REST_LEFT.includes(closureCode);
  return {
    open: rows.filter(({ open }) => open).map(rowOf),
    unpaid: rows
      .filter((one) => !one.open && hasRest(one))
      .map(rowOf)
      .filter(({ leftFen }) => leftFen > 0),
  };
}
