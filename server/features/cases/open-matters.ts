import { Cases } from './case.model.ts';

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
